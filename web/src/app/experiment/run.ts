import { atom, type ReadableAtom } from 'nanostores';
import type { Activity } from '../../protocol/commands';
import type {
  FieldAxes,
  FieldReply,
  Fingerprint,
  Moment,
  Pace,
  RunCommands,
  Saved,
} from '../../protocol/run-commands';
import { type Client, type ClientEvents, DeadWorkerError } from '../../protocol/client';
import { formatConfig, type Settings } from '../../protocol/config';
import type { Frame } from '../../protocol/frame';
import { History } from './history';
import { RateMeter } from './rate';
import { Viewer } from './viewer';

type Watching = [secondsPerStep: number | null, stochastic: boolean];

/** Makes the client of a new worker. */
export type Connect = (events: ClientEvents) => Client<RunCommands>;

/** What a card says of a run. */
export interface RunView {
  phase: 'starting' | 'ready' | 'dead';
  activity: Activity;
  steps: number;
  updates: number;
  /** finished training episodes */
  episodes: number;
  /** return of the last training episode, NaN before the first */
  lastReturn: number;
  /** mean return of the last 20 training episodes, NaN before the first */
  meanReturn: number;
  /** return and environment steps so far of the episode on display */
  shownReturn: number;
  shownLength: number;
  /** measured steps per second, NaN while unknown */
  achieved: number;
  /** why the run diverged or died, else `""` */
  message: string;
  fingerprint: Fingerprint | null;
}

const NEW: RunView = {
  phase: 'starting',
  activity: 'paused',
  steps: 0,
  updates: 0,
  episodes: 0,
  lastReturn: NaN,
  meanReturn: NaN,
  shownReturn: 0,
  shownLength: 0,
  achieved: NaN,
  message: '',
  fingerprint: null,
};

/** Milliseconds between two changes of the figures on a card: faster could not be read. */
const READABLE = 200;
/** Milliseconds that a frame waits for a repaint: a page out of sight has none. */
const PATIENCE = 100;

/** One seed of an arm: its worker, what it reported, and what of that is on display. */
export class Run {
  readonly #connect: Connect;
  readonly #view = atom<RunView>(NEW);
  readonly #rate = new RateMeter();
  #client: Client<RunCommands>;
  #latest: RunView = NEW;
  #published = 0;
  #overdue: ReturnType<typeof setTimeout> | undefined;
  #watching: Watching = [null, false];
  history = new History();
  viewer = new Viewer();

  constructor(connect: Connect) {
    this.#connect = connect;
    this.#client = this.#open();
  }

  /** Changes at most five times a second, and at once with the activity. */
  get $view(): ReadableAtom<RunView> {
    return this.#view;
  }

  /** The core's complaints about settings, `""` if there are none. Needs no run, only a worker. */
  check(settings: Settings): Promise<string> {
    return this.#livingClient().call('check', formatConfig(settings));
  }

  /** The catalog of what knows the task of a configuration, as JSON. */
  catalog(config: string): Promise<string> {
    return this.#livingClient().call('catalog', config);
  }

  /** Starts over at step 0; on an error the run goes on as it was. Revives a dead run. */
  async create(settings: Settings): Promise<void> {
    await this.#livingClient().call('create', formatConfig(settings));
    await this.#begin(0, new History());
  }

  /**
   * Goes on from a checkpoint, after `adopt` has heard its configuration, and from what had been
   * reported before it. Rejects with `RefusedError` if the bytes are none; the run then goes on as
   * it was.
   */
  async load(
    checkpoint: ArrayBuffer,
    adopt: (config: string) => void | Promise<void>,
    past = new History(),
  ): Promise<number> {
    const { config, steps } = await this.#livingClient().call('load', checkpoint);
    await adopt(config);
    await this.#begin(steps, past);
    return steps;
  }

  /** A checkpoint of the run as it is now. */
  save(): Promise<Saved> {
    return this.#client.call('save');
  }

  digest(): Promise<Fingerprint> {
    return this.#client.call('digest');
  }

  /** The policy as JSON. */
  policy(): Promise<string> {
    return this.#client.call('policy');
  }

  /** Forgets what the run before this one reported. */
  async #begin(steps: number, history: History): Promise<void> {
    this.history = history;
    this.viewer = new Viewer();
    this.#rate.clear();
    this.#publish({ ...NEW, phase: 'ready', steps });
    await this.#client.call('watch', ...this.#watching);
    void this.#updateFingerprint();
  }

  async pace(pace: Pace): Promise<void> {
    await this.#client.call('pace', pace);
    const { activity } = this.#latest;
    const isStale = pace.running && (activity === 'finished' || activity === 'paused');
    if (isStale) this.#publish({ ...this.#latest, activity: 'training' });
    if (!pace.running) void this.#updateFingerprint();
  }

  /** Resolves to the environment steps taken so far. */
  async step(): Promise<number> {
    const steps = await this.#client.call('step');
    void this.#updateFingerprint();
    return steps;
  }

  /** Changes live parameters. Rejects with `RefusedError` and changes nothing if they are wrong. */
  async tune(changes: Settings): Promise<void> {
    await this.#client.call('tune', formatConfig(changes));
  }

  /**
   * Lets the policy act for the viewer every so many seconds, by its most likely actions or by
   * drawn ones; `null` holds it still.
   */
  async watch(...watching: Watching): Promise<void> {
    this.#watching = watching;
    if (this.#latest.phase === 'ready') await this.#client.call('watch', ...watching);
  }

  /** Ends the worker; the run is then dead. */
  close(): void {
    this.#client.close();
  }

  async kick(strength: number): Promise<void> {
    await this.#client.call('kick', strength);
  }

  /** What it can be looked at later as it was. */
  moments(): Promise<Moment[]> {
    return this.#client.call('moments');
  }

  /** A checkpoint at an environment step, or at the kept moment nearest to it. */
  moment(steps: number): Promise<ArrayBuffer> {
    return this.#client.call('moment', steps);
  }

  /** What critic and policy say over two axes. */
  field(...axes: FieldAxes): Promise<FieldReply> {
    return this.#client.call('field', ...axes);
  }

  async drag(x: number, y: number): Promise<void> {
    await this.#client.call('drag', x, y);
  }

  /** To be called once per animation frame: shows new figures and lets a new frame come. */
  refresh(now: number): void {
    clearTimeout(this.#overdue);
    this.#client.releaseFrame();
    if (this.#latest !== this.#view.get() && now - this.#published >= READABLE) {
      this.#publish(this.#latest);
    }
  }

  async #updateFingerprint(): Promise<void> {
    try {
      const fingerprint = await this.digest();
      this.#publish({ ...this.#latest, fingerprint });
    } catch (error) {
      if (!(error instanceof DeadWorkerError)) throw error;
    }
  }

  #livingClient(): Client<RunCommands> {
    if (this.#client.isDead) this.#client = this.#open();
    return this.#client;
  }

  #open(): Client<RunCommands> {
    return this.#connect({
      frame: (frame, activity, status) => this.#receive(frame, activity, status),
      death: (message) => this.#publish({ ...this.#latest, phase: 'dead', message }),
    });
  }

  #receive(frame: Frame, activity: Activity, message: string): void {
    const now = performance.now();
    this.#overdue = setTimeout(() => this.refresh(performance.now()), PATIENCE);
    const { steps, updates, episodes, lastReturn, meanReturn, shownReturn, shownLength } =
      frame.status;
    this.history.add(frame);
    this.viewer.add(frame.draw, now, this.#watching[0]);
    if (activity === 'training') this.#rate.add(now, steps);
    else this.#rate.clear();
    const hasChanged = activity !== this.#latest.activity;
    const isStale = steps !== this.#latest.fingerprint?.steps;
    const fingerprint = isStale ? null : this.#latest.fingerprint;
    const achieved = this.#rate.rate();
    this.#latest = {
      ...this.#latest,
      ...{ steps, updates, episodes, lastReturn, meanReturn, shownReturn, shownLength },
      ...{ activity, achieved, message, fingerprint },
    };
    if (!hasChanged) return;
    this.#publish(this.#latest);
    if (activity === 'finished') void this.#updateFingerprint();
  }

  #publish(view: RunView): void {
    this.#latest = view;
    this.#published = performance.now();
    this.#view.set(view);
  }
}
