import { css, html, nothing } from 'lit';
import { bandOptions } from '../../draw/band-curves';
import { bandColumns } from '../../draw/bands';
import type { AlignedColumns } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import { runDash } from '../../draw/line-style';
import { type Location, LOCATIONS } from '../../protocol/score-commands';
import { PlaygroundElement } from '../experiment/element';
import '../figure/curve-plot';
import type { LaterFigure } from '../figure/figure';
import '../figure/figure-frame';
import { figures } from '../figure/figure-styles';
import { lineSample } from '../figure/line-sample';
import { $theme, drawingTheme, runColor } from '../kit/color-theme';
import { embedding, isLocked } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import { Refresh } from '../kit/refresh';
import { segmented } from '../kit/segmented';
import { base, buttons, segments } from '../kit/styles';
import { shownArms, type Sweep } from '../experiment/recorded';
import { seedsOf } from '../seeds/seeds-of';
import { MOST_SEEDS } from '../settings/limits';
import { summarize } from '../settings/run-summary';
import { sharedReference } from '../settings/settings';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import { bandWords as words } from '../text/en/bands';
import { curveStrings } from '../text/en/curves';
import { sweepWords } from '../text/en/sweeps';
import { strings } from '../text/en/page';
import { answerOf } from './answer';
import {
  aloneSentence,
  bandCaption,
  comparisonSentences,
  reachedSentence,
  seedsText,
  stepsLabel,
} from './band-sentences';
import { readCohorts } from './cohort-reading';
import { curveStyles } from './curve-styles';
import { readArms, stateOf } from './read-seeds';
import { recordedLook } from './recorded-looks';
import { besideSentence, recordedCaption } from './recorded-sentences';
import { type RecordedStanding, recordedStanding } from './recorded-standing';
import { referenceCaption, references } from './references';
import '../sweeps/recorded-list';
import './seed-progress';
import { type ArmStanding, type Standing, standingOf } from './standing';

/** Milliseconds between two updates of the chart. */
const REFRESH = 500;
const FURTHER = 10;

const paragraphs = (sentences: readonly string[]) =>
  sentences.map((sentence) => html`<p>${sentence}</p>`);
const idsOf = (arms: readonly { id: string }[]) => arms.map(({ id }) => id).join();

/** The returns of all seeds of all arms: a band for each arm, and what they come to. */
class BandCurves extends PlaygroundElement {
  static override properties = {
    location: { state: true },
    standing: { state: true },
    recorded: { state: true },
    reasons: { state: true },
    cursorRow: { state: true },
  };
  declare private location: Location;
  /** `null` before anything is known */
  declare private standing: Standing | null;
  /** what the recorded arms on display come to */
  declare private recorded: RecordedStanding | null;
  /** why there is nothing new of the runs, and of the recorded arms; `''` where there is */
  declare private reasons: readonly [live: string, recorded: string];
  declare private cursorRow: number | null;
  static override styles = [base, segments, buttons, figures, curveStyles, styles()];
  #columns: AlignedColumns = [[]];
  #sweeps: readonly Sweep[] = [];
  /** how often recorded arms have come or gone */
  #revision = 0;
  /** whether the next picture is being computed: there is no other until it is there */
  #isBusy = false;

  constructor() {
    super();
    this.location = 'iqm';
    this.standing = null;
    this.recorded = null;
    this.reasons = ['', ''];
    this.cursorRow = null;
    new Refresh(this, {
      every: REFRESH,
      state: () => this.#state(),
      draw: () => void this.#draw(),
    });
  }

  protected override stores() {
    const { $settings, $sweeps, $seeds } = this.playground;
    return [$settings, $sweeps, $seeds, $theme];
  }

  override render() {
    const list = html`<recorded-list .playground=${this.playground}></recorded-list>`;
    if (!this.standing) return [this.#waiting(), list];
    const standing = this.#onDisplay(this.standing);
    const isWhole = idsOf(this.standing.arms) === idsOf(this.playground.arms);
    return html`
      <figure-frame .figure=${this.#figure(standing)}>
        <ul slot="head" class="legend">
          ${this.#legend(standing)}
        </ul>
        <div slot="picture" class="curves">
          <seed-progress .playground=${this.playground}></seed-progress>
          ${isWhole ? this.#picture(standing) : this.#waiting()} ${list}
          <details class="about">
            <summary>${strings().stage.chart}</summary>
            ${isWhole && embedding.isStageOnly ? this.#comparison(standing) : nothing}
            <div class="choices">${this.#choices()} ${this.#another()}</div>
            <p class="caption muted">${isWhole ? this.#caption(standing) : nothing}</p>
          </details>
        </div>
      </figure-frame>
    `;
  }

  /** Without arms that have gone since. */
  #onDisplay(standing: Standing): Standing {
    const ids: readonly string[] = this.playground.arms.map(({ id }) => id);
    return { ...standing, arms: standing.arms.filter(({ id }) => ids.includes(id)) };
  }

  #waiting() {
    const [live] = this.reasons;
    return html`<p class="muted">${live ? words().unanswered(live) : words().waiting}</p>`;
  }

  #picture(standing: Standing) {
    const news = this.#news(standing);
    // A frame has room for one of them.
    const isEither = embedding.isStageOnly && news.length > 0;
    const isReading = this.cursorRow !== null;
    return html`
      <curve-plot
        .chart=${this.#chart(standing)}
        .columns=${this.#columns}
        .options=${bandOptions}
        .label=${`${curveStrings().title}. ${words().keys}`}
        @cursor=${(event: CustomEvent<number | null>) => (this.cursorRow = event.detail)}
      ></curve-plot>
      <p
        class="read-out number"
        aria-live=${isReading ? 'polite' : 'off'}
        ?hidden=${isEither && !isReading}
      >
        ${this.#readOut(standing)}
      </p>
      <div class="outcome" role="status" ?hidden=${isEither && isReading}>${paragraphs(news)}</div>
      ${embedding.isStageOnly ? nothing : this.#comparison(standing)}
    `;
  }

  /** What is told as it changes, which is seldom. */
  #news(standing: Standing): string[] {
    return [
      reachedSentence(this.#arms(standing), this.#goal()),
      ...new Set(this.reasons.filter(Boolean).map(words().unanswered)),
    ].filter(Boolean);
  }

  /** A frame has room for it with what is told of the chart. */
  #comparison(standing: Standing) {
    const [live] = this.reasons;
    const compared = [
      ...(live ? [] : this.#compared(standing)),
      ...(this.recorded?.comparisons.map(besideSentence) ?? []),
    ];
    return html`<div class="outcome">${paragraphs(compared)}</div>`;
  }

  /** Returns of different environments are not compared. */
  #compared(standing: Standing): string[] {
    const [first, ...others] = this.playground.allResolved();
    const isMixed = others.some(({ environment }) => environment !== first?.environment);
    if (isMixed) return [curveStrings().captionMixed];
    if (!Number.isFinite(standing.at)) return [];
    return others.length > 0 ? comparisonSentences(standing) : [aloneSentence(standing)];
  }

  /** A step of the lesson. */
  #another() {
    const { $seeds } = this.playground;
    const further = Math.min(FURTHER, MOST_SEEDS - $seeds.get());
    if (isLocked('seed') || embedding.isStageOnly || further === 0) return nothing;
    return html`
      <button title=${words().anotherHint} @click=${() => $seeds.set($seeds.get() + further)}>
        ${words().another(further)}
      </button>
    `;
  }

  #choices() {
    const locations = LOCATIONS.map((value) => ({ value, text: words().locations[value] }));
    return segmented(words().middle, 'middle', locations, this.location, (value) => {
      this.location = value;
    });
  }

  /** The seeds of all arms are told at the axis and in the caption, those that differ here too. */
  #legend({ arms }: Standing) {
    const summaries = summarize(this.playground.allResolved());
    const isOne = new Set(arms.map(seedsText)).size === 1;
    const live = this.playground.arms.map(({ id }, i) => {
      const { name, style } = summaries[i]!;
      const arm = arms.find((each) => each.id === id);
      return html`<li>
        ${lineSample(id, style)} ${words().legend(id, name, arm && !isOne ? seedsText(arm) : '')}
      </li>`;
    });
    const recorded = this.#recordedArms().map((arm) => {
      const { color, style } = recordedLook(arm.shown.id);
      return html`<li>
        ${lineSample(arm.id, style, color)}
        ${sweepWords().label(arm.id, arm.shown.name, seedsText(arm))}
      </li>`;
    });
    return [...live, ...recorded];
  }

  /** Those that are still on display. */
  #recordedArms() {
    const shown = shownArms(this.playground.$sweeps.get());
    return (this.recorded?.arms ?? []).filter(({ shown: { id, seeds } }) =>
      shown.some((arm) => arm.id === id && arm.seeds === seeds),
    );
  }

  #arms(standing: Standing): readonly ArmStanding[] {
    return [...standing.arms, ...this.#recordedArms()];
  }

  #chart(standing: Standing) {
    const summaries = summarize(this.playground.allResolved());
    const live = this.playground.arms.flatMap(({ id }, i) => {
      const arm = standing.arms.find((each) => each.id === id);
      if (!arm) return [];
      const { name, style } = summaries[i]!;
      const [color, dash] = [runColor(id), runDash(style)];
      return [{ name: `${id} ${name}`, color, dash, seeds: arm.curves.length }];
    });
    const recorded = this.#recordedArms().map(({ id, shown, curves }) => {
      const { color, dash } = recordedLook(shown.id);
      return { name: `${id} ${shown.name}`, color, dash, seeds: curves.length };
    });
    return {
      runs: [],
      bands: [...live, ...recorded],
      references: references(this.playground.allResolved()),
      xLabel: stepsLabel(this.#arms(standing)),
      yLabel: words().yLabel,
      theme: drawingTheme('--surface'),
    };
  }

  /** The chart as it is now, for the tools. */
  #figure(standing: Standing): LaterFigure {
    const view = () => ({
      standing,
      recorded: this.#recordedArms(),
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

  #readOut(standing: Standing) {
    const arms = this.#arms(standing);
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
    const { recorded } = this;
    return [
      bandCaption(standing),
      recorded && this.#recordedArms().length > 0 ? recordedCaption(recorded) : '',
      referenceCaption(this.playground.allResolved()),
    ]
      .filter(Boolean)
      .join(' ');
  }

  /** The return that all arms are to reach, if there is one. */
  #goal(): number | null {
    return sharedReference(this.playground.allResolved()).threshold ?? null;
  }

  #state(): string | null {
    if (this.#isBusy) return null;
    const sweeps = this.playground.$sweeps.get();
    if (sweeps !== this.#sweeps) this.#revision++;
    this.#sweeps = sweeps;
    const live = stateOf(seedsOf(this.playground).$cohorts.get(), 'evaluations');
    return [this.location, this.#revision, live].join(' ');
  }

  async #draw(): Promise<void> {
    const seeds = seedsOf(this.playground);
    const goal = this.#goal();
    const arms = readArms(seeds.$cohorts.get(), goal);
    const reading = readCohorts(arms);
    if (reading.arms.length === 0) return;
    this.#isBusy = true;
    try {
      const { location, playground } = this;
      const shown = shownArms(playground.$sweeps.get());
      const { environment } = playground.allResolved()[0]!;
      const other = { arm: arms[0]!, environment };
      const beside =
        shown.length > 0 ? recordedStanding(shown, other, goal, location, seeds) : null;
      const [live, recorded] = await Promise.all([
        answerOf(standingOf(reading, location, seeds)),
        answerOf(Promise.resolve(beside)),
      ]);
      this.standing = live.value ?? this.standing;
      this.recorded = recorded.value ?? null;
      this.reasons = [live.reason, recorded.reason];
      const drawn = this.standing ? this.#arms(this.standing) : [];
      this.#columns = bandColumns(drawn.map(({ curves, points }) => ({ seeds: curves, points })));
    } finally {
      this.#isBusy = false;
    }
  }
}

/** Low where a frame, or a low window, has to have room for what the seeds come to. */
function styles() {
  const height = (rem: number) => css`
    curve-plot {
      --figure-height: ${rem}rem;
    }
  `;
  return embedding.isStageOnly
    ? height(11)
    : css`
        @media (min-width: 60rem) and (max-height: 48rem) {
          ${height(12)}
        }
      `;
}

customElements.define('band-curves', BandCurves);
