import { css, html, nothing, type TemplateResult } from 'lit';
import type { Store } from 'nanostores';
import { PlaygroundElement } from './element';
import { loaded } from '../kit/loaded';
import { base, surface } from '../kit/styles';

/** A heading that opens what is below it, which is loaded and kept up to date only while open. */
export abstract class PanelElement extends PlaygroundElement {
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
      summary + * {
        margin-top: var(--space-4);
      }
    `,
  ];
  protected abstract words(): { readonly title: string; readonly hint: string };
  protected abstract load(): Promise<unknown>;
  protected abstract content(): TemplateResult;
  /** Whether the experiment is about what is below. */
  protected opens = (): boolean => false;

  /** Hears that somebody has folded it away. */
  protected closed = (): void => undefined;

  constructor() {
    super();
    this.isOpen = false;
  }

  protected override stores(): readonly Store[] {
    return [this.playground.$pair];
  }

  override render(): TemplateResult {
    return html`
      <details
        ?open=${this.opens()}
        @toggle=${(event: ToggleEvent) => this.#toggle(event.newState === 'open')}
      >
        <summary class="surface">
          <h2 class="heading">${this.words().title}</h2>
          <p class="muted">${this.words().hint}</p>
        </summary>
        ${this.isOpen ? this.content() : nothing}
      </details>
    `;
  }

  #toggle(isOpen: boolean): void {
    if (isOpen) void loaded(() => this.load());
    else if (this.isOpen) this.closed();
    this.isOpen = isOpen;
  }
}
