import type { Core, CoreSession } from '../core/core';
import type { Activity, Handlers } from '../protocol/commands';
import type { Fingerprint, Loaded, Pace, RunCommands, Saved } from '../protocol/run-commands';
import { Allowance } from './allowance';
import type { Post, Scheduler, Service } from './serve';
import { Moments } from './moments';

/** Milliseconds of training between two looks at the message queue. */
const SLICE = 8;

/**
 * Owns one run and its loop: trains in slices, lets the viewer act in real time, and sends a frame
 * whenever there is news and a buffer to put it in. Training never waits for the page.
 */
export class Trainer<S extends CoreSession = CoreSession> implements Service<RunCommands> {
  readonly #core: Core<S>;
  readonly #post: Post;
  readonly #scheduler: Scheduler;
  readonly #buffers: ArrayBuffer[] = [];
  readonly #training = new Allowance();
  readonly #viewer = new Allowance();
  #session: S | undefined;
  #moments = new Moments();
  #epoch = 0;
  #steps = 0;
  #stopAt = Infinity;
  #activity: Activity = 'paused';
  #hasNews = false;
  /** whether the viewer's actions are drawn from the policy */
  #isStochastic = false;

  constructor(core: Core<S>, post: Post, scheduler: Scheduler) {
    this.#core = core;
    this.#post = post;
    this.#scheduler = scheduler;
  }

  get epoch(): number {
    return this.#epoch;
  }

  prepare(args: readonly unknown[]): Promise<void> | undefined {
    return this.#core.prepare?.(args);
  }

  readonly handlers: Handlers<RunCommands> = {
    catalog: (config) => this.#core.catalog(config),
    check: (config) => this.#core.check(config),
    create: (config) => this.#adopt(this.#core.open(config)).config,
    save: (): Saved => ({ ...this.#about(), checkpoint: this.#run().save() }),
    load: (checkpoint) => this.#adopt(this.#core.resume(checkpoint)),
    policy: () => this.#run().policy(),
    pace: (pace) => this.#setPace(pace),
    step: () => this.#step(),
    tune: (changes) => {
      this.#run().tune(changes);
      return null;
    },
    watch: (secondsPerStep, stochastic) => {
      this.#isStochastic = stochastic;
      this.#viewer.setRate(secondsPerStep === null ? 0 : 1 / secondsPerStep);
      this.#scheduler.soon();
      return null;
    },
    kick: (strength) => this.#touch((session) => session.kick(strength)),
    drag: (x, y) => this.#touch((session) => session.drag(x, y)),
    digest: (): Fingerprint => ({ steps: this.#steps, digest: this.#run().digest() }),
    field: (...axes) => {
      const start = this.#scheduler.now();
      const buffer = this.#run().field(...axes);
      return { buffer, milliseconds: this.#scheduler.now() - start };
    },
    moments: () => this.#moments.list(),
    moment: (steps) => this.#moment(steps),
  };

  /** Takes a frame buffer from the page. */
  addBuffer(buffer: ArrayBuffer): void {
    this.#buffers.push(buffer);
    this.#sendFrame();
  }

  /** Lets somebody else ask the run, who may train it. */
  lead<R>(ask: (session: S) => R): R {
    const run = this.#run();
    try {
      return ask(run);
    } finally {
      this.#advance(run.steps() - this.#steps);
      if (run.status() !== '') this.#activity = 'diverged';
      this.#scheduler.soon();
    }
  }

  /** One turn of the loop; the scheduler calls it. */
  turn(): void {
    if (!this.#session) return;
    const now = this.#scheduler.now();
    if (this.#activity === 'training') this.#trainSlice(this.#session, now);
    const watched = this.#viewer.available(now);
    if (watched > 0) {
      this.#session.watch(watched, this.#isStochastic);
      this.#viewer.spend(watched);
      this.#hasNews = true;
    }
    this.#sendFrame();
    this.#plan();
  }

  #trainSlice(session: CoreSession, now: number): void {
    const limit = Math.min(this.#stopAt, this.#moments.dueAfter(this.#steps));
    const wanted = Math.min(this.#training.available(now), limit - this.#steps);
    if (wanted > 0) {
      const taken = session.train(wanted, SLICE);
      this.#training.spend(taken);
      this.#advance(taken);
    }
    if (this.#activity === 'training' && this.#steps >= this.#stopAt) {
      this.#activity = 'finished';
      this.#hasNews = true;
    }
  }

  #plan(): void {
    const now = this.#scheduler.now();
    const wait = Math.min(
      this.#activity === 'training' ? this.#training.wait(now) : Infinity,
      this.#viewer.wait(now),
    );
    if (wait <= 0) this.#scheduler.soon();
    else if (wait < Infinity) this.#scheduler.later(wait);
  }

  /** Puts a run in the place of the one there is, if any. */
  #adopt(session: S): Loaded {
    this.#session?.delete();
    this.#session = session;
    this.#moments = new Moments();
    this.#epoch += 1;
    this.#steps = session.steps();
    this.#activity = session.status() === '' ? 'paused' : 'diverged';
    this.#hasNews = true;
    this.#scheduler.soon();
    return this.#about();
  }

  #about(): Loaded {
    return { config: this.#run().config(), steps: this.#steps };
  }

  #setPace(pace: Pace): number {
    this.#run();
    this.#training.setRate(pace.stepsPerSecond ?? Infinity);
    this.#stopAt = pace.stopAt ?? Infinity;
    if (this.#activity !== 'diverged') {
      this.#activity = pace.running ? 'training' : 'paused';
    }
    this.#hasNews = true;
    this.#scheduler.soon();
    return this.#steps;
  }

  #step(): number {
    this.#advance(this.#run().train(1, SLICE));
    this.#scheduler.soon();
    return this.#steps;
  }

  #advance(taken: number): void {
    this.#steps += taken;
    this.#hasNews = true;
    if (taken > 0) this.#moments.keep(this.#run(), this.#steps);
    else if (this.#run().status() !== '') this.#activity = 'diverged';
  }

  #moment(steps: number): ArrayBuffer {
    const kept = steps === this.#steps ? undefined : this.#moments.nearest(steps);
    return kept?.slice(0) ?? this.#run().save();
  }

  #sendFrame(): void {
    const buffer = this.#hasNews && this.#session ? this.#buffers.pop() : undefined;
    if (!buffer || !this.#session) return;
    const frame = this.#session.packFrame(buffer);
    this.#hasNews = false;
    this.#post(
      {
        type: 'frame',
        epoch: this.#epoch,
        buffer: frame.buffer,
        words: frame.words,
        activity: this.#activity,
        status: this.#activity === 'diverged' ? this.#session.status() : '',
      },
      [frame.buffer],
    );
  }

  /** Lets the reader act on the viewer, and shows it even if the viewer is held still. */
  #touch(act: (session: CoreSession) => void): null {
    act(this.#run());
    this.#hasNews = true;
    this.#scheduler.soon();
    return null;
  }

  #run(): S {
    if (!this.#session) throw new Error('there is no run yet');
    return this.#session;
  }
}
