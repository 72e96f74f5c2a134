import { highest } from '../../draw/extent';
import { atom } from 'nanostores';
import { DeadWorkerError, RefusedError } from '../../protocol/client';
import type { LabRequest } from '../../protocol/lab-commands';
import type { LabResult, LabTask } from '../../protocol/lab';
import type { LabCatalog } from './lab-catalog';
import type { Answer, LabCore } from './lab-client';
import { readLabLink } from './lab-link';
import {
  defaultSettings,
  type LabSettings,
  shownVariants,
  taskText,
  withPolicy,
} from './lab-settings';
import { configOf, plan } from './plan';
import { sliceOfChoices, sliceRange } from './slice-range';
import { isLeaveOneOut, isSeen, type Variant, variantsOf } from './variants';

/** A run at one step, as its worker keeps it. */
export interface Moment {
  checkpoint: ArrayBuffer;
  run: string;
  steps: number;
}

/** What can be chosen at a frozen moment. */
export interface MomentChoice {
  /** which state of the batch */
  state: number;
  /** the exact values instead of the learned critic */
  isOracle: boolean;
}

/** Milliseconds of measuring between two looks at the message queue. */
const SLICE = 12;
/** Estimates of each measurement, at most; and per press of "more samples". */
const MANY = 50_000;
export const SOME = 500;
/** Milliseconds between two updates of figures that need not flow. */
const READABLE = 200;

/** The laboratory: what it measures, and what it has found so far. */
export class Lab {
  readonly $phase = atom<'loading' | 'ready' | 'failed'>('loading');
  readonly $failure = atom('');
  /** why the core was lost and all is measured anew, else `""` */
  readonly $loss = atom('');
  readonly $settings = atom<LabSettings | null>(null);
  readonly $moment = atom<(Moment & MomentChoice) | null>(null);
  readonly $task = atom<LabTask | null>(null);
  /** why the task asked for last could not be opened, else `""`; the one before stays */
  readonly $refusal = atom('');
  /** why variants cannot be measured, by their ids */
  readonly $unable = atom<ReadonlyMap<string, string>>(new Map());
  readonly $ignored = atom<readonly string[]>([]);
  readonly $streaming = atom(true);
  /** the variant whose sampled actions are shown */
  readonly $focus = atom('');
  /** grows a few times a second while something new has been measured */
  readonly $revision = atom(0);
  readonly results = new Map<string, LabResult>();
  /** rows of the latest actions and estimates, by the text of the measurement */
  readonly rows = new Map<string, Float32Array>();
  /** rows of action, objective and density */
  slice: Float32Array = new Float32Array();
  readonly #core: LabCore;
  #catalog: LabCatalog | undefined;
  #isBusy = false;
  #opened = '';
  #goal = MANY;
  #drawn = 0;
  #isStale = false;
  #hash = '';

  constructor(core: LabCore, isStreaming: boolean) {
    this.#core = core;
    this.$streaming.set(isStreaming);
    if (!isStreaming) this.#goal = SOME;
  }

  get catalog(): LabCatalog {
    if (!this.#catalog) throw new Error('the lab has no catalog yet');
    return this.#catalog;
  }

  /** Loads the catalog and takes the settings from the hash of the address. */
  async start(hash: string): Promise<void> {
    this.#hash = hash;
    try {
      this.#catalog = await this.#core.catalog();
      const isOwn = new URLSearchParams(hash.replace(/^#/, '')).has('lab');
      const defaults = defaultSettings(this.catalog);
      const { settings, ignored } = readLabLink(isOwn ? hash : '', this.catalog, defaults);
      this.$settings.set(settings);
      this.$ignored.set(ignored);
      this.$phase.set('ready');
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * The core is lost with all that it had measured; another one measures it again. One that is lost
   * before it has measured anything will not do better the next time.
   */
  lose(reason: string): void {
    if (this.$phase.get() !== 'ready') return;
    if (this.results.size === 0) return this.fail(reason);
    this.results.clear();
    this.$loss.set(reason);
    this.#opened = '';
  }

  /** Starts again after a failure, with what had been chosen. */
  async retry(): Promise<void> {
    this.#opened = '';
    this.$loss.set('');
    if (this.$settings.get()) this.$phase.set('ready');
    else {
      this.$phase.set('loading');
      await this.start(this.#hash);
    }
  }

  fail(reason: string): void {
    this.$failure.set(reason);
    this.$phase.set('failed');
  }

  #fail(error: unknown): void {
    this.fail(error instanceof Error ? error.message : String(error));
  }

  /** Changes what is measured; a change of the task starts over. */
  set(change: Partial<LabSettings>): void {
    const settings = this.$settings.get();
    if (!settings) return;
    this.$loss.set('');
    this.$settings.set({ ...settings, ...change });
    if (!this.$streaming.get()) this.#goal = Math.max(this.#goal, SOME);
    this.#isStale = true;
  }

  /** Goes to a frozen moment of a run, or back to analytic tasks. */
  freeze(moment: Moment | null): void {
    this.$moment.set(moment && { ...moment, state: 0, isOracle: false });
    this.#opened = '';
  }

  chooseInMoment(choice: Partial<MomentChoice>): void {
    const moment = this.$moment.get();
    if (moment) this.$moment.set({ ...moment, ...choice });
  }

  setStreaming(isStreaming: boolean): void {
    this.$streaming.set(isStreaming);
    if (isStreaming) this.#goal = MANY;
    else
      this.#goal = Math.max(0, highest([...this.results.values()].map(({ repeats }) => repeats)));
  }

  /** Measures some more while nothing flows. */
  more(): void {
    this.#goal += SOME;
  }

  variants(): Variant[] {
    const settings = this.$settings.get();
    if (!settings || !this.#catalog) return [];
    const unable = this.$unable.get();
    return shownVariants(this.catalog, settings).filter(({ id }) => !unable.has(id));
  }

  /** To be called once per animation frame: asks for one slice of work at a time. */
  turn(now: number): void {
    if (this.#isStale && now - this.#drawn >= READABLE) {
      this.#isStale = false;
      this.#drawn = now;
      this.$revision.set(this.$revision.get() + 1);
    }
    if (this.#isBusy || this.$phase.get() !== 'ready') return;
    this.#isBusy = true;
    void this.#work()
      .catch((error: unknown) => {
        if (!(error instanceof DeadWorkerError)) this.#fail(error);
      })
      .finally(() => (this.#isBusy = false));
  }

  async #work(): Promise<void> {
    const settings = this.$settings.get()!;
    const text = this.#taskText(settings);
    if (text !== this.#opened) return this.#open(text);
    const variants = this.variants();
    const requests = this.#requests(variants, settings);
    if (requests.length === 0 || this.$task.get() === null) return;
    try {
      this.#take(requests, await this.#core.measure(requests, SLICE));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      await this.#findUnable(variants, settings);
    }
  }

  #taskText(settings: LabSettings): string {
    const moment = this.$moment.get();
    if (!moment) return taskText(settings);
    const objective = moment.isOracle ? 'oracle' : 'critic';
    return `objective=${objective}&state=${moment.state}&batch=32&states=replay&seed=1`;
  }

  async #open(text: string): Promise<void> {
    this.#opened = text;
    const moment = this.$moment.get();
    try {
      const task = await this.#core.open(text, moment?.checkpoint ?? null);
      this.results.clear();
      this.rows.clear();
      this.$unable.set(new Map());
      if (!this.$streaming.get()) this.#goal = SOME;
      if (moment) this.#adopt(task);
      this.slice = sliceOfChoices(task) ?? (await this.#core.slice(...sliceRange(task)));
      this.$refusal.set('');
      this.$task.set(task);
      this.#isStale = true;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.$refusal.set(error.message);
    }
  }

  /** A moment brings its own policy, and so the estimators that suit it. */
  #adopt({ policy }: LabTask): void {
    const settings = this.$settings.get()!;
    if (policy !== settings.policy.id) {
      this.$settings.set(withPolicy(this.catalog, settings, policy));
    }
  }

  #requests(variants: readonly Variant[], settings: LabSettings): LabRequest[] {
    const hasTheta = this.$moment.get() !== null;
    return plan(variants, this.#helpers(variants), settings, this.results, hasTheta, this.#goal);
  }

  /** The variant whose actions are shown: the reader's choice, else the first that has some. */
  focus(): string {
    const able = this.variants().filter(isSeen);
    const wanted = this.$focus.get();
    return (able.find(({ id }) => id === wanted) ?? able[0])?.id ?? '';
  }

  /** The law of the leave-one-out baseline is drawn with what the value baseline measures. */
  #helpers(variants: readonly Variant[]): Variant[] {
    const ids = variants.map(({ id }) => id);
    const needed = variants.filter(({ id }) => isLeaveOneOut(id)).map((each) => each.estimator);
    return variantsOf(this.catalog, this.$settings.get()!.policy.id).filter(
      ({ id, estimator, baseline }) =>
        baseline?.id === 'value' && needed.includes(estimator) && !ids.includes(id),
    );
  }

  #take(requests: readonly LabRequest[], answers: readonly Answer[]): void {
    answers.forEach(({ result, rows }, i) => {
      const { config } = requests[i]!;
      this.results.set(config, result);
      if (rows) this.rows.set(config, rows);
    });
    this.#isStale = true;
  }

  /** Asks for each variant alone, to learn which of them the core refuses, and why. */
  async #findUnable(variants: readonly Variant[], settings: LabSettings): Promise<void> {
    const unable = new Map(this.$unable.get());
    for (const variant of variants) {
      const config = configOf(variant, settings, settings.samples);
      const request = { config, repeats: 1, rows: false };
      try {
        await this.#core.measure([request], 1);
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        unable.set(variant.id, error.message);
      }
    }
    if (unable.size === this.$unable.get().size) throw new Error('no estimator can be measured');
    this.$unable.set(unable);
  }
}
