import { css, html, nothing } from 'lit';
import { DeadWorkerError } from '../../protocol/client';
import { currentLink } from '../experiment/address';
import { seededSettings } from '../experiment/seeded';
import { formatConfig } from '../../protocol/config';
import { estimatorMark } from '../figure/estimator-mark';
import type { Figure } from '../figure/figure';
import '../figure/figure-frame';
import { FigureElement } from '../figure/figure-element';
import '../figure/figure-picture';
import { figures } from '../figure/figure-styles';
import { Refresh } from '../kit/refresh';
import { base } from '../kit/styles';
import type { Cohort } from '../seeds/cohort';
import { seedsOf } from '../seeds/seeds-of';
import { bandWords } from '../text/en/bands';
import { words } from '../text/en/gradient';
import { seedsOfArms } from './band-sentences';
import { nameOf, styleOf } from './gradient-looks';
import { type GradientLine, gradientLines, type Quantity } from './gradient-lines';
import { livingBins, livingSeeds, stateOf } from './read-seeds';
import { type BandLines, bandLines, linesFigure, type SeedLine } from './seed-lines';

/** Milliseconds between two updates of the chart. */
const REFRESH = 1000;
const [TRAINS, OTHER] = [3, 1.25];

/** What gradient estimates scatter in all seeds of all arms. */
class GradientBands extends FigureElement {
  static override properties = { quantity: {}, bands: { state: true } };
  declare quantity: Quantity;
  /** `null` before anything was measured */
  declare private bands: BandLines | null;
  static override styles = [
    base,
    figures,
    css`
      :host {
        margin-top: var(--space-3);
      }
    `,
  ];
  /** whether the next picture is being computed: there is no other until it is there */
  #isBusy = false;

  constructor() {
    super();
    this.bands = null;
    new Refresh(this, {
      every: REFRESH,
      state: () => this.#state(),
      draw: () => void this.#draw(),
    });
  }

  override render() {
    if (!this.bands) return nothing;
    return html`
      <figure-frame .figure=${this.#figure(this.bands)}>
        <ul slot="legend" class="legend">
          ${this.bands.lines.map(
            ({ style }) => html`<li>${estimatorMark(style)} ${style.name}</li>`,
          )}
        </ul>
      </figure-frame>
    `;
  }

  #figure(bands: BandLines): Figure {
    const { playground, quantity } = this;
    const { states, repeats } = playground.catalog.probe;
    const { title, caption, file } = bandWords().gradient;
    const cohorts = this.#cohorts.map((cohort) => ({
      id: cohort.id,
      counted: livingSeeds(cohort),
    }));
    return linesFigure(bands, {
      title,
      yLabel: words().yLabel[quantity],
      yScale: 'log',
      seeds: seedsOfArms(cohorts),
      notes: [caption(String(states), String(repeats))],
      formulas: [],
      file: file(quantity === 'variance' ? 'variance' : 'signal-to-noise'),
      about: playground.arms
        .map(({ id }) => words().run(id, formatConfig(seededSettings(playground, id))))
        .join('; '),
      build: playground.catalog.build,
      link: currentLink(playground),
    });
  }

  get #cohorts(): readonly Cohort[] {
    return seedsOf(this.playground).$cohorts.get();
  }

  #state(): string | null {
    if (this.#isBusy || this.#cohorts.length === 0) return null;
    return `${this.quantity} ${stateOf(this.#cohorts, 'probes')}`;
  }

  async #draw(): Promise<void> {
    const lines = this.#cohorts.flatMap((cohort) => this.#linesOf(cohort));
    if (lines.length === 0) return;
    this.#isBusy = true;
    try {
      this.bands = await bandLines(lines, seedsOf(this.playground));
    } catch (error) {
      if (!(error instanceof DeadWorkerError)) throw error;
    } finally {
      this.#isBusy = false;
    }
  }

  /** The estimators of an arm in all of its seeds, whether or not they have measured them. */
  #linesOf(cohort: Cohort): SeedLine[] {
    const { id } = cohort;
    const resolved = this.playground.resolved(id);
    const read = livingBins(cohort, 'probes').map(({ seed, bins }) => ({
      seed,
      lines: gradientLines([{ id, resolved, bins }], this.quantity),
    }));
    const known = new Map(read.flatMap(({ lines }) => lines.map((line) => [nameOf(line), line])));
    return [...known].map(([name, line]) => ({
      style: { ...styleOf(line), name },
      width: line.isActive ? TRAINS : OTHER,
      seeds: read.map(({ seed, lines }) => {
        const own = lines.find((each) => nameOf(each) === name);
        return { seed, ...curveOf(own) };
      }),
    }));
  }
}

function curveOf(line: GradientLine | undefined) {
  const known = [...(line?.points ?? [])].flatMap(([x, point]) =>
    point ? [{ x, y: point.value }] : [],
  );
  return { x: known.map(({ x }) => x), y: known.map(({ y }) => y) };
}

customElements.define('gradient-bands', GradientBands);
