import { atom } from 'nanostores';
import type { BootstrapCommands } from '../../protocol/bootstrap-commands';
import { parseBootstrapCatalog, parseLearned } from '../../protocol/bootstrap';
import { type Client, DeadWorkerError, RefusedError } from '../../protocol/client';
import { formatChosen } from '../laboratory/lab-catalog';
import { readBootstrapLink } from './bootstrap-link';
import { FrozenRuns } from './frozen-runs';
import { sourcesOf } from './frozen-settings';
import { type Returns, returnsOf } from './returns';
import {
  type BootstrapItems,
  type BootstrapSettings,
  isRun,
  itemsOf,
  LAMBDAS,
  LENGTHS,
} from './settings';
import { Sheet } from './sheet';

/** What the page asks of its worker. */
export type BootstrapWorker = Pick<Client<BootstrapCommands>, 'call'>;

/** Runs that the reader brings, early ones first. */
export interface OwnRuns {
  name: string;
  checkpoints: readonly ArrayBuffer[];
}

/** Milliseconds between two pictures of the sheet. */
const READABLE = 250;

/** The bootstrapping laboratory: what is chosen, and what is known about it. */
export class Bootstrap {
  readonly $phase = atom<'loading' | 'ready' | 'failed'>('loading');
  readonly $failure = atom('');
  readonly $settings = atom<BootstrapSettings | null>(null);
  /** parts of the link that were ignored */
  readonly $ignored = atom<readonly string[]>([]);
  readonly $returns = atom<Returns | null>(null);
  /** why the core refused the process on display */
  readonly $refusal = atom('');
  /** the reader's own runs, instead of the process */
  readonly $own = atom<OwnRuns | null>(null);
  readonly frozen = new FrozenRuns(() => this.#worker!);
  /** grows a few times a second while the sheet gets better */
  readonly $sheetRuns = atom(0);
  #sheet = new Sheet();
  readonly #connect: () => BootstrapWorker;
  #worker: BootstrapWorker | undefined;
  #items: BootstrapItems | undefined;
  #asked = '';
  /** what is frozen: the reader's runs, or a process as text */
  #frozen: OwnRuns | string = '';
  #isAsking = false;
  #isLearning = false;
  #drawn = -Infinity;

  constructor(connect: () => BootstrapWorker) {
    this.#connect = connect;
  }

  get items(): BootstrapItems {
    if (!this.#items) throw new Error('there is no catalog yet');
    return this.#items;
  }

  get sheet(): Sheet {
    return this.#sheet;
  }

  /** Loads the catalog and takes the settings from a hash, unless there are some. */
  async start(hash: string): Promise<void> {
    this.$phase.set('loading');
    this.#asked = '';
    this.#frozen = '';
    this.#sheet = new Sheet();
    try {
      this.#worker = this.#connect();
      this.#items = itemsOf(parseBootstrapCatalog(await this.#worker.call('catalog')));
      if (!this.$settings.get()) {
        const { settings, ignored } = readBootstrapLink(hash, this.items);
        this.$ignored.set(ignored);
        this.$settings.set(settings);
      }
      this.$phase.set('ready');
      await this.#ask();
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  fail(reason: string): void {
    this.$failure.set(reason);
    this.$phase.set('failed');
  }

  /** Another process takes the place of the reader's runs. */
  set(change: Partial<BootstrapSettings>): void {
    const settings = this.$settings.get();
    if (!settings) return;
    if (change.process) this.#choose(null);
    this.$settings.set({ ...settings, ...change });
    void this.#ask();
  }

  /** Shows runs of the reader's, or the process again. */
  bring(own: OwnRuns | null): void {
    this.#choose(own);
    if (this.$phase.get() === 'ready') void this.#ask();
  }

  /** What was refused may be asked for again. */
  #choose(own: OwnRuns | null): void {
    this.$own.set(own);
    if (this.frozen.$refusal.get() === '') return;
    this.#frozen = '';
    this.frozen.$refusal.set('');
  }

  /** Whether there are runs on display, and not returns that are known exactly. */
  get isFrozen(): boolean {
    return this.$own.get() !== null || isRun(this.$settings.get()!);
  }

  /** To be called once per animation frame while frozen runs are seen. */
  sample(now: number): void {
    if (this.$phase.get() === 'ready') this.frozen.turn(now, (error) => this.#complain(error));
  }

  /** To be called once per animation frame while the sheet is seen: asks for one portion. */
  learn(now: number): void {
    if (now - this.#drawn >= READABLE && this.#sheet.runs !== this.$sheetRuns.get()) {
      this.#drawn = now;
      this.$sheetRuns.set(this.#sheet.runs);
    }
    if (this.#isLearning || this.#sheet.isDone || this.$phase.get() !== 'ready') return;
    this.#isLearning = true;
    void this.#learn(this.#sheet, this.#worker!).finally(() => (this.#isLearning = false));
  }

  async #learn(sheet: Sheet, worker: BootstrapWorker): Promise<void> {
    try {
      const learned = await worker.call('walks', sheet.next());
      sheet.take(learned.map(parseLearned));
    } catch (error) {
      this.#complain(error);
    }
  }

  /** One question at a time: while there is one, only the newest settings count. */
  async #ask(): Promise<void> {
    if (this.isFrozen) this.#freeze();
    if (this.isFrozen || this.#isAsking) return;
    this.#isAsking = true;
    try {
      for (let text = this.#question(); text !== this.#asked; text = this.#question()) {
        this.#asked = text;
        await this.#answer();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #freeze(): void {
    const [own, { process }] = [this.$own.get(), this.$settings.get()!];
    const frozen = own ?? formatChosen(process);
    if (frozen === this.#frozen) return;
    this.#frozen = frozen;
    this.frozen.show(
      own ? own.checkpoints.map((checkpoint) => ({ checkpoint })) : sourcesOf(process),
    );
  }

  #question(): string {
    const { process, error } = this.$settings.get()!;
    return `${formatChosen(process)} ${error}`;
  }

  async #answer(): Promise<void> {
    const { process, error } = this.$settings.get()!;
    try {
      const rows = await this.#worker!.call(
        'returns',
        ...([formatChosen(process), error, LENGTHS, LAMBDAS] as const),
      );
      this.$refusal.set('');
      this.$returns.set(returnsOf(error, rows));
    } catch (error) {
      if (error instanceof RefusedError) this.$refusal.set(error.message);
      else this.#complain(error);
    }
  }

  /** The death of the worker is told by itself. */
  #complain(error: unknown): void {
    if (error instanceof DeadWorkerError) return;
    this.fail(error instanceof Error ? error.message : String(error));
  }
}
