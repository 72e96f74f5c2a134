import { css, html, LitElement, nothing } from 'lit';
import { catalog } from '../experiment/core-catalog';
import type { Silence } from '../experiment/reproduction';
import { download } from '../kit/download';
import { base, buttons, fields } from '../kit/styles';
import { handInStrings as words } from '../text/en/hand-in';
import { type HandIn, handIn } from './hand-in';

/** What the file may hold, as `acp verify` reads it; in characters, of up to four bytes each. */
const LONGEST = { name: 50, answer: 1000 };

/** What there is to be handed in, or why there is nothing yet. */
export type Collect = () => Pick<HandIn, 'lesson' | 'answers' | 'experiments'> | Silence;

/** Asks whose the experiment or the lesson is, and hands out the file. */
class HandInDialog extends LitElement {
  static override properties = { silence: { state: true }, saved: { state: true } };
  /** never another one */
  declare collect: Collect;
  declare private silence: Silence | null;
  declare private saved: string;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.silence = null;
    this.saved = '';
  }

  async open(): Promise<void> {
    const said = this.collect();
    this.silence = typeof said === 'string' ? said : null;
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
    const said = this.collect();
    if (typeof said === 'string') {
      this.silence = said;
      return;
    }
    const name = this.#text('name');
    const found = { question: words().question, answer: this.#text('answer') };
    const answers = found.answer === '' ? said.answers : [...said.answers, found];
    const content = handIn({ build: catalog.build, name, ...said, answers });
    this.saved = fileName(name);
    const text = `${JSON.stringify(content, null, 2)}\n`;
    download(this.saved, new Blob([text], { type: 'application/json' }));
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
