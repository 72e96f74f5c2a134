import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { shows } from '../kit/embedding';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import { canFork, canRemove, forkArm, removeArm } from '../experiment/fork';
import { runStrings as words } from '../text/en/fork';

/** Forks and removes an arm, at the foot of its card. */
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
    return [this.arm.run.$view];
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
