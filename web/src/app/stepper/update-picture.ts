import { css, html } from 'lit';
import { formatConfig } from '../../protocol/config';
import type { Field } from '../../protocol/field';
import { currentLink } from '../experiment/address';
import { PlaygroundElement } from '../experiment/element';
import { seededSettings } from '../experiment/seeded';
import '../figure/figure-picture';
import { $theme, runColor } from '../kit/color-theme';
import { base, fields, surface } from '../kit/styles';
import { stepperStrings as words } from '../text/en/stepper';
import { actionLabel } from '../views/labels';
import { pathOf } from './gradient-path';
import { pathPicture, pathStyles } from './path-picture';
import { phaseOf } from './code-rows';
import { updateFigure } from './picture';
import type { Recorded } from './recorder';
import type { Place, Stepper, Track } from './stepper';

/** What critic and policy say in one state, before an update and after it. */
interface Looked {
  recorded: Recorded;
  sample: number;
  dimension: number;
  before: Field;
  after: Field;
}

/** One run's update in the state of one transition, and the path of its gradient. */
class UpdatePicture extends PlaygroundElement {
  static override properties = {
    stepper: { attribute: false },
    place: { attribute: false },
    track: { attribute: false },
    looked: { state: true },
    dimension: { state: true },
  };
  declare stepper: Stepper;
  declare place: Place;
  declare track: Track;
  declare private looked: Looked | null;
  declare private dimension: number;
  static override styles = [base, surface, fields, pathStyles, styles()];
  /** what has been asked for last */
  #asked: readonly unknown[] = [];

  constructor() {
    super();
    this.looked = null;
    this.dimension = 0;
  }

  protected override stores() {
    return [$theme];
  }

  override willUpdate(): void {
    const asked = [this.track.recorded, this.place.sample, this.dimension];
    if (asked.every((each, i) => each === this.#asked[i])) return;
    this.#asked = asked;
    void this.#look();
  }

  override render() {
    return html`${this.#figure()} ${this.#path()}`;
  }

  #figure() {
    if (!this.looked) return html`<p class="surface muted">${words().picture.waiting}</p>`;
    const { playground, place, track, looked } = this;
    const { environment } = playground.resolved(track.id);
    const { names, kind } = environment.action;
    const at = place.tracks.indexOf(track);
    const figure = updateFigure({
      id: track.id,
      trace: looked.recorded.trace,
      lines: place.rows.map(({ lines }) => lines[at]).filter((line) => !!line),
      sample: looked.sample,
      dimension: looked.dimension,
      environment,
      before: looked.before,
      after: looked.after,
      phase: phaseOf(place.rows[place.row]!),
      color: runColor(track.id),
      config: formatConfig(seededSettings(playground, track.id)),
      build: playground.catalog.build,
      link: currentLink(playground),
    });
    return html`
      <figure-frame .figure=${figure}>
        ${
          kind === 'continuous' && names.length > 1
            ? html`<label slot="controls">
                <span>${words().picture.dimension}</span>
                <select
                  @change=${(event: Event) => {
                    this.dimension = Number((event.target as HTMLSelectElement).value);
                  }}
                >
                  ${names.map(
                    (_, i) =>
                      html`<option value=${i} ?selected=${i === this.dimension}>
                        ${actionLabel(i, environment)}
                      </option>`,
                  )}
                </select>
              </label>`
            : ''
        }
      </figure-frame>
    `;
  }

  #path() {
    const { place, track } = this;
    const at = place.tracks.indexOf(track);
    const ids = place.rows
      .filter((row) => phaseOf(row) === 'actor' && row.lines[at])
      .map(({ id }) => id);
    const entries = track.recorded.trace.entries.filter(({ line }) => ids.includes(line));
    const path = pathOf(new Set(entries.map(({ name }) => name)));
    if (!path) return '';
    return html`
      <section
        class="surface path"
        style=${`--run: var(--run-${track.id.toLowerCase()})`}
        aria-label=${words().path.title(track.id)}
      >
        <h3>${words().path.title(track.id)}</h3>
        ${pathPicture(path)}
      </section>
    `;
  }

  /** Of what is asked for meanwhile only the last counts. */
  async #look(): Promise<void> {
    const asked = this.#asked;
    const { track, place, dimension } = this;
    const { environment } = this.playground.resolved(track.id);
    const { recorded } = track;
    const { sample } = place;
    const looked = await this.stepper.look(
      track,
      sample,
      environment.action.kind === 'discrete' ? -1 : dimension,
    );
    if (asked !== this.#asked) return;
    this.looked = looked && { ...looked, recorded, sample, dimension };
  }
}

function styles() {
  return css`
    :host {
      display: grid;
      gap: var(--space-4);
      align-content: start;
      min-width: 0;
    }
    p.surface,
    .path {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-4);
    }
    .path p {
      font-size: var(--text-s);
    }
    h3 {
      font-size: var(--text-m);
      font-weight: 650;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      font-size: var(--text-s);
    }
  `;
}

customElements.define('update-picture', UpdatePicture);
