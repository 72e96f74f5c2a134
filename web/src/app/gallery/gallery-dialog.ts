import { html, nothing } from 'lit';
import { refusalOf, selectFor } from '../experiment/select';
import '../experiment/core-prose';
import { PlaygroundElement } from '../experiment/element';
import { addArm } from '../experiment/fork';
import { segmented } from '../kit/segmented';
import { base, buttons, fields, segments } from '../kit/styles';
import { galleryWords as words } from '../text/en/gallery';
import { type Exhibit, type Order, questions, shelves } from './exhibits';
import { galleryStyles } from './gallery-styles';
import './still-picture';

const ORDERS: readonly Order[] = ['question', 'task', 'algorithm'];

/** All that can be seen at one press: by question, by task, by algorithm. */
class GalleryDialog extends PlaygroundElement {
  static override properties = {
    order: { state: true },
    isComparing: { state: true },
    refusal: { state: true },
  };
  declare private order: Order;
  /** whether what is chosen is put beside the last arm, else in the place of all */
  declare private isComparing: boolean;
  /** why no run was added, else `''` */
  declare private refusal: string;
  static override styles = [base, buttons, fields, segments, galleryStyles];

  constructor() {
    super();
    this.order = 'question';
    this.isComparing = false;
    this.refusal = '';
  }

  protected override stores() {
    return [this.playground.$settings];
  }

  /** Shows what there is; to be compared with the last arm, its own task first. */
  async open(isComparing: boolean): Promise<void> {
    this.isComparing = isComparing;
    this.refusal = '';
    if (isComparing) this.order = 'task';
    await this.updateComplete;
    this.#dialog.showModal();
  }

  override render() {
    const last = this.playground.arms.at(-1)?.id ?? '';
    return html`
      <dialog aria-labelledby="title" @click=${(event: MouseEvent) => this.#clickOutside(event)}>
        <div class="inside">
          <header>
            <h2 id="title" class="heading">
              ${this.isComparing ? words().compareTitle(last) : words().title}
            </h2>
            ${this.isComparing ? nothing : this.#orders()}
            <button class="quiet" @click=${() => this.#dialog.close()}>${words().close}</button>
          </header>
          ${this.refusal === '' ? nothing : html`<p class="error" role="alert">${this.refusal}</p>`}
          ${this.isComparing ? this.#same() : nothing} ${this.#shelves()}
        </div>
      </dialog>
    `;
  }

  #orders() {
    const orders = ORDERS.map((value) => ({ value, text: words().orders[value] }));
    return segmented(words().by, 'order', orders, this.order, (order) => (this.order = order));
  }

  #shelves() {
    const { catalog, pairs } = this.playground;
    if (this.order === 'question') return this.#shelf('', questions(catalog, pairs));
    const all = shelves(catalog, this.order);
    const shown = this.isComparing
      ? all.filter(({ exhibits }) => this.#isComparable(exhibits))
      : all;
    return shown.map(({ title, exhibits }) => this.#shelf(title, exhibits));
  }

  /** Only the same task can be compared. */
  #isComparable([first]: readonly Exhibit[]): boolean {
    const { environment } = this.playground.resolved(this.playground.arms.at(-1)!.id);
    return first?.environment.id === environment.id;
  }

  #same() {
    return html`
      <button class="same" @click=${() => this.#add(null)}>
        <b>${words().same}</b> <span class="muted">${words().sameTeaches}</span>
      </button>
    `;
  }

  #shelf(title: string, exhibits: readonly Exhibit[]) {
    return html`
      ${title === '' ? nothing : html`<h3>${title}</h3>`}
      <ul>
        ${exhibits.map(
          (exhibit) => html`
            <li>
              <button data-exhibit=${exhibit.id} @click=${() => this.#choose(exhibit)}>
                <still-picture .environment=${exhibit.environment}></still-picture>
                <b>${exhibit.title}</b>
                <span class="muted">${exhibit.text}</span>
              </button>
              ${this.#recorded(exhibit)}
            </li>
          `,
        )}
      </ul>
    `;
  }

  #recorded({ recorded }: Exhibit) {
    if (!recorded) return nothing;
    const { picture, text } = recorded;
    return html`
      <details>
        <summary>${words().recorded}</summary>
        <img src=${picture} alt=${text} width="720" height="490" loading="lazy" />
        <p>${text}</p>
      </details>
    `;
  }

  async #choose({ id, pair }: Exhibit): Promise<void> {
    if (this.isComparing) return this.#add(id);
    this.#dialog.close();
    if (pair) {
      await this.playground
        .choosePair(id)
        .catch((error: unknown) => this.#refuse(refusalOf(error)));
    } else {
      const ids = this.playground.arms.map((arm) => arm.id);
      await selectFor(this.playground, { preset: id }, ids);
    }
  }

  async #add(preset: string | null): Promise<void> {
    this.#dialog.close();
    const reason = await addArm(this.playground, preset);
    if (reason !== '') this.#refuse(words().notAdded(reason));
  }

  #refuse(reason: string): void {
    this.refusal = reason;
    this.#dialog.showModal();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  #clickOutside(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog.close();
  }
}

customElements.define('gallery-dialog', GalleryDialog);

declare global {
  interface HTMLElementTagNameMap {
    'gallery-dialog': GalleryDialog;
  }
}
