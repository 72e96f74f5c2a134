import { type ConnectCrew, CrewWorker, type Member } from './crew-worker';

/** The workers that train further seeds: no more than there are processors for. */
export class Roster {
  readonly #connect: ConnectCrew;
  #workers: CrewWorker[] = [];
  #pace: [isRunning: boolean, stopAt: number | null] = [false, null];
  /** workers that there may be */
  #most = 1;
  #isSpreading = false;

  constructor(connect: ConnectCrew) {
    this.#connect = connect;
  }

  /** Those that live. */
  get workers(): readonly CrewWorker[] {
    this.#workers = this.#workers.filter(({ isDead }) => !isDead);
    return this.#workers;
  }

  /** Workers that there may be. */
  set most(most: number) {
    this.#most = most;
  }

  /** The worker for one more run: a new one while there are few enough. */
  next(): CrewWorker {
    const [least] = [...this.workers].sort((a, b) => a.members.length - b.members.length);
    return least && (least.members.length === 0 || this.#isFull) ? least : this.#open();
  }

  pace(...pace: [isRunning: boolean, stopAt: number | null]): void {
    this.#pace = pace;
    for (const worker of this.workers) worker.pace(...pace);
  }

  /** Runs move from one worker to another until all have as much to train, and are few enough. */
  async spread(): Promise<void> {
    if (this.#isSpreading) return;
    this.#isSpreading = true;
    for (let due = this.#due(); due; due = this.#due()) {
      const { member, from } = due;
      await member.move(() => this.#besides(from));
      this.closeIdle();
    }
    this.#isSpreading = false;
  }

  /** Ends workers with nothing to do, and with them their memory. */
  closeIdle(): void {
    for (const worker of this.workers) if (worker.members.length === 0) worker.close();
  }

  get #isFull(): boolean {
    return this.workers.length >= this.#most;
  }

  #open(): CrewWorker {
    const worker = new CrewWorker(this.#connect);
    worker.pace(...this.#pace);
    this.#workers = [...this.workers, worker];
    return worker;
  }

  /** The one of the runs that is to move next, if any. */
  #due(): { member: Member; from: CrewWorker } | undefined {
    const workers = this.#byLoad();
    const [least, busiest] = [workers[0], workers.at(-1)];
    if (!least || !busiest) return undefined;
    const isOver = workers.length > this.#most;
    const gap = this.#load(busiest) - (this.#isFull ? this.#load(least) : 0);
    if (!isOver && gap < 2) return undefined;
    const from = isOver ? least : busiest;
    const member = isOver ? from.members[0] : from.behind(this.#pace[1]).at(-1);
    return member && { member, from };
  }

  /** Where a run goes that leaves a worker. */
  #besides(from: CrewWorker): CrewWorker {
    const [least] = this.#byLoad().filter((worker) => worker !== from);
    return least && (this.#isFull || this.#load(least) === 0) ? least : this.#open();
  }

  #load(worker: CrewWorker): number {
    return worker.behind(this.#pace[1]).length;
  }

  #byLoad(): CrewWorker[] {
    return [...this.workers].sort(
      (a, b) => this.#load(a) - this.#load(b) || a.members.length - b.members.length,
    );
  }
}
