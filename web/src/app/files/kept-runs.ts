import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { languageTag } from '../../draw/language';
import { formatCount } from '../text/format';
import { base, buttons, fields, surface } from '../kit/styles';
import { $keeping } from './keeper';
import { keepRuns } from './keeping';
import { loadRun, refusalOf } from './load-run';
import { setMark } from './mark';
import { type KeptRun, openShelf, type Shelf } from './shelf';
import { fileStrings } from '../text/en/files';

const words = () => fileStrings().offer;
const LOCK = 'actor-critic-playground runs';

/** Offers the runs that an earlier visit has left, and keeps those of this one. */
class KeptRuns extends PlaygroundElement {
  static override properties = { offered: { state: true }, failures: { state: true } };
  declare private offered: readonly KeptRun[];
  declare private failures: readonly string[];
  static override styles = [base, surface, buttons, fields, styles()];
  #shelf: Shelf | undefined;

  constructor() {
    super();
    this.offered = [];
    this.failures = [];
  }

  protected override stores() {
    return [];
  }

  override firstUpdated(): void {
    void this.#start();
  }

  override render() {
    const dates = new Intl.DateTimeFormat(languageTag(), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    this.hidden = this.offered.length === 0;
    if (this.hidden) return nothing;
    return html`
      <section class="surface" aria-label=${words().title}>
        <p role="status">${words().text}</p>
        <ul>
          ${this.offered.map(({ run, about, steps, time }) => {
            const when = dates.format(time);
            return html`<li>${words().run(run, about, formatCount(steps), when)}</li>`;
          })}
        </ul>
        <p>${words().consequence}</p>
        ${this.failures.map((text) => html`<p class="error">${text}</p>`)}
        <div class="buttons">
          <button @click=${() => this.#restore()}>${words().restore}</button>
          <button @click=${() => this.#discard()}>${words().discard}</button>
        </div>
      </section>
    `;
  }

  async #start(): Promise<void> {
    if (!(await isOnlyTab())) {
      $keeping.set('elsewhere');
      return;
    }
    try {
      this.#shelf = await openShelf();
      const ids = this.playground.arms.map(({ id }) => id);
      this.offered = (await this.#shelf.all()).filter(({ run }) => ids.includes(run));
    } catch {
      $keeping.set('unavailable');
      return;
    }
    if (this.offered.length > 0) $keeping.set('asking');
    else keepRuns(this.playground, this.#shelf);
  }

  /** What cannot be restored stays offered. */
  async #restore(): Promise<void> {
    const left: KeptRun[] = [];
    const failures: string[] = [];
    for (const kept of this.offered) {
      const arm = this.playground.arms.find(({ id }) => id === kept.run)!;
      try {
        await loadRun(this.playground, arm, kept.checkpoint, words().source);
      } catch (error) {
        left.push(kept);
        failures.push(words().failed(kept.run, refusalOf(error)));
      }
    }
    this.offered = left;
    this.failures = failures;
    if (left.length === 0) keepRuns(this.playground, this.#shelf!);
  }

  async #discard(): Promise<void> {
    this.offered = [];
    try {
      await this.#shelf!.clear();
      setMark(false);
      keepRuns(this.playground, this.#shelf!);
    } catch {
      $keeping.set('unavailable');
    }
  }
}

/** Resolves to whether no other tab keeps runs; then none will while this one is open. */
function isOnlyTab(): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise<boolean>((resolve, reject) => {
    locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise(() => undefined);
      })
      .catch(reject);
  }).catch(() => true);
}

function styles() {
  return css`
    section {
      display: grid;
      gap: var(--space-2);
      padding: var(--space-3) var(--space-4);
      font-size: var(--text-s);
    }
    ul {
      padding-left: var(--space-5);
    }
    .buttons {
      display: flex;
      gap: var(--space-2);
    }
  `;
}

customElements.define('kept-runs', KeptRuns);
