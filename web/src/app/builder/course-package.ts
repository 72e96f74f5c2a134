import { written } from '../../draw/language';
import { css, html, LitElement, nothing } from 'lit';
import { download } from '../kit/download';
import { loaded } from '../kit/loaded';
import { base, buttons, fields } from '../kit/styles';
import { packageStrings as words } from '../text/en/package';
import { type Embedding, embedHash } from './snippet';
import type { Item } from './scorm';

const MOST_ITEMS = 50;

/** Makes a package for learning platforms of what the builder is about, and of more if asked. */
class CoursePackage extends LitElement {
  static override properties = {
    embedding: { attribute: false },
    said: { state: true },
    error: { state: true },
    isBusy: { state: true },
  };
  declare embedding: Embedding;
  declare private said: string;
  declare private error: string;
  declare private isBusy: boolean;
  static override styles = [base, buttons, fields, styles()];

  constructor() {
    super();
    this.said = this.error = '';
    this.isBusy = false;
  }

  override render() {
    return html`
      <p class="help" id="about">${words().about}</p>
      <label for="title">${words().title}</label>
      <input type="text" id="title" maxlength="200" .value=${words().course} />
      <label for="parts">${words().parts}</label>
      <textarea id="parts" rows="3" spellcheck="false" aria-describedby="parts-help"></textarea>
      <span class="help" id="parts-help">${words().partsHelp}</span>
      <button ?disabled=${this.isBusy} @click=${() => this.#save()}>${words().save}</button>
      <p role="status">${this.said}</p>
      ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
    `;
  }

  async #save(): Promise<void> {
    this.error = '';
    const items = this.#items();
    if (items.length === 0) return;
    this.isBusy = true;
    this.said = words().packing;
    try {
      const { packageOf } = await loaded(() => import('./package'));
      const title = this.#field('title').trim() || words().course;
      const file = await packageOf(title, items);
      download(FILE, file);
      const megabytes = written((file.size / 1e6).toFixed(1));
      this.said = words().saved(FILE, items.length, megabytes);
    } catch (error) {
      this.said = '';
      this.error = words().failed(error instanceof Error ? error.message : String(error));
    } finally {
      this.isBusy = false;
    }
  }

  /** None where a line cannot be used. */
  #items(): Item[] {
    const { embedding } = this;
    const items: Item[] = [];
    for (const [i, line] of this.#field('parts').split('\n').entries()) {
      if (line.trim() === '') continue;
      const item = itemOf(line, embedding, words().part(items.length + 1));
      if (!item || items.length === MOST_ITEMS) {
        this.error = item ? words().tooMany(MOST_ITEMS) : words().noLink(i + 1, line.trim());
        return [];
      }
      items.push(item);
    }
    const own = { title: embedding.title || words().experiment, hash: embedHash(embedding) };
    return items.length > 0 ? items : [own];
  }

  #field(id: 'title' | 'parts'): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)!.value;
  }
}

const FILE = 'actor-critic-scorm.zip';

/** A link, and before it a title if there is one. */
function itemOf(line: string, embedding: Embedding, title: string): Item | null {
  const match = /^(.*?)(?:\S*)#(\S+)$/.exec(line.trim());
  if (!match) return null;
  const experiment = `#${match[2]!}`;
  return { title: match[1]!.trim() || title, hash: embedHash({ ...embedding, experiment }) };
}

function styles() {
  return css`
    :host {
      display: grid;
      justify-items: start;
      gap: var(--space-2);
    }
    input,
    textarea {
      width: 100%;
    }
    textarea {
      padding: var(--space-2) var(--space-3);
      border: 1px solid var(--control-line);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      font: 400 var(--text-s) / 1.4 var(--font);
      resize: vertical;
    }
    .help {
      color: var(--muted);
      font-size: var(--text-s);
      text-wrap: pretty;
    }
    p {
      overflow-wrap: anywhere;
    }
  `;
}

customElements.define('course-package', CoursePackage);
