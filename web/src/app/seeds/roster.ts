import { type ConnectCrew, CrewWorker } from './crew-worker';

/** The workers that train further seeds: no more than there are processors for. */
export class Roster {
  readonly #connect: ConnectCrew;
  #workers: CrewWorker[] = [];
  #pace: [isRunning: boolean, stopAt: number | null] = [false, null];

  constructor(connect: ConnectCrew) {
    this.#connect = connect;
  }

  /** Those that live. */
  get workers(): readonly CrewWorker[] {
    this.#workers = this.#workers.filter(({ isDead }) => !isDead);
    return this.#workers;
  }

  /** The worker for one more run: a new one while there are fewer than `most`. */
  next(most: number): CrewWorker {
    const { workers } = this;
    const least = workers.reduce<CrewWorker | undefined>(
      (best, each) => (best && best.size <= each.size ? best : each),
      undefined,
    );
    if (least && (least.size === 0 || workers.length >= most)) return least;
    const worker = new CrewWorker(this.#connect);
    worker.pace(...this.#pace);
    this.#workers = [...workers, worker];
    return worker;
  }

  pace(...pace: [isRunning: boolean, stopAt: number | null]): void {
    this.#pace = pace;
    for (const worker of this.workers) worker.pace(...pace);
  }

  /** Ends workers with nothing to do, and with them their memory. */
  closeIdle(): void {
    for (const worker of this.workers) if (worker.size === 0) worker.close();
  }
}
