import { css, html, nothing } from 'lit';
import { download } from '../kit/download';
import { PlaygroundElement } from '../experiment/element';
import { embedding } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import { formatCount } from '../text/format';
import type { Seed } from '../seeds/cohort';
import type { Arm } from '../experiment/arm';
import { base, buttons, fields } from '../kit/styles';
import { experimentOf } from './hand-in';
import { $keeping } from './keeper';
import { loadRun, refusalOf } from './load-run';
import './seed-files';
import { chosenFiles, droppedFiles, isSweep, openSweep, sourceOf } from '../sweeps/open-sweep';
import type { Given } from '../sweeps/unpack';
import { fileStrings as words } from '../text/en/files';
import { sweepWords } from '../text/en/sweeps';

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
        ${canLoad() ? [this.#loader(), this.#sweeps()] : nothing}
        <button
          title=${words().weightsHint}
          ?disabled=${!isAlive || activity === 'diverged'}
          @click=${() => this.#saveWeights()}
        >
          ${words().weights}
        </button>
        <seed-files
          .playground=${this.playground}
          .arm=${this.arm}
          @save=${({ detail }: CustomEvent<Seed>) => this.#save(detail, `seed-${detail.seed}`)}
          @sweep=${() => this.#saveSweep()}
        ></seed-files>
        <button title=${words().handInHint} @click=${() => this.#handIn()}>
          ${words().handIn}
        </button>
      </div>
      <p class="muted">${canLoad() ? words().drop : nothing} ${words().keeping[$keeping.get()]}</p>
      <p role="status">${this.notice}</p>
      ${this.error === '' ? nothing : html`<p class="error" role="alert">${this.error}</p>`}
      <hand-in-dialog .collect=${() => this.#collect()}></hand-in-dialog>
    `;
  }

  #loader() {
    return html`
      <button title=${words().loadHint} @click=${() => this.#choose('.run')}>
        ${words().load}
      </button>
      <input class="run" type="file" hidden aria-label=${words().load} @change=${this.#pick} />
    `;
  }

  /** A folder has a chooser of its own. */
  #sweeps() {
    return html`
      <button title=${words().sweepHint} @click=${() => this.#choose('.sweep')}>
        ${words().sweep}
      </button>
      <button title=${words().sweepHint} @click=${() => this.#choose('.folder')}>
        ${words().folder}
      </button>
      <input
        class="sweep"
        type="file"
        multiple
        hidden
        aria-label=${words().sweep}
        @change=${this.#pick}
      />
      <input
        class="folder"
        type="file"
        webkitdirectory
        hidden
        aria-label=${words().folder}
        @change=${this.#pick}
      />
    `;
  }

  async #handIn(): Promise<void> {
    await loaded(() => import('./hand-in-dialog'));
    await this.renderRoot.querySelector('hand-in-dialog')!.open();
  }

  #collect() {
    const experiment = experimentOf(this.playground);
    return typeof experiment === 'string' ? experiment : { answers: [], experiments: [experiment] };
  }

  #choose(input: string): void {
    this.renderRoot.querySelector<HTMLInputElement>(input)!.click();
  }

  #pick(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.#take(chosenFiles(input.files!));
    input.value = '';
  }

  /** Whatever it is, by what is in it. */
  async #take(given: readonly Given[]): Promise<void> {
    const [first] = given;
    if (!first) return;
    this.#say('', '');
    try {
      const isOfSweep = given.length > 1 || (await isSweep(first.file));
      if (isOfSweep) await this.#open(given);
      else await this.#load(first);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#say('', words().notLoaded(first.path, words().unreadable, this.arm.id));
    }
  }

  async #open(given: readonly Given[]): Promise<void> {
    this.#say(sweepWords().reading(sourceOf(given)), '');
    this.#say('', await openSweep(this.playground, given));
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
        if (event.dataTransfer)
          void droppedFiles(event.dataTransfer).then((all) => this.#take(all));
      },
      { signal },
    );
  }

  async #load({ path, file }: Given): Promise<void> {
    const refuse = (reason: string) => this.#say('', words().notLoaded(path, reason, this.arm.id));
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
      await loadRun(this.playground, this.arm, checkpoint, words().file(path));
    } catch (error) {
      refuse(refusalOf(error));
    }
  }

  #save(of: Pick<Seed, 'save'> = this.arm.run, ...about: string[]): Promise<void> {
    return this.#hand(
      async () => {
        const { steps, checkpoint } = await of.save();
        return { steps, content: checkpoint, type: 'application/octet-stream', ending: '.acp' };
      },
      ...about,
    );
  }

  async #saveSweep(): Promise<void> {
    this.#say('', '');
    try {
      const { saveSweep } = await loaded(() => import('../sweeps/save-sweep'));
      this.#say(await saveSweep(this.playground), '');
    } catch (error) {
      this.#say('', words().notSaved(refusalOf(error)));
    }
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
    ...about: string[]
  ): Promise<void> {
    this.#say('', '');
    try {
      const { steps, content, type, ending } = await make();
      const { environment, algorithm } = this.playground.resolved(this.arm.id);
      const id = this.arm.id.toLowerCase();
      const parts = [environment.id, algorithm.id, id, ...about, steps];
      const name = `${parts.join('-').replaceAll('_', '-')}${ending}`;
      download(name, new Blob([content], { type }));
      this.#say(words().saved(name, formatCount(steps)), '');
    } catch (error) {
      this.#say('', words().notSaved(refusalOf(error)));
    }
  }

  #say(notice: string, error: string): void {
    this.closest('details')?.setAttribute('open', '');
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
