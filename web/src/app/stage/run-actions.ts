import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { shows } from '../kit/embedding';
import type { Freeze } from '../experiment/freeze';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import { isWithinCore, type Resolved } from '../settings/settings';
import { canFork, canRemove, forkArm, removeArm } from '../experiment/fork';
import { runStrings as words } from '../text/en/fork';

/** What says that a run learns V(s). */
const VALUE_LOSS = 'value_loss';
/** The baseline that V(s) is, where there is a choice. */
const LEARNED = 'value';

/** Where a run can be looked at as it is now; the event that asks for it has the name. */
type Laboratory = 'look' | 'examine';

const SUITS: Readonly<Record<Laboratory, (run: Resolved) => boolean>> = {
  look: ({ algorithm, values }) =>
    algorithm.metrics.some(({ name }) => name === VALUE_LOSS) &&
    (values.get(`${algorithm.id}.baseline`) ?? LEARNED) === LEARNED,
  examine: ({ environment }) => environment.finite,
};

/** Forks and removes an arm, at the foot of its card; leads to laboratories. */
class RunActions extends PlaygroundElement {
  static override properties = { isBusy: { state: true }, error: { state: true } };
  /** Never another one, and plain as `playground` is. */
  declare arm: Arm;
  declare private isBusy: boolean;
  declare private error: string;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.isBusy = false;
    this.error = '';
  }

  protected override stores() {
    return [this.arm.run.$view, this.playground.$settings];
  }

  override render() {
    if (!shows('runs')) return nothing;
    const { playground, arm } = this;
    const isAble = canFork(playground);
    return html`
      <div class="buttons">
        <button
          title=${isAble ? words().forkHint(arm.id) : words().noMore}
          aria-label=${`${words().fork}, run ${arm.id}`}
          ?disabled=${!isAble || this.isBusy || arm.run.$view.get().phase !== 'ready'}
          @click=${() => this.#fork()}
        >
          ${words().fork}
        </button>
        ${this.#leadsTo('look')} ${this.#leadsTo('examine')}
        ${
          canRemove(playground, arm)
            ? html`<button
                aria-label=${words().removeHint(arm.id)}
                @click=${() => removeArm(playground, arm)}
              >
                ${words().remove}
              </button>`
            : nothing
        }
      </div>
      ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
    `;
  }

  /** To a laboratory that can be about this run. */
  #leadsTo(laboratory: Laboratory) {
    const { playground, arm } = this;
    const resolved = playground.resolved(arm.id);
    if (!isWithinCore(resolved) || !SUITS[laboratory](resolved)) return nothing;
    const { title, hint } = words().leads[laboratory];
    return html`
      <button
        title=${hint}
        aria-label=${`${title}, run ${arm.id}`}
        ?disabled=${arm.run.$view.get().phase !== 'ready'}
        @click=${() => this.#leave(laboratory)}
      >
        ${title}
      </button>
    `;
  }

  #leave(laboratory: Laboratory): void {
    this.error = '';
    const refuse = (reason: string) => (this.error = words().notOpened(reason));
    const detail: Freeze = { run: this.arm.id, steps: this.arm.run.$view.get().steps, refuse };
    this.dispatchEvent(new CustomEvent(laboratory, { detail, bubbles: true, composed: true }));
  }

  async #fork(): Promise<void> {
    this.isBusy = true;
    this.error = '';
    try {
      await forkArm(this.playground, this.arm);
    } catch (error) {
      this.error = words().notForked(error instanceof Error ? error.message : String(error));
    } finally {
      this.isBusy = false;
    }
  }
}

function styles() {
  return css`
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      padding-bottom: var(--space-3);
    }
    p {
      padding-bottom: var(--space-3);
      overflow-wrap: anywhere;
    }
  `;
}

customElements.define('run-actions', RunActions);
