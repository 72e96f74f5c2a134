import { lowest } from '../../draw/extent';
import { atom } from 'nanostores';
import type { BootstrapCommands, FrozenRun, FrozenSample } from '../../protocol/bootstrap-commands';
import { type Client, RefusedError } from '../../protocol/client';

/** A run at one time: one that learns until then, or as it was kept. */
export type Source = { config: string; steps: number } | { checkpoint: ArrayBuffer };

/** A frozen run, and what is known of its returns so far. */
export type Frozen = FrozenRun & FrozenSample;

type Worker = Pick<Client<BootstrapCommands>, 'call'>;

export const STATES = 64;
export const ROLLOUTS = 64;
/** How returns are sampled, as the core reads it. */
export const SAMPLING = `states=${STATES}&rollouts=${ROLLOUTS}&longest=256&seed=1`;
/** Milliseconds of work between two looks at the message queue. */
const SLICE = 40;
/** Milliseconds between two pictures. */
const READABLE = 250;
/** States with which there are standard errors. */
const LEAST = 2;

/** Frozen runs, in their order, from more and more states. */
export class FrozenRuns {
  /** a few times a second */
  readonly $runs = atom<readonly Frozen[]>([]);
  /** why the core refused them */
  readonly $refusal = atom('');
  readonly #worker: () => Worker;
  #sources: readonly Source[] = [];
  #runs: readonly Frozen[] = [];
  #isBusy = false;
  #drawn = -Infinity;

  constructor(worker: () => Worker) {
    this.#worker = worker;
  }

  /** Begins with others; what is still on its way for those before comes to nothing. */
  show(sources: readonly Source[]): void {
    this.#sources = sources;
    this.#runs = [];
    this.#drawn = -Infinity;
    this.$runs.set([]);
    this.$refusal.set('');
  }

  /** To be called once per animation frame: asks for one slice of work at a time. */
  turn(now: number, fail: (error: unknown) => void): void {
    if (this.#runs !== this.$runs.get() && now - this.#drawn >= READABLE) {
      this.#drawn = now;
      this.$runs.set(this.#runs);
    }
    const work = this.#isBusy ? undefined : this.#next();
    if (!work) return;
    this.#isBusy = true;
    const sources = this.#sources;
    void work
      .catch((error: unknown) => {
        if (!(error instanceof RefusedError)) return fail(error);
        if (sources !== this.#sources) return;
        this.show([]);
        this.$refusal.set(error.message);
      })
      .finally(() => (this.#isBusy = false));
  }

  /** The first run gets its picture before the next one is looked for; then all grow alike. */
  #next(): Promise<void> | undefined {
    const runs = this.#runs;
    const source = this.#sources[runs.length];
    const isSeen = runs.every(({ states }) => states >= LEAST);
    if (source && isSeen) return this.#freeze(source, runs.length);
    const open = runs.filter(({ isDone }) => !isDone);
    const fewest = lowest(open.map(({ states }) => states));
    const place = runs.findIndex(({ isDone, states }) => !isDone && states === fewest);
    return place < 0 ? undefined : this.#sample(place);
  }

  async #freeze(source: Source, place: number): Promise<void> {
    const sources = this.#sources;
    const checkpoint = await this.#checkpointOf(source);
    if (!checkpoint || sources !== this.#sources) return;
    const run = await this.#worker().call('freeze', place, SAMPLING, checkpoint);
    if (sources !== this.#sources) return;
    this.#runs = [...this.#runs, { ...run, states: 0, isDone: false, rows: new Float64Array() }];
  }

  #checkpointOf(source: Source): Promise<ArrayBuffer | null> {
    if ('checkpoint' in source) return Promise.resolve(source.checkpoint);
    return this.#worker().call('learn', source.config, source.steps, SLICE);
  }

  async #sample(place: number): Promise<void> {
    const sources = this.#sources;
    const sample = await this.#worker().call('sample', place, SLICE);
    if (sources !== this.#sources) return;
    this.#runs = this.#runs.map((run, i) => (i === place ? { ...run, ...sample } : run));
  }
}
