import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { Resizing } from '../kit/controllers';
import { embedding } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import { base, buttons, surface } from '../kit/styles';
import { figureWords as words } from '../text/en/figure';
import type { Figure, LaterFigure, Panel } from './figure';
import { frameStyles } from './frame-styles';
import { figures } from './figure-styles';
import './print-light';
import { toolIcons } from './tool-icons';

/**
 * The frame of every figure: its heading, or `slot="head"` in its place; a row of tools;
 * `controls`, the picture and its `legend`, or what is in `slot="picture"`; and what a tool opens,
 * which is loaded then. Enlarged, all of it fills the window.
 */
class FigureFrame extends LitElement {
  static override properties = {
    figure: { attribute: false },
    panel: { state: true },
    isEnlarged: { state: true },
  };
  declare figure: Figure | LaterFigure;
  declare private panel: Panel | null;
  declare private isEnlarged: boolean;
  static override styles = [base, surface, buttons, figures, frameStyles];

  constructor() {
    super();
    this.panel = null;
    this.isEnlarged = false;
    new Resizing(
      this,
      () => this.renderRoot.querySelector('dialog'),
      () => this.#closeUnseen(),
    );
  }

  override render() {
    const { figure } = this;
    const hasHead = !this.isEnlarged && this.querySelector(':scope > [slot="head"]') !== null;
    const content = html`
      <div class="top">
        <h2 class=${hasHead ? 'visually-hidden' : 'heading'}>${figure.title}</h2>
        ${hasHead ? html`<slot name="head"></slot>` : nothing}
        ${embedding.isStageOnly ? nothing : this.#tools(figure)}
      </div>
      ${hasHead ? nothing : html`<slot name="head"></slot>`}
      <slot name="controls"></slot>
      <slot name="picture">${'picture' in figure ? this.#picture(figure) : nothing}</slot>
      ${this.panel && html`<figure-panel .figure=${figure} .kind=${this.panel}></figure-panel>`}
    `;
    return this.isEnlarged
      ? html`
          <dialog aria-label=${figure.title} @close=${() => (this.isEnlarged = false)}>
            ${content}
          </dialog>
        `
      : html`<section class="surface" aria-label=${figure.title}>${content}</section>`;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('isEnlarged')) return;
    if (this.isEnlarged) this.renderRoot.querySelector('dialog')?.showModal();
    else if (changed.get('isEnlarged')) this.#settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isEnlarged = false;
  }

  #picture(figure: Figure) {
    return html`
      <figure>
        <figure-picture .figure=${figure}></figure-picture>
        <slot name="legend"></slot>
        <figcaption class="caption muted">
          ${figure.caption} <span>${figure.about}</span>
        </figcaption>
      </figure>
    `;
  }

  #tools({ title, table, formulas = [] }: Figure | LaterFigure) {
    return html`
      <div class="tools" role="group" aria-label=${words().tools(title)}>
        ${table ? this.#opener('table', table) : nothing}
        ${formulas.length > 0 ? this.#opener('formula', words().formulaOf(title)) : nothing}
        ${this.#opener('files', words().filesOf(title))}
        ${embedding.isOn ? nothing : this.#enlarger(title)}
      </div>
    `;
  }

  #opener(panel: Panel, label: string) {
    const isOpen = this.panel === panel;
    return html`
      <button
        class="quiet"
        aria-label=${label}
        title=${words().panels[panel]}
        aria-expanded=${isOpen}
        @click=${() => void this.#open(isOpen ? null : panel)}
      >
        ${toolIcons[panel]}
      </button>
    `;
  }

  /** A frame of another page is as tall as what is in it: there is no window to fill. */
  #enlarger(title: string) {
    const { isEnlarged } = this;
    return html`
      <button
        class="quiet enlarge"
        ?autofocus=${isEnlarged}
        aria-label=${isEnlarged ? words().closeOf(title) : words().enlargeOf(title)}
        title=${isEnlarged ? words().close : words().enlarge}
        @click=${() => this.#enlarge(!isEnlarged)}
      >
        ${isEnlarged ? toolIcons.close : toolIcons.enlarge}
      </button>
    `;
  }

  async #open(panel: Panel | null): Promise<void> {
    if (panel) await loaded(() => import('./figure-panel'));
    this.panel = panel;
  }

  /** The page keeps its place for the figure, so that nothing moves behind it. */
  #enlarge(isEnlarged: boolean): void {
    if (isEnlarged) this.style.minHeight = `${this.offsetHeight}px`;
    this.isEnlarged = isEnlarged;
  }

  #settle(): void {
    this.style.minHeight = '';
    this.renderRoot.querySelector<HTMLElement>('.enlarge')?.focus();
  }

  /** Where the page around it goes, an enlarged figure must not stay: nothing could be reached. */
  #closeUnseen(): void {
    if (!this.checkVisibility()) this.isEnlarged = false;
  }
}

customElements.define('figure-frame', FigureFrame);
