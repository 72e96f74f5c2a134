import type { Core, CoreSession } from '../core/core';
import type { Activity, Handlers } from '../protocol/commands';
import type { CrewCommands, Report } from '../protocol/crew-commands';
import type { Fingerprint, Loaded, Saved } from '../protocol/run-commands';
import type { Post, Scheduler, Service } from './serve';

/** Milliseconds of training between two looks at the message queue. */
const SLICE = 16;
/** Bytes that the frame of a report usually takes at most. */
const FRAME_BYTES = 4096;

interface Member {
  readonly session: CoreSession;
  steps: number;
  /** the environment step that it is brought to while the others rest */
  goal: number;
  diverged: boolean;
  hasNews: boolean;
}

/**
 * Owns several runs that nobody watches and trains them in slices, always the one that is furthest
 * behind: so all have been evaluated at a step as soon as possible, and a band over them grows.
 */
export class Crew implements Service<CrewCommands> {
  readonly #core: Core;
  readonly #scheduler: Scheduler;
  readonly #members = new Map<number, Member>();
  #isRunning = false;
  #stopAt = Infinity;
  /** Numbers of runs are not used again, so nothing comes too late. */
  readonly epoch = 0;

  constructor(core: Core, _post: Post, scheduler: Scheduler) {
    this.#core = core;
    this.#scheduler = scheduler;
  }

  prepare(args: readonly unknown[]): Promise<void> | undefined {
    return this.#core.prepare?.(args);
  }

  readonly handlers: Handlers<CrewCommands> = {
    create: (run, config) => this.#add(run, () => this.#core.open(config)).config,
    load: (run, checkpoint) => this.#add(run, () => this.#core.resume(checkpoint)),
    end: (run) => {
      this.#member(run).session.delete();
      this.#members.delete(run);
      return null;
    },
    save: (run): Saved => {
      const member = this.#member(run);
      return { ...about(member), checkpoint: member.session.save() };
    },
    digest: (run): Fingerprint => {
      const { steps, session } = this.#member(run);
      return { steps, digest: session.digest() };
    },
    tune: (run, changes) => {
      this.#member(run).session.tune(changes);
      return null;
    },
    advance: (run, steps) => {
      const member = this.#member(run);
      member.goal = steps;
      member.hasNews = true;
      this.#scheduler.soon();
      return null;
    },
    pace: (running, stopAt) => {
      this.#isRunning = running;
      this.#stopAt = stopAt ?? Infinity;
      for (const member of this.#members.values()) {
        member.goal = 0;
        member.hasNews = true;
      }
      this.#scheduler.soon();
      return null;
    },
    report: () => [...this.#members].flatMap(([run, member]) => this.#report(run, member)),
  };

  /** One turn of the loop; the scheduler calls it. */
  turn(): void {
    const member = this.#furthestBehind();
    if (!member) return;
    const most = Math.min(this.#endOf(member) - member.steps, Number.MAX_SAFE_INTEGER);
    const taken = member.session.train(most, SLICE);
    member.steps += taken;
    member.hasNews = true;
    if (taken === 0) member.diverged = member.session.status() !== '';
    this.#scheduler.soon();
  }

  #furthestBehind(): Member | undefined {
    let behind: Member | undefined;
    for (const member of this.#members.values()) {
      const canTrain = !member.diverged && member.steps < this.#endOf(member);
      if (canTrain && (!behind || member.steps < behind.steps)) behind = member;
    }
    return behind;
  }

  /** Where it rests. */
  #endOf({ goal }: Member): number {
    return this.#isRunning ? this.#stopAt : goal;
  }

  #add(run: number, open: () => CoreSession): Loaded {
    if (this.#members.has(run)) throw new Error(`run ${run} is there already`);
    const session = open();
    const steps = session.steps();
    const member = { session, steps, goal: 0, diverged: session.status() !== '', hasNews: true };
    this.#members.set(run, member);
    this.#scheduler.soon();
    return about(member);
  }

  #report(run: number, member: Member): Report[] {
    if (!member.hasNews) return [];
    member.hasNews = false;
    const { session, diverged } = member;
    const { buffer, words } = session.packFrame(new ArrayBuffer(FRAME_BYTES));
    const status = diverged ? session.status() : '';
    return [{ run, buffer, words, activity: this.#activityOf(member), status }];
  }

  #activityOf({ diverged, steps }: Member): Activity {
    if (diverged) return 'diverged';
    if (steps >= this.#stopAt) return 'finished';
    return this.#isRunning ? 'training' : 'paused';
  }

  #member(run: number): Member {
    const member = this.#members.get(run);
    if (!member) throw new Error(`there is no run ${run}`);
    return member;
  }
}

function about({ session, steps }: Member): Loaded {
  return { config: session.config(), steps };
}
