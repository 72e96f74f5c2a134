import { html } from 'lit';
import { bandOptions } from '../../draw/band-curves';
import { bandColumns } from '../../draw/bands';
import type { AlignedColumns } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import { runDash } from '../../draw/line-style';
import { DeadWorkerError } from '../../protocol/client';
import { type Location, LOCATIONS } from '../../protocol/score-commands';
import { PlaygroundElement } from '../experiment/element';
import '../figure/curve-plot';
import type { LaterFigure } from '../figure/figure';
import '../figure/figure-frame';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import { embedding } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import { Refresh } from '../kit/refresh';
import { segmented } from '../kit/segmented';
import { base, buttons, segments } from '../kit/styles';
import { seedsOf } from '../seeds/seeds-of';
import { summarize } from '../settings/run-summary';
import { sharedReference } from '../settings/settings';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import { bandWords as words } from '../text/en/bands';
import { curveStrings } from '../text/en/curves';
import { strings } from '../text/en/page';
import {
  aloneSentence,
  bandCaption,
  comparisonSentences,
  countNote,
  reachedSentence,
  seedsText,
} from './band-sentences';
import { readCohorts } from './cohort-reading';
import { curveStyles } from './curve-styles';
import { readArms, stateOf } from './read-seeds';
import { referenceCaption, references } from './references';
import './seed-progress';
import { type Standing, standingOf } from './standing';

/** Milliseconds between two updates of the chart. */
const REFRESH = 500;

/** The returns of all seeds of all arms: a band for each arm, and what they come to. */
class BandCurves extends PlaygroundElement {
  static override properties = {
    location: { state: true },
    standing: { state: true },
    cursorRow: { state: true },
  };
  declare private location: Location;
  /** `null` before anything is known */
  declare private standing: Standing | null;
  declare private cursorRow: number | null;
  static override styles = [base, segments, buttons, figures, curveStyles];
  #columns: AlignedColumns = [[]];
  /** whether the next picture is being computed: there is no other until it is there */
  #isBusy = false;

  constructor() {
    super();
    this.location = 'iqm';
    this.standing = null;
    this.cursorRow = null;
    new Refresh(this, {
      every: REFRESH,
      state: () => this.#state(),
      draw: () => void this.#draw(),
    });
  }

  protected override stores() {
    return [this.playground.$settings, $theme];
  }

  override render() {
    const { standing } = this;
    const isOf = standing?.arms.every(({ id }, i) => this.playground.arms[i]?.id === id);
    if (!standing || !isOf) return html`<p class="muted">${words().waiting}</p>`;
    return html`
      <figure-frame .figure=${this.#figure(standing)}>
        <ul slot="head" class="legend">
          ${this.#legend(standing)}
        </ul>
        <div slot="picture" class="curves">
          <seed-progress .playground=${this.playground}></seed-progress>
          <curve-plot
            .chart=${this.#chart(standing)}
            .columns=${this.#columns}
            .options=${bandOptions}
            .label=${`${curveStrings().title}. ${words().keys}`}
            @cursor=${(event: CustomEvent<number | null>) => (this.cursorRow = event.detail)}
          ></curve-plot>
          <p class="read-out number" aria-live=${this.cursorRow === null ? 'off' : 'polite'}>
            ${this.#readOut(standing)}
          </p>
          ${this.#sentences(standing)}
          <details class="about" ?open=${embedding.isStageOnly}>
            <summary>${strings().stage.chart}</summary>
            <div class="choices">${this.#choices()}</div>
            <p class="caption muted">${this.#caption(standing)}</p>
          </details>
        </div>
      </figure-frame>
    `;
  }

  #sentences(standing: Standing) {
    const sentences = [reachedSentence(standing.arms, this.#goal()), ...this.#compared(standing)];
    return html`
      <div class="outcome" role="status">
        ${sentences.filter(Boolean).map((sentence) => html`<p>${sentence}</p>`)}
      </div>
    `;
  }

  /** Returns of different environments are not compared. */
  #compared(standing: Standing): string[] {
    const [first, ...others] = this.playground.allResolved();
    const isMixed = others.some(({ environment }) => environment !== first?.environment);
    if (isMixed) return [curveStrings().captionMixed];
    if (!Number.isFinite(standing.at)) return [];
    return others.length > 0 ? comparisonSentences(standing) : [aloneSentence(standing)];
  }

  #choices() {
    const locations = LOCATIONS.map((value) => ({ value, text: words().locations[value] }));
    return segmented(words().middle, 'middle', locations, this.location, (value) => {
      this.location = value;
    });
  }

  #legend({ arms }: Standing) {
    return summarize(this.playground.allResolved()).map(({ title, style }, i) => {
      const { id } = arms[i]!;
      return html`<li>
        ${lineSample(id, style)} ${words().legend(id, title, seedsText(arms[i]!))}
      </li>`;
    });
  }

  #chart(standing: Standing) {
    const summaries = summarize(this.playground.allResolved());
    const bands = standing.arms.map(({ id, counted }, i) => {
      const { title, style } = summaries[i]!;
      const name = `${id} ${title}`;
      return { name, color: runColor(id), dash: runDash(style), seeds: counted.length };
    });
    return {
      runs: [],
      bands,
      note: countNote(standing.arms),
      references: references(this.playground.allResolved()),
      xLabel: curveStrings().xLabel.steps,
      yLabel: words().yLabel,
      theme: drawingTheme('--surface'),
    };
  }

  /** The chart as it is now, for the tools. */
  #figure(standing: Standing): LaterFigure {
    const view = () => ({
      standing,
      chart: this.#chart(standing),
      caption: this.#caption(standing),
      goal: this.#goal(),
    });
    return {
      title: curveStrings().title,
      table: words().table,
      load: async () => {
        const { bandExport } = await loaded(() => import('./band-export'));
        return bandExport(this.playground, view());
      },
    };
  }

  #readOut({ arms }: Standing) {
    const end = highest(arms.map(({ points }) => points.at(-1)?.x ?? -Infinity));
    if (end === -Infinity) return words().waiting;
    const x = this.cursorRow === null ? end : (this.#columns[0][this.cursorRow] ?? end);
    const values = arms.map(({ id, points }) => {
      const isWithin = (points.at(-1)?.x ?? -Infinity) >= x;
      const point = isWithin ? points.findLast((each) => each.x <= x) : undefined;
      if (!point) return words().readOutRun(id, NOTHING, '');
      const interval = words().interval(formatReturn(point.low), formatReturn(point.high));
      return words().readOutRun(id, formatReturn(point.middle), interval);
    });
    return words().readOut(formatCount(x), values.join('; '));
  }

  #caption(standing: Standing): string {
    return [bandCaption(standing), referenceCaption(this.playground.allResolved())]
      .filter(Boolean)
      .join(' ');
  }

  /** The return that all arms are to reach, if there is one. */
  #goal(): number | null {
    return sharedReference(this.playground.allResolved()).threshold ?? null;
  }

  #state(): string | null {
    if (this.#isBusy) return null;
    return `${this.location} ${stateOf(seedsOf(this.playground).$cohorts.get(), 'evaluations')}`;
  }

  async #draw(): Promise<void> {
    const seeds = seedsOf(this.playground);
    const reading = readCohorts(readArms(seeds.$cohorts.get(), this.#goal()));
    if (reading.arms.length === 0) return;
    this.#isBusy = true;
    try {
      const standing = await standingOf(reading, this.location, seeds);
      this.#columns = bandColumns(
        standing.arms.map(({ curves, points }) => ({ seeds: curves, points })),
      );
      this.standing = standing;
    } catch (error) {
      if (!(error instanceof DeadWorkerError)) throw error;
    } finally {
      this.#isBusy = false;
    }
  }
}

customElements.define('band-curves', BandCurves);
