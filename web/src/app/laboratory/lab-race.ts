import { html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { drawLines, type LineFigure } from '../../draw/lab/lines';
import { $theme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import { formatCount, formatValue, NOTHING } from '../text/format';
import { base, buttons, fields, surface } from '../kit/styles';
import varianceRatio from '../kit/variance-ratio.tex';
import { dataTable, tables } from '../figure/data-table';
import type { Figure } from '../figure/figure';
import '../figure/figure-picture';
import { figures, formulas } from '../figure/figure-styles';
import { estimatorMark } from '../figure/estimator-mark';
import type { LabWorker } from './lab-client';
import {
  type Contestant,
  DIMENSIONS,
  finishOf,
  parseRace,
  racePoints,
  type RaceResult,
  variantOf,
} from './race';
import { raceStrings as words } from '../text/en/race';
import { raceStyles } from './race-styles';
import { styleOf } from './variants';

/** Milliseconds of work between two looks at the worker's other messages. */
const SLICE = 20;
/** Cells without a number. */
const NONE = [NOTHING, NOTHING, NOTHING];

/** Three estimators race to the same target in the worker of `client`. */
class LabRace extends LitElement {
  static override properties = {
    client: { attribute: false },
    build: {},
    position: { state: true },
    race: { state: true },
    isRunning: { state: true },
    failure: { state: true },
  };
  declare client: Pick<LabWorker, 'call'>;
  /** version of the core */
  declare build: string;
  /** of the dimension among those to choose from */
  declare private position: number;
  declare private race: RaceResult | null;
  declare private isRunning: boolean;
  declare private failure: string;
  static override styles = [base, surface, buttons, fields, figures, formulas, tables, raceStyles];
  /** counts the races, so that an old one ends when a new one starts */
  #generation = 0;

  constructor() {
    super();
    new Following(this, () => [$theme]);
    this.position = DIMENSIONS.indexOf(8);
    this.race = null;
    this.isRunning = false;
    this.failure = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render() {
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title" class="heading">${words().title}</h2>
        <p class="text">${words().headline}</p>
        <p class="text muted">${words().task}</p>
        ${this.#controls()}
        ${this.failure && html`<p class="error" role="alert">${words().failed(this.failure)}</p>`}
      </section>
      ${this.race ? this.#figure(this.race) : nothing}
      <section class="surface">
        ${this.race ? this.#finishes(this.race) : nothing} ${this.#theory()}
      </section>
    `;
  }

  #controls() {
    const dimensions = DIMENSIONS[this.position]!;
    return html`
      <div class="controls">
        <label for="dimensions">${words().dimensions}</label>
        <input
          id="dimensions"
          type="range"
          min="0"
          max=${DIMENSIONS.length - 1}
          step="1"
          .value=${String(this.position)}
          aria-valuetext=${dimensions}
          @input=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)}
        />
        <output for="dimensions" class="number">${dimensions}</output>
        <button
          class="primary"
          @click=${() => (this.isRunning ? this.#stop() : void this.#start())}
        >
          ${this.isRunning ? words().stop : this.race ? words().again : words().start}
        </button>
      </div>
    `;
  }

  #style(contestant: Contestant) {
    return styleOf(variantOf(contestant), $theme.get());
  }

  #figure(race: RaceResult) {
    const series = race.contestants.map((contestant) => ({
      style: this.#style(contestant),
      width: 2.25,
      points: racePoints(contestant),
    }));
    const figure: LineFigure = {
      xLabel: words().xLabel,
      yLabel: words().yLabel,
      xScale: 'log',
      yScale: 'log',
      target: { value: race.target, label: words().target(race.target) },
      series,
    };
    const own: Figure = {
      title: words().figure,
      caption: words().caption,
      about: words().about(race),
      build: this.build,
      link: '#lab=',
      file: `gradient-race-${race.dimensions}-dimensions`,
      table: words().table,
      rows: () => [words().dataColumns, ...race.contestants.flatMap((each) => this.#rows(each))],
      picture: {
        label: words().chart,
        height: (width) => Math.min(420, Math.max(300, 0.5 * width)),
        draw: (context, size, theme) => drawLines(context, figure, size, theme),
      },
    };
    return html`
      <figure-frame data-figure="race" .figure=${own}>
        <ul slot="legend" class="legend">
          ${series.map(({ style }) => html`<li>${estimatorMark(style)} ${style.name}</li>`)}
        </ul>
      </figure-frame>
    `;
  }

  #rows(contestant: Contestant) {
    const { name } = this.#style(contestant);
    const { iteration, ...columns } = contestant.curve;
    const { mean, mean_standard_error: error, expected, lower, upper } = columns;
    return iteration.map((x, row) => [
      ...[name, contestant.step, x],
      ...[mean, error, expected, lower, upper].map((column) => column[row] ?? null),
    ]);
  }

  #finishes(race: RaceResult) {
    const rows = race.contestants.map((contestant) => this.#finish(race, contestant));
    return html`
      ${dataTable(words().title, [Object.values(words().columns), ...rows])}
      <p class="caption muted">${words().tableNote}</p>
    `;
  }

  #finish(race: RaceResult, contestant: Contestant): string[] {
    const finish = finishOf(contestant);
    const cells = finish
      ? [
          formatCount(finish.reached),
          words().seeds(finish),
          formatCount(finish.slowest),
          words().evaluations(finish),
        ]
      : [contestant.finished ? words().never(race.most_iterations) : NOTHING, ...NONE];
    return [this.#style(contestant).name, stepText(contestant), ...cells];
  }

  #theory() {
    const { before, after, title } = words().ratio;
    return html`
      <div class="theory">
        <h3>${title}</h3>
        <p class="text">${before}</p>
        <div class="formula" tabindex="0" role="region" aria-label=${title}>
          ${unsafeHTML(varianceRatio)}
        </div>
        ${this.race ? html`<p class="text number">${after(this.race)}</p>` : nothing}
      </div>
    `;
  }

  #choose(position: string): void {
    this.position = Number(position);
    void this.#start();
  }

  #stop(): void {
    this.#generation += 1;
    this.isRunning = false;
  }

  async #start(): Promise<void> {
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    this.isRunning = true;
    this.failure = '';
    try {
      await this.client.call('raceOpen', `dimensions=${DIMENSIONS[this.position]!}`);
      while (isCurrent()) {
        const race = parseRace(await this.client.call('raceStep', SLICE));
        if (!isCurrent()) return;
        this.race = race;
        if (race.finished) break;
        await new Promise(requestAnimationFrame);
      }
    } catch (error) {
      if (isCurrent()) this.failure = error instanceof Error ? error.message : String(error);
    }
    if (isCurrent()) this.isRunning = false;
  }
}

function stepText({ finished, step, trying }: Contestant): string {
  if (finished || trying === null)
    return step === null ? words().waiting : formatValue(rounded(step));
  return words().trying(rounded(trying));
}

function rounded(step: number): number {
  return Number(step.toPrecision(3));
}

customElements.define('lab-race', LabRace);
