import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../element';
import { base, surface } from '../styles/shared';
import { panelStrings as words } from './panel-strings';

/** Critics and policies, loaded and asked for while the reader has them open. */
class ViewsPanel extends PlaygroundElement {
  static override properties = { isOpen: { state: true } };
  declare private isOpen: boolean;
  static override styles = [
    base,
    surface,
    css`
      summary {
        padding: var(--space-4);
        cursor: pointer;
      }
      h2 {
        display: inline;
      }
      p {
        margin-top: var(--space-1);
        font-size: var(--text-s);
      }
      policy-views {
        margin-top: var(--space-4);
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
  }

  protected override stores() {
    return [];
  }

  override render() {
    return html`
      <details @toggle=${(event: ToggleEvent) => this.#toggle(event.newState === 'open')}>
        <summary class="surface">
          <h2 class="heading">${words.title}</h2>
          <p class="muted">${words.hint}</p>
        </summary>
        ${
          this.isOpen ? html`<policy-views .playground=${this.playground}></policy-views>` : nothing
        }
      </details>
    `;
  }

  #toggle(isOpen: boolean): void {
    if (isOpen) void import('./policy-views');
    this.isOpen = isOpen;
  }
}

customElements.define('views-panel', ViewsPanel);
