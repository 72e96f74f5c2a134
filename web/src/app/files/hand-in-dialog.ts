import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import type { Silence } from '../experiment/reproduction';
import { download } from '../kit/download';
import { base, buttons, fields } from '../kit/styles';
import { handInStrings as words } from '../text/en/hand-in';
import { experimentOf, handIn } from './hand-in';

/** What the file may hold, as `acp verify` reads it; in characters, of up to four bytes each. */
const LONGEST = { name: 50, answer: 1000 };

/** Asks whose the experiment is, and hands out the file. */
class HandInDialog extends PlaygroundElement {
  static override properties = { silence: { state: true }, saved: { state: true } };
  declare private silence: Silence | null;
  declare private saved: string;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.silence = null;
    this.saved = '';
  }

  protected override stores() {
    return [];
  }

  async open(): Promise<void> {
    const experiment = experimentOf(this.playground);
    this.silence = typeof experiment === 'string' ? experiment : null;
    this.saved = '';
    await this.updateComplete;
    this.#dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="title">
        <form method="dialog" @submit=${(event: SubmitEvent) => this.#submit(event)}>
          <h2 id="title" class="heading">${words().title}</h2>
          ${this.#content()}
        </form>
      </dialog>
    `;
  }

  #content() {
    if (this.silence) {
      return html`
        <p role="alert">${words().silence[this.silence]}</p>
        <div class="buttons"><button value="close">${words().close}</button></div>
      `;
    }
    return html`
      <p class="muted">${words().about}</p>
      <label>
        ${words().name}
        <input
          id="name"
          type="text"
          autocomplete="name"
          required
          pattern=".*\\S.*"
          maxlength=${LONGEST.name}
        />
      </label>
      <label>
        ${words().question}
        <textarea id="answer" rows="4" maxlength=${LONGEST.answer}></textarea>
      </label>
      <p role="status">${this.saved === '' ? nothing : words().saved(this.saved)}</p>
      <div class="buttons">
        <button class="primary" value="save">${words().save}</button>
        <button value="close" formnovalidate>${words().close}</button>
      </div>
    `;
  }

  #submit(event: SubmitEvent): void {
    if ((event.submitter as HTMLButtonElement).value !== 'save') return;
    event.preventDefault();
    const experiment = experimentOf(this.playground);
    if (typeof experiment === 'string') {
      this.silence = experiment;
      return;
    }
    const name = this.#text('name');
    const answer = this.#text('answer');
    const said = handIn({
      build: this.playground.catalog.build,
      name,
      answers: answer === '' ? [] : [{ question: words().question, answer }],
      experiments: [experiment],
    });
    this.saved = fileName(name);
    const content = `${JSON.stringify(said, null, 2)}\n`;
    download(this.saved, new Blob([content], { type: 'application/json' }));
  }

  /** Without what no table could show. */
  #text(id: string): string {
    const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)!;
    return field.value.replaceAll(/[^\P{Cc}\n\t]/gu, ' ').trim();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }
}

/** Letters and digits of any script; nothing that a file may not be called. */
function fileName(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ['hand-in', ...words].join('-').toLowerCase() + '.json';
}

function styles() {
  return css`
    dialog {
      width: min(30rem, calc(100vw - 2 * var(--space-3)));
      padding: var(--space-4);
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
      background: var(--surface);
      color: var(--ink);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    form,
    label {
      display: grid;
      gap: var(--space-2);
    }
    form {
      gap: var(--space-3);
    }
    textarea {
      width: 100%;
      padding: var(--space-2);
      border: 1px solid var(--control-line);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      font: inherit;
      resize: vertical;
    }
    p {
      text-wrap: pretty;
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
      gap: var(--space-2);
    }
  `;
}

customElements.define('hand-in-dialog', HandInDialog);

declare global {
  interface HTMLElementTagNameMap {
    'hand-in-dialog': HandInDialog;
  }
}
