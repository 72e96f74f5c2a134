import { html, nothing } from 'lit';
import { alignCurves, type Abscissa, type AlignedColumns, mostRows } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import { COLUMNS } from '../../draw/curves';
import { REWARD } from '../../protocol/further';
import { runDash } from '../../draw/line-style';
import type { Sketch } from '../../draw/sketch';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import { PlaygroundElement } from '../experiment/element';
import { $expected } from '../experiment/expected';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import { loaded } from '../kit/loaded';
import { Refresh } from '../kit/refresh';
import type { Arm } from '../experiment/arm';
import { ORIGINAL } from '../experiment/history';
import { summarize } from '../settings/run-summary';
import { isRewarded, sharedReference } from '../settings/settings';
import { curveStrings } from '../text/en/curves';
import { strings } from '../text/en/page';
import { curveStyles } from './curve-styles';
import { figures } from '../figure/figure-styles';
import { base, segments } from '../kit/styles';
import type { ChartDescription, Pick } from '../figure/curve-plot';
import '../figure/curve-plot';
import '../figure/figure-frame';
import type { LaterFigure } from '../figure/figure';
import type { Playground } from '../experiment/playground';
import { $folded, embedding, isLocked, shows } from '../kit/embedding';
import type { Pair } from '../settings/pairs';
import { outcome } from './outcome';
import { referenceCaption, references } from './references';
import { lineSample } from '../figure/line-sample';
import { segmented } from '../kit/segmented';

const words = () => curveStrings();
/** Episodes in the moving mean that can be chosen; 1 is no smoothing. */
const WINDOWS = [1, 10];
const ABSCISSAS: readonly Abscissa[] = ['steps', 'updates', 'seconds'];
/** Milliseconds between two updates of the chart. */
const REFRESH = 250;

/** The pair after the one on display. */
function nextPair({ pairs, $pair }: Playground): Pair | undefined {
  const at = pairs.findIndex(({ id }) => id === $pair.get());
  return at < 0 ? undefined : pairs[(at + 1) % pairs.length];
}

/** The returns of all runs on one chart, and what must be known to read it. */
class LearningCurves extends PlaygroundElement {
  static override properties = {
    abscissa: { state: true },
    episodeWindow: { state: true },
    columns: { state: true },
    cursorRow: { state: true },
    hasBands: { state: true },
  };
  declare private abscissa: Abscissa;
  declare private episodeWindow: number;
  declare private columns: AlignedColumns;
  declare private cursorRow: number | null;
  /** whether there is a chart of several seeds */
  declare private hasBands: boolean;
  static override styles = [base, segments, figures, curveStyles];
  /** whether the chart has been brought into view */
  #hasCome = false;
  readonly #refresh = new Refresh(this, {
    every: REFRESH,
    state: () => this.#state(),
    draw: () => this.#draw(),
  });
  #arms: readonly Arm[] = [];

  constructor() {
    super();
    this.abscissa = 'steps';
    this.episodeWindow = 1;
    this.columns = [[]];
    this.cursorRow = null;
    this.hasBands = false;
  }

  protected override stores() {
    const { $settings, $seeds, $sweeps } = this.playground;
    return [$settings, $seeds, $sweeps, $theme, $expected];
  }

  /** A chart of other arms needs their columns at once. */
  override willUpdate(): void {
    if (this.#arms === this.playground.arms) return;
    this.#arms = this.playground.arms;
    this.#refresh.now();
  }

  override render() {
    if (this.playground.$seeds.get() > 1 || this.playground.$sweeps.get().length > 0) {
      if (this.hasBands) return html`<band-curves .playground=${this.playground}></band-curves>`;
      void loaded(() => import('./band-curves')).then(() => (this.hasBands = true));
    }
    const sentence = this.#sentence();
    // A frame has room for one of them.
    const isEither = embedding.isStageOnly && sentence !== '';
    const isReading = this.cursorRow !== null;
    return html`
      <figure-frame .figure=${this.#figure()}>
        <ul slot="head" class="legend">
          ${this.#legend()}
        </ul>
        <div slot="picture" class="curves">
          <curve-plot
            .chart=${this.#chart()}
            .columns=${this.columns}
            .sketch=${this.#sketch()}
            .draw=${$expected.get().curve?.draw ?? null}
            .label=${`${words().title}. ${words().keys}`}
            @cursor=${(event: CustomEvent<number | null>) => (this.cursorRow = event.detail)}
            @pick=${({ detail }: CustomEvent<Pick>) => this.#open(detail.row)}
          ></curve-plot>
          <p
            class="read-out number"
            aria-live=${isReading ? 'polite' : 'off'}
            ?hidden=${isEither && !isReading}
          >
            ${this.#readOut()}
          </p>
          ${this.#outcome(sentence, isEither && isReading)} ${this.#written()}
          ${embedding.isStageOnly ? nothing : this.#about()}
        </div>
      </figure-frame>
    `;
  }

  /** The chart as it is now, for the tools. */
  #figure(): LaterFigure {
    const view = () => ({
      chart: this.#chart(),
      caption: this.#caption(),
      abscissa: this.abscissa,
      episodeWindow: this.episodeWindow,
    });
    return {
      title: words().title,
      table: words().table,
      load: async () => {
        const { learningFigure } = await loaded(() => import('./learning-figure'));
        return learningFigure(this.playground, view());
      },
    };
  }

  /** Opens the update at a point, line by line. */
  #open(row: number): void {
    const step = this.columns[0][row];
    const { isTraceable } = this.playground;
    if (!step || this.abscissa !== 'steps' || !shows('stepper') || !isTraceable) return;
    this.playground.$stepped.set({ step, line: '', sample: 1 });
  }

  /** How to read the chart, and other ways to draw it. */
  #about() {
    return html`
      <details class="about">
        <summary>${strings().stage.chart}</summary>
        <div class="choices">${this.#choices()}</div>
        <p class="caption muted">${this.#caption()}</p>
      </details>
    `;
  }

  /** What has happened, `''` if nothing has. */
  #sentence(): string {
    const { playground } = this;
    const { threshold } = sharedReference(playground.allResolved());
    const standings = playground.arms.map(({ id, run }) => ({
      id,
      reached: threshold == null ? null : (run.history.firstReached(threshold)?.steps ?? null),
    }));
    return threshold == null ? '' : outcome(standings, threshold);
  }

  /** That where it happened, and what to ask next. */
  #outcome(sentence: string, isHidden: boolean) {
    const { playground } = this;
    const next = sentence === '' ? undefined : nextPair(playground);
    return html`
      <p class="outcome" role="status" ?hidden=${isHidden}>
        ${sentence === '' ? this.#warning() : html`<b>${sentence}</b>`}
        ${
          next && !isLocked('preset') && !$folded.get().includes('pairs')
            ? html`<span class="next"
                >${curveStrings().outcome.next}
                <button class="link" @click=${() => playground.choosePair(next.id)}>
                  ${next.words().question}
                </button></span
              >`
            : nothing
        }
      </p>
    `;
  }

  /** What runs with a written reward come to by the one of their task. */
  #written() {
    const own = this.playground.arms.flatMap(({ id, run: { history } }) => {
      if (!isRewarded(this.playground.resolved(id))) return [];
      const value = history.evaluations.bins.at(-1)?.values[ORIGINAL];
      return words().readOutRun(id, value === undefined ? NOTHING : formatReturn(value));
    });
    if (own.length === 0) return nothing;
    return html`<p class="written number">${words().written(own.join(', '))}</p>`;
  }

  #choices() {
    const abscissas = ABSCISSAS.map((value) => ({ value, text: words().abscissa[value] }));
    const windows = WINDOWS.map((value) => ({
      value,
      text: value === 1 ? words().raw : words().smoothed(value),
    }));
    return html`
      ${segmented(words().against, 'abscissa', abscissas, this.abscissa, (value) => {
        this.abscissa = value;
      })}
      ${segmented(words().episodes, 'window', windows, this.episodeWindow, (value) => {
        this.episodeWindow = value;
      })}
    `;
  }

  #legend() {
    return summarize(this.playground.allResolved()).map(({ name, style }, i) => {
      const { id } = this.playground.arms[i]!;
      const seed = this.playground.resolved(id).values.get('seed') ?? '';
      return html`<li>${lineSample(id, style)} ${words().legend(id, name, seed)}</li>`;
    });
  }

  #chart(): ChartDescription {
    const summaries = summarize(this.playground.allResolved());
    const runs = this.playground.arms.map(({ id }, i) => {
      const { name, style } = summaries[i]!;
      return { name: `${id} ${name}`, color: runColor(id), dash: runDash(style) };
    });
    return {
      runs,
      references: [...references(this.playground.allResolved()), ...$expected.get().returns],
      reach: this.#reach(),
      xLabel: words().xLabel[this.abscissa],
      yLabel: this.playground.allResolved().every(isRewarded)
        ? words().yLabelWritten
        : words().yLabel,
      theme: drawingTheme('--surface'),
    };
  }

  #reach() {
    const { curve } = $expected.get();
    return curve && { steps: curve.steps, low: curve.low, high: curve.high };
  }

  #sketch(): Sketch | null {
    const { curve } = $expected.get();
    return curve && { ...curve, color: runColor(curve.arm) };
  }

  #readOut() {
    const [xs] = this.columns;
    if (xs.length === 0) return words().empty;
    const row = this.cursorRow ?? xs.length - 1;
    const x = xs[row] ?? NaN;
    const values = this.playground.arms.map(({ id }, i) => {
      const column = this.columns[1 + COLUMNS * i] ?? [];
      const last = column.slice(0, row + 1).findLast((value) => value !== null);
      return words().readOutRun(id, last == null ? NOTHING : formatReturn(last));
    });
    return words().readOut(formatCount(x), words().xLabel[this.abscissa], values.join(', '));
  }

  /** What keeps the curves from meaning more than they do. */
  #warning(): string {
    const [first, ...others] = this.playground.allResolved();
    const isMixed = others.some(
      ({ environment, values }) =>
        environment !== first?.environment || values.get(REWARD) !== first.values.get(REWARD),
    );
    return isMixed ? words().captionMixed : words().anecdote(this.#seeds());
  }

  #seeds(): string {
    const seeds = this.playground.arms.map(({ id }) =>
      words().seedOf(id, this.playground.resolved(id).values.get('seed') ?? ''),
    );
    return seeds.join(', ');
  }

  #caption(): string {
    const lines = referenceCaption(this.playground.allResolved());
    return [words().caption(this.#seeds()), ...this.#binCaptions(), lines]
      .filter(Boolean)
      .join(' ');
  }

  /** What a point stands for, and by what it is smoothed. */
  #binCaptions(): string[] {
    const window = this.episodeWindow;
    const most = (name: 'episodes' | 'evaluations') =>
      highest(this.playground.runs.map(({ history }) => mostRows(history[name].bins)));
    const [episodes, evaluations] = [most('episodes'), most('evaluations')];
    const evaluated = evaluations > 1 ? [words().captionEvaluations(formatCount(evaluations))] : [];
    const single = window === 1 ? words().captionRaw : words().captionSmoothed(window);
    if (episodes <= 1) return [...evaluated, single];
    const binned = words().captionBins(formatCount(episodes));
    const smoothed = window > episodes ? [words().captionBinsSmoothed(window)] : [];
    return [...evaluated, binned, ...smoothed];
  }

  /** Below the agents on a narrow screen, once there is something to see. */
  #comeIntoView(): void {
    const isEmpty = this.playground.runs.every(({ history }) => !history.lastEvaluation());
    if (isEmpty || this.#hasCome) return;
    this.#hasCome = true;
    if (embedding.isOn || !matchMedia('(max-width: 40rem)').matches) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
  }

  #state(): string {
    const revisions = this.playground.runs.map(
      ({ history: { episodes, evaluations } }) => `${episodes.revision} ${evaluations.revision}`,
    );
    return [this.abscissa, this.episodeWindow, ...revisions].join();
  }

  #draw(): void {
    this.#comeIntoView();
    const histories = this.playground.runs.map(({ history }) => history);
    this.columns = alignCurves(histories, this.abscissa, this.episodeWindow);
  }
}

customElements.define('learning-curves', LearningCurves);
