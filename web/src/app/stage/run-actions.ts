import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { shows } from '../kit/embedding';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import type { ArmId } from '../settings/arms';
import { canFork, canRemove, forkArm, removeArm } from '../experiment/fork';
import { runStrings as words } from '../text/en/fork';

/** A run whose returns are to be looked at. */
export interface Look {
  run: ArmId;
  /** hears why they cannot be */
  refuse: (reason: string) => void;
}

/** What says that a run learns V(s). */
const VALUE_LOSS = 'value_loss';

/** Forks and removes an arm, at the foot of its card; fires `look` for its returns. */
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
        ${this.#looker()}
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

  /** Of a run with a critic of states. */
  #looker() {
    const { playground, arm } = this;
    const { metrics } = playground.resolved(arm.id).algorithm;
    if (!metrics.some(({ name }) => name === VALUE_LOSS)) return nothing;
    return html`
      <button
        title=${words().lookHint}
        aria-label=${`${words().look}, run ${arm.id}`}
        ?disabled=${arm.run.$view.get().phase !== 'ready'}
        @click=${() => this.#look()}
      >
        ${words().look}
      </button>
    `;
  }

  #look(): void {
    this.error = '';
    const detail: Look = {
      run: this.arm.id,
      refuse: (reason) => (this.error = words().notLooked(reason)),
    };
    this.dispatchEvent(new CustomEvent('look', { detail, bubbles: true, composed: true }));
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
