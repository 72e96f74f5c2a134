import { atom, type ReadableAtom } from 'nanostores';
import { DeadWorkerError } from '../../protocol/client';
import { formatConfig, type Settings } from '../../protocol/config';
import type { Report } from '../../protocol/crew-commands';
import { decodeFrame } from '../../protocol/frame';
import type { Saved } from '../../protocol/run-commands';
import { History } from '../experiment/history';
import type { Seed, SeedState } from './cohort';
import type { CrewWorker, Member } from './crew-worker';

const WAITING: SeedState = { phase: 'waiting', activity: 'paused', steps: 0, message: '' };

/** What a seed is that is not on display: from when it begins until it ends. */
export class FurtherSeed implements Seed, Member {
  readonly seed: string;
  readonly #state = atom<SeedState>(WAITING);
  readonly #changed: () => void;
  #history = new History();
  #worker: CrewWorker | undefined;
  #run = -1;
  #isEnded = false;
  /** done once it is where the one is that it follows */
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
  follow(other: FurtherSeed, worker: () => CrewWorker): void {
    this.#following = this.#follow(other, worker).catch((error: unknown) =>
      this.die(error instanceof Error ? error.message : String(error)),
    );
  }

  /** Asks for report and checkpoint at once: nothing that is asked later comes between. */
  async #follow(other: FurtherSeed, worker: () => CrewWorker): Promise<void> {
    const [{ checkpoint, steps }] = await Promise.all([other.save(), other.#worker?.report()]);
    if (this.#isEnded) return;
    this.#history = other.history.upTo(steps);
    this.#worker = worker();
    this.#run = this.#worker.load(this, checkpoint);
  }

  tune(changes: Settings): void {
    if (this.#worker) this.#worker.tune(this.#run, formatConfig(changes));
    else void this.#following?.then(() => this.#worker?.tune(this.#run, formatConfig(changes)));
  }

  async save(): Promise<Saved> {
    if (!this.#worker) await this.#following;
    if (!this.#worker) throw new DeadWorkerError(this.#state.get().message);
    return this.#worker.save(this.#run);
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
      const { steps } = frame.status;
      this.#state.set({ phase: 'ready', activity, steps, message: status });
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
