import { css, html, nothing } from 'lit';
import { download } from '../kit/download';
import { PlaygroundElement } from '../experiment/element';
import { embedding } from '../kit/embedding';
import { formatCount } from '../text/format';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import { $keeping } from './keeper';
import { loadRun, refusalOf } from './load-run';
import { fileStrings as words } from '../text/en/files';

/** Larger than any run's checkpoint. */
const MOST_BYTES = 512 * 2 ** 20;

/** Saves and loads a run, at the foot of its card; takes files that are dropped on the card. */
class RunFiles extends PlaygroundElement {
  static override properties = {
    notice: { state: true },
    error: { state: true },
  };
  /** Never another one, and plain as `playground` is. */
  declare arm: Arm;
  declare private notice: string;
  declare private error: string;
  static override styles = [base, buttons, fields, styles()];
  #stop = new AbortController();

  constructor() {
    super();
    this.notice = '';
    this.error = '';
  }

  protected override stores() {
    return [this.arm.run.$view, $keeping];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = new AbortController();
    if (canLoad()) this.#listen((this.getRootNode() as ShadowRoot).host as HTMLElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  override render() {
    const { phase, activity } = this.arm.run.$view.get();
    const isAlive = phase === 'ready';
    return html`
      <div class="buttons">
        <button title=${words().saveHint} ?disabled=${!isAlive} @click=${() => this.#save()}>
          ${words().save}
        </button>
        ${canLoad() ? this.#loader() : nothing}
        <button
          title=${words().weightsHint}
          ?disabled=${!isAlive || activity === 'diverged'}
          @click=${() => this.#saveWeights()}
        >
          ${words().weights}
        </button>
      </div>
      <p class="muted">${canLoad() ? words().drop : nothing} ${words().keeping[$keeping.get()]}</p>
      <p role="status">${this.notice}</p>
      ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
    `;
  }

  #loader() {
    return html`
      <button
        title=${words().loadHint}
        @click=${() => this.renderRoot.querySelector('input')!.click()}
      >
        ${words().load}
      </button>
      <input type="file" hidden aria-label=${words().load} @change=${this.#pick} />
    `;
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#load(file);
    input.value = '';
  }

  #listen(card: HTMLElement): void {
    const { signal } = this.#stop;
    const mark = (outline: string) => (card.style.outline = outline);
    card.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        mark('3px dashed var(--focus)');
      },
      { signal },
    );
    card.addEventListener('dragleave', () => mark(''), { signal });
    card.addEventListener(
      'drop',
      (event) => {
        mark('');
        event.preventDefault();
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 1) this.#say('', words().several(files.length));
        else if (files[0]) void this.#load(files[0]);
      },
      { signal },
    );
  }

  async #load(file: File): Promise<void> {
    const refuse = (reason: string) =>
      this.#say('', words().notLoaded(file.name, reason, this.arm.id));
    this.#say('', '');
    if (file.size > MOST_BYTES) {
      refuse(words().tooLarge(String(MOST_BYTES / 2 ** 20)));
      return;
    }
    let checkpoint: ArrayBuffer;
    try {
      checkpoint = await file.arrayBuffer();
    } catch {
      refuse(words().unreadable);
      return;
    }
    try {
      await loadRun(this.playground, this.arm, checkpoint, words().file(file.name));
    } catch (error) {
      refuse(refusalOf(error));
    }
  }

  #save(): Promise<void> {
    return this.#hand(async () => {
      const { steps, checkpoint } = await this.arm.run.save();
      return { steps, content: checkpoint, type: 'application/octet-stream', ending: '.acp' };
    });
  }

  #saveWeights(): Promise<void> {
    return this.#hand(async () => {
      const content = await this.arm.run.policy();
      const { environment_steps: steps } = JSON.parse(content) as { environment_steps: number };
      return { steps, content, type: 'application/json', ending: '-policy.json' };
    });
  }

  async #hand(
    make: () => Promise<{ steps: number; content: BlobPart; type: string; ending: string }>,
  ): Promise<void> {
    this.#say('', '');
    try {
      const { steps, content, type, ending } = await make();
      const { environment, algorithm } = this.playground.resolved(this.arm.id);
      const parts = [environment.id, algorithm.id, this.arm.id.toLowerCase(), steps];
      const name = `${parts.join('-').replaceAll('_', '-')}${ending}`;
      download(name, new Blob([content], { type }));
      this.#say(words().saved(name, formatCount(steps)), '');
    } catch (error) {
      this.#say('', words().notSaved(refusalOf(error)));
    }
  }

  #say(notice: string, error: string): void {
    this.closest('details')!.open = true;
    this.notice = notice;
    this.error = error;
  }
}

/** Where settings are locked, a file must not change them either. */
function canLoad(): boolean {
  return embedding.locked.size === 0;
}

function styles() {
  return css`
    :host {
      padding-bottom: var(--space-2);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    p {
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
    p:not(:empty) {
      padding-block: var(--space-2);
    }
  `;
}

customElements.define('run-files', RunFiles);
