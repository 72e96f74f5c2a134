import { css, html, nothing } from 'lit';
import { parseConfig } from '../../protocol/config';
import { PlaygroundElement } from '../experiment/element';
import { addSettings, canFork } from '../experiment/fork';
import type { RecordedArm, Sweep } from '../experiment/recorded';
import { isLocked } from '../kit/embedding';
import { base, buttons, fields } from '../kit/styles';
import { formatCount } from '../text/format';
import { sweepWords as words } from '../text/en/sweeps';
import { closeSweep, freeIds, toggleArm } from './shown';

/** Arms of a sweep that are listed. */
const MOST_LISTED = 200;

/** What has been opened of `acp sweep`: which arms are on display, and what is not there. */
class RecordedList extends PlaygroundElement {
  static override properties = { refusal: { state: true } };
  /** why settings were not run here, else `''` */
  declare private refusal: string;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.refusal = '';
  }

  protected override stores() {
    return [this.playground.$sweeps, this.playground.$arms];
  }

  override render() {
    const sweeps = this.playground.$sweeps.get().map((sweep) => this.#sweep(sweep));
    const refusal = html`<p class="error" role="alert">${this.refusal}</p>`;
    return [sweeps, this.refusal === '' ? nothing : refusal];
  }

  #sweep(sweep: Sweep) {
    return html`
      <section aria-label=${words().title}>
        <p>
          ${this.#about(sweep)}
          <button title=${words().closeHint(sweep.source)} @click=${() => this.#close(sweep)}>
            ${words().close}
          </button>
        </p>
        <ul>
          ${sweep.arms.slice(0, MOST_LISTED).map((arm) => this.#row(arm))}
        </ul>
        ${this.#limits(sweep)}
      </section>
    `;
  }

  #about({ source, arms, builds, begun, failed, missing }: Sweep): string {
    const { build } = this.playground.catalog;
    const runs = arms.reduce((sum, { seeds }) => sum + seeds.length, 0);
    const left = [
      begun > 0 ? words().begun(formatCount(begun)) : '',
      failed > 0 ? words().failed(formatCount(failed)) : '',
      missing > 0 ? words().missing(formatCount(missing)) : '',
    ].filter(Boolean);
    return [
      words().opened(source, formatCount(arms.length), formatCount(runs), builds.join(', ')),
      builds.length > 1 ? words().builds : '',
      builds.some((other) => other !== build) ? words().otherBuild(build) : '',
      left.length > 0 ? words().left(left.join(', ')) : '',
    ]
      .filter(Boolean)
      .join(' ');
  }

  #row(arm: RecordedArm) {
    const { id, name } = arm;
    const isFull = id === null && freeIds(this.playground.$sweeps.get()).length === 0;
    return html`
      <li>
        <label>
          <input
            type="checkbox"
            .checked=${id !== null}
            ?disabled=${isFull}
            @change=${() => toggleArm(this.playground, arm)}
          />
          <span>${id === null ? nothing : html`<b>${id}</b>`} ${words().show(name)}</span>
        </label>
        ${isLocked('preset') ? nothing : this.#settings(arm)}
      </li>
    `;
  }

  #settings(arm: RecordedArm) {
    const hasRoom = canFork(this.playground);
    return html`
      <button
        title=${hasRoom ? words().settingsHint : words().full}
        aria-label=${`${words().settings}: ${arm.name}`}
        aria-disabled=${!hasRoom}
        @click=${() => hasRoom && this.#run(arm)}
      >
        ${words().settings}
      </button>
    `;
  }

  async #run({ config, name }: RecordedArm): Promise<void> {
    this.refusal = '';
    const reason = await addSettings(this.playground, () => parseConfig(config));
    if (reason !== '') this.refusal = words().notRun(name, reason);
  }

  #limits({ arms }: Sweep) {
    const isMore = arms.length > MOST_LISTED;
    const free = freeIds(this.playground.$sweeps.get());
    if (!isMore && (free.length > 0 || arms.every(({ id }) => id !== null))) return nothing;
    const more = words().more(formatCount(MOST_LISTED), formatCount(arms.length));
    return html`<p class="muted">${words().most(4)} ${isMore ? more : nothing}</p>`;
  }

  #close(sweep: Sweep): void {
    this.refusal = '';
    closeSweep(this.playground, sweep);
  }
}

function styles() {
  return css`
    button[aria-disabled='true'] {
      opacity: 0.45;
      cursor: default;
    }
    section {
      display: grid;
      gap: var(--space-2);
      padding-block: var(--space-2);
      font-size: var(--text-s);
    }
    p,
    span {
      min-width: 0;
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
    ul {
      max-height: 16rem;
      overflow-y: auto;
      list-style: none;
    }
    li,
    label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
      min-width: 0;
    }
    label {
      flex: 1 1 12rem;
      flex-wrap: nowrap;
      min-height: var(--touch);
    }
    @media print {
      button {
        display: none;
      }
    }
  `;
}

customElements.define('recorded-list', RecordedList);
