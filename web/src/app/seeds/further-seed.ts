import { atom, type ReadableAtom } from 'nanostores';
import { DeadWorkerError } from '../../protocol/client';
import { formatConfig, type Settings } from '../../protocol/config';
import type { Report } from '../../protocol/crew-commands';
import { decodeFrame } from '../../protocol/frame';
import type { Fingerprint, Saved } from '../../protocol/run-commands';
import { History } from '../experiment/history';
import type { Seed, SeedState } from './cohort';
import type { CrewWorker, Member } from './crew-worker';
import { isBehind } from './progress';

const WAITING: SeedState = {
  phase: 'waiting',
  activity: 'paused',
  steps: 0,
  updates: 0,
  message: '',
};

/** What a seed is that is not on display: from when it begins until it ends. */
export class FurtherSeed implements Seed, Member {
  readonly seed: string;
  readonly #state = atom<SeedState>(WAITING);
  readonly #changed: () => void;
  #history = new History();
  #worker: CrewWorker | undefined;
  #run = -1;
  #isEnded = false;
  /** done once it is where the one is that it follows, or in the worker that it moves to */
  #following: Promise<void> | undefined;

  /** `changed` hears of whatever is new. */
  constructor(seed: string, changed: () => void) {
    this.seed = seed;
    this.#changed = changed;
  }

  get history(): History {
    return this.#history;
  }

  get $state(): ReadableAtom<SeedState> {
    return this.#state;
  }

  begin(worker: CrewWorker, settings: Settings): void {
    this.#worker = worker;
    this.#run = worker.create(this, formatConfig(settings));
  }

  /** Goes on from where another one is, with what that has reported. */
  follow(other: FurtherSeed, next: () => CrewWorker): void {
    this.#following = this.#follow(other, next).catch((error: unknown) =>
      this.die(error instanceof Error ? error.message : String(error)),
    );
  }

  async #follow(other: FurtherSeed, next: () => CrewWorker): Promise<void> {
    const worker = await other.#living();
    await this.#goOn(other, worker, other.#run, next);
  }

  /** Asks for checkpoint and report at once: nothing that is asked later comes between. */
  async #goOn(
    other: FurtherSeed,
    from: CrewWorker,
    run: number,
    next: () => CrewWorker,
  ): Promise<void> {
    const [{ checkpoint, steps }] = await Promise.all([from.save(run), from.report()]);
    if (this.#isEnded) return;
    this.#history = other.history.upTo(steps);
    this.#worker = next();
    this.#run = this.#worker.load(this, checkpoint);
  }

  tune(changes: Settings): void {
    this.#once((worker) => worker.tune(this.#run, formatConfig(changes)));
  }

  /** Trains up to an environment step, even while the others rest. */
  advance(steps: number): void {
    this.#once((worker) => worker.advance(this.#run, steps));
  }

  /** Goes on in another worker, from where it is. */
  move(next: () => CrewWorker): Promise<void> {
    const [from, run] = [this.#worker!, this.#run];
    this.#worker = undefined;
    this.#following = this.#goOn(this, from, run, next)
      .catch((error: unknown) => this.die(error instanceof Error ? error.message : String(error)))
      .finally(() => from.end(run));
    return this.#following;
  }

  isBehind(stopAt: number | null): boolean {
    return isBehind(this, stopAt);
  }

  /** Once it has a worker, if it ever has. */
  #once(ask: (worker: CrewWorker) => void): void {
    if (this.#worker) ask(this.#worker);
    else void this.#following?.then(() => this.#worker && ask(this.#worker));
  }

  async save(): Promise<Saved> {
    return (await this.#living()).save(this.#run);
  }

  async digest(): Promise<Fingerprint> {
    return (await this.#living()).digest(this.#run);
  }

  async #living(): Promise<CrewWorker> {
    if (!this.#worker) await this.#following;
    if (!this.#worker) throw new DeadWorkerError(this.#state.get().message);
    return this.#worker;
  }

  end(): void {
    this.#isEnded = true;
    this.#worker?.end(this.#run);
    this.#worker = undefined;
  }

  hear({ buffer, words, activity, status }: Report): void {
    try {
      const frame = decodeFrame(buffer, words);
      this.#history.add(frame);
      const { steps, updates } = frame.status;
      this.#state.set({ phase: 'ready', activity, steps, updates, message: status });
    } catch (error) {
      this.end();
      this.die(error instanceof Error ? error.message : String(error));
    }
    this.#changed();
  }

  die(message: string): void {
    this.#state.set({ ...this.#state.get(), phase: 'dead', activity: 'paused', message });
    this.#changed();
  }
}
