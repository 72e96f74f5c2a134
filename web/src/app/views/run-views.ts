import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MapStore, WritableAtom } from 'nanostores';
import type { Span } from '../../draw/views/plane';
import type { Environment } from '../../protocol/catalog';
import type { FieldAxes } from '../../protocol/run-commands';
import { formatConfig } from '../../protocol/config';
import type { Field } from '../../protocol/field';
import { $theme, runColor } from '../kit/color-theme';
import { currentLink } from '../experiment/address';
import { PlaygroundElement } from '../experiment/element';
import { formatCount } from '../text/format';
import { WhileConnected } from '../kit/controllers';
import { Refresh } from '../kit/refresh';
import type { Figure } from '../figure/figure';
import '../figure/figure-picture';
import type { Arm } from '../experiment/arm';
import { seededSettings } from '../experiment/seeded';
import { base, fields, surface } from '../kit/styles';
import {
  acrossChoices,
  type Axes,
  defaultAxes,
  mapRequest,
  nowRequest,
  type Shape,
  shapeOf,
  upChoices,
  withAcross,
} from './axes';
import { type ExactValues, ExactWatch } from './exact-values';
import type { ExactWorker } from './exact-worker';
import { FieldWatch } from './field-watch';
import { actionLabel, axisLabel } from './labels';
import { boundsOf, type Looked } from './looked';
import { heatMapOf, mapFigure } from './map-figure';
import { nowFigure } from './now-figure';
import { isMap, isTable, SHOWN, tableMapOf } from './table-map';
import { type Shown, viewStrings as words } from '../text/en/views';

/** The axes chosen for each kind of task, which its runs share. */
export type AxesStore = MapStore<Record<string, Axes>>;

/** Before a run has said what there is to choose from. */
const UNKNOWN: Shape = { components: 0, dimensions: 0, choices: [] };

/** Critic and policy of one run, as they are now. */
class RunViews extends PlaygroundElement {
  static override properties = {
    arm: { attribute: false },
    map: { state: true },
    now: { state: true },
    isTable: { state: true },
  };
  declare arm: Arm;
  declare $axes: AxesStore;
  /** what is on display where there is a value for every state */
  declare $shown: WritableAtom<Shown>;
  declare worker: ExactWorker;
  /** whether there is such a value */
  declare private isTable: boolean;
  declare private map: Figure | undefined;
  declare private now: Figure | undefined;
  static override styles = [base, surface, fields, styles()];
  #map: FieldWatch | undefined;
  #now: FieldWatch | undefined;
  #exact: ExactWatch | undefined;
  #latest: Field | undefined;
  #isJudging = false;
  #shape: Shape = UNKNOWN;
  #range: Span | null = null;

  protected override stores() {
    return [this.playground.$settings, this.$axes, this.$shown, $theme];
  }

  constructor() {
    super();
    this.isTable = false;
    new WhileConnected(this, () => this.#watch());
    new Refresh(this, { every: 0, draw: (now) => this.#refresh(now) });
  }

  #watch(): () => void {
    this.#map = new FieldWatch(this.arm.run, (field) => this.#showMap(field));
    this.#now = new FieldWatch(this.arm.run, (field) => this.#showNow(field));
    this.#exact = new ExactWatch(this.worker.client);
    const stops = [this.$axes, this.$shown].map((store) => store.listen(() => this.#hurry()));
    return () => stops.forEach((stop) => stop());
  }

  override render() {
    if (!this.map || !this.now) return html`<p class="surface muted wait">${words().waiting}</p>`;
    return html`
      <figure-frame class="map" .figure=${this.map}>
        <div slot="controls" class="choices">${this.#axisChoices()} ${this.#shownChoice()}</div>
      </figure-frame>
      <figure-frame class="now" .figure=${this.now}>${this.#dimensionChoice()}</figure-frame>
    `;
  }

  #axisChoices() {
    const shape = this.#shape;
    const axes = this.#axes();
    const environment = this.#environment();
    const named = (index: number) => axisLabel(index, environment, shape);
    return [
      this.#choice('across', words().across, acrossChoices(shape), axes.across, named, (across) =>
        this.#choose(withAcross(axes, across, shape)),
      ),
      this.#choice('up', words().up, upChoices(shape, axes.across), axes.up, named, (up) =>
        this.#choose({ ...axes, up }),
      ),
    ];
  }

  #shownChoice() {
    if (!this.isTable) return nothing;
    const { shown, option } = words().table;
    const all = SHOWN.map((_, i) => i);
    const current = SHOWN.indexOf(this.$shown.get());
    const named = (index: number) => option(SHOWN[index]!);
    return this.#choice('shown', shown, all, current, named, (i) => this.$shown.set(SHOWN[i]!));
  }

  #dimensionChoice() {
    const { dimensions } = this.#shape;
    if (dimensions < 2) return nothing;
    const axes = this.#axes();
    const environment = this.#environment();
    const all = Array.from({ length: dimensions }, (_, i) => i);
    const named = (index: number) => actionLabel(index, environment);
    return html`
      <div slot="controls" class="choices">
        ${this.#choice('dimension', words().dimension, all, axes.dimension, named, (dimension) =>
          this.#choose({ ...axes, dimension }),
        )}
      </div>
    `;
  }

  #choice(
    id: string,
    label: string,
    choices: readonly number[],
    current: number,
    named: (index: number) => string,
    choose: (index: number) => void,
  ) {
    return html`
      <label>
        <span>${label}</span>
        <select
          id=${id}
          aria-label=${words().axisOf(label, this.arm.id)}
          @change=${(event: Event) => {
            choose(Number((event.target as HTMLSelectElement).value));
          }}
        >
          ${choices.map(
            (index) => html`
              <option value=${index} .selected=${live(index === current)}>${named(index)}</option>
            `,
          )}
        </select>
      </label>
    `;
  }

  #choose(axes: Axes): void {
    this.$axes.setKey(this.#key(), axes);
  }

  #hurry(): void {
    this.#range = null;
    this.#map?.hurry();
    this.#now?.hurry();
  }

  #refresh(now: number): void {
    if (this.arm.run.$view.get().phase !== 'ready') return;
    const isWhole = isMap(this.#environment().id);
    this.#map?.refresh(now, (cells) => mapRequest(this.#axes(), this.#shape, isWhole ? 0 : cells));
    this.#now?.refresh(now, () => nowRequest(this.#axes(), this.#shape));
  }

  /** What was asked about another task than the present one is let go. */
  #showMap(field: Field): void {
    if (!fits(field, this.#environment())) return;
    const before = this.#key();
    this.#shape = shapeOf(field, this.#environment());
    if (before !== this.#key()) this.#hurry();
    if (!this.#isWanted(field)) return;
    this.#latest = field;
    this.isTable = isTable(field, this.#axes(), this.#looked());
    if (this.isTable) void this.#judge();
    else this.#draw(field, null);
  }

  /**
   * At first without what is exact, if the core that tells it is not there yet. One question at a
   * time: of the fields that come meanwhile the last one is next.
   */
  async #judge(): Promise<void> {
    if (this.#isJudging) return;
    this.#isJudging = true;
    try {
      for (let judged: Field | undefined; judged !== this.#latest;) {
        judged = this.#latest!;
        const exact = this.#exact!;
        const { config } = this.#looked();
        if (!exact.known) this.#draw(judged, null);
        const { distribution, alpha } = judged;
        const values = await exact.of({ config, policy: distribution.data, alpha });
        if (this.isTable && this.#isWanted(judged)) this.#draw(judged, values);
      }
    } finally {
      this.#isJudging = false;
    }
  }

  #isWanted(field: Field): boolean {
    return answers(field, mapRequest(this.#axes(), this.#shape, 0));
  }

  #draw(field: Field, exact: ExactValues | null): void {
    const [axes, looked] = [this.#axes(), this.#looked()];
    const table = this.isTable ? tableMapOf(field, exact, this.$shown.get(), looked) : null;
    const map = heatMapOf(field, axes, looked, this.#range, table);
    this.#range = map.range;
    this.map = mapFigure(map, axes, looked, table);
  }

  #showNow(field: Field): void {
    if (!fits(field, this.#environment())) return;
    const axes = this.#axes();
    if (!answers(field, nowRequest(axes, this.#shape))) return;
    this.now = nowFigure(field, axes.dimension, this.#looked());
  }

  #looked(): Looked {
    const { id, run } = this.arm;
    const { environment, algorithm, values } = this.playground.resolved(id);
    const settings = formatConfig(seededSettings(this.playground, id));
    const steps = formatCount(run.$view.get().steps);
    return {
      id,
      environment,
      algorithm,
      shape: this.#shape,
      bounds: boundsOf(environment, this.#shape),
      color: runColor(id),
      scale: values.get('reward_scale') ?? '1',
      config: settings,
      target: values.get(`${algorithm.id}.target`) ?? 'maximum',
      about: words().about(id, settings, steps),
      build: this.playground.catalog.build,
      link: currentLink(this.playground),
    };
  }

  #environment(): Environment {
    return this.playground.resolved(this.arm.id).environment;
  }

  #key(): string {
    const { components, dimensions } = this.#shape;
    return [this.#environment().id, components, dimensions].join(' ');
  }

  #axes(): Axes {
    return this.$axes.get()[this.#key()] ?? defaultAxes(this.#environment().id, this.#shape);
  }
}

/** Whether a field can be about an environment. */
function fits({ policy, state }: Field, { action, state: names }: Environment): boolean {
  const isOfChoices = policy === 'greedy' || policy === 'categorical';
  return isOfChoices === (action.kind === 'discrete') && state.length >= names.length;
}

function answers({ across, up }: Field, [wantedAcross, wantedUp]: FieldAxes): boolean {
  return across.index === wantedAcross && up.index === wantedUp;
}

function styles() {
  return css`
    :host {
      display: grid;
      grid-row: span 2;
      grid-template-rows: subgrid;
      min-width: 0;
    }
    .wait {
      padding: var(--space-4);
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
    }
    label {
      display: inline-flex;
      flex: 1 1 9rem;
      align-items: center;
      gap: var(--space-2);
      color: var(--muted);
      font-size: var(--text-s);
    }
    select {
      flex: 1;
    }
  `;
}

customElements.define('run-views', RunViews);
