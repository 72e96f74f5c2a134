import { type Client, type ClientEvents, DeadWorkerError } from '../../protocol/client';
import type { CrewCommands, Report } from '../../protocol/crew-commands';
import type { Fingerprint, Saved } from '../../protocol/run-commands';
import { parseReports } from '../../protocol/crew-requests';

/** Makes the client of a new worker with a crew. */
export type ConnectCrew = (events: ClientEvents) => Client<CrewCommands>;

/** Who hears what comes of one run. */
export interface Member {
  hear(report: Report): void;
  /** The worker has died, or what it says of the run cannot be read. */
  die(message: string): void;
  /** Whether it trains, or will with the next pace. */
  isBehind(stopAt: number | null): boolean;
  /** Goes on in another worker. */
  move(next: () => CrewWorker): Promise<void>;
}

/** Milliseconds between two reports of a worker that trains. */
const INTERVAL = 300;

/** A worker with a module that trains several runs. */
export class CrewWorker {
  readonly #client: Client<CrewCommands>;
  readonly #members = new Map<number, Member>();
  #runs = 0;
  #isRunning = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connect: ConnectCrew) {
    this.#client = connect({ frame: () => undefined, death: (message) => this.#die(message) });
  }

  get isDead(): boolean {
    return this.#client.isDead;
  }

  /** Whose runs it has. */
  get members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Those that have not come to where they stop. */
  behind(stopAt: number | null): readonly Member[] {
    return this.members.filter((member) => member.isBehind(stopAt));
  }

  /** Begins a run; its number. */
  create(member: Member, config: string): number {
    return this.#add(member, (run) => this.#client.call('create', run, config));
  }

  /** Goes on with the run of a checkpoint; its number. */
  load(member: Member, checkpoint: ArrayBuffer): number {
    return this.#add(member, (run) => this.#client.call('load', run, checkpoint));
  }

  end(run: number): void {
    if (this.#members.delete(run)) this.#ask(this.#client.call('end', run));
  }

  tune(run: number, changes: string): void {
    this.#ask(this.#client.call('tune', run, changes));
  }

  advance(run: number, steps: number): void {
    this.#ask(this.#client.call('advance', run, steps));
    void this.report();
  }

  pace(isRunning: boolean, stopAt: number | null): void {
    this.#isRunning = isRunning;
    this.#ask(this.#client.call('pace', isRunning, stopAt));
    void this.report();
  }

  save(run: number): Promise<Saved> {
    return this.#client.call('save', run);
  }

  digest(run: number): Promise<Fingerprint> {
    return this.#client.call('digest', run);
  }

  /** Tells every member what is new, and goes on doing so as long as they train. */
  async report(): Promise<void> {
    clearTimeout(this.#timer);
    let isNews = false;
    try {
      const reports = parseReports(await this.#client.call('report'));
      isNews = reports.length > 0;
      for (const report of reports) this.#members.get(report.run)?.hear(report);
    } catch (error) {
      if (error instanceof DeadWorkerError) return;
      this.#die(error instanceof Error ? error.message : String(error));
      this.#client.close();
    }
    if (this.#isRunning || isNews) this.#plan(INTERVAL);
  }

  #plan(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.report(), milliseconds);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#members.clear();
    this.#client.close();
  }

  #add(member: Member, begin: (run: number) => Promise<unknown>): number {
    const run = this.#runs++;
    this.#members.set(run, member);
    void begin(run).then(
      () => this.#plan(0),
      (error: unknown) => {
        if (!this.#members.delete(run)) return;
        member.die(error instanceof Error ? error.message : String(error));
      },
    );
    return run;
  }

  /** Whatever is refused is so of a run that could not be begun, which has said so. */
  #ask(answer: Promise<unknown>): void {
    answer.catch(() => undefined);
  }

  #die(message: string): void {
    clearTimeout(this.#timer);
    const { members } = this;
    this.#members.clear();
    for (const member of members) member.die(message);
  }
}
