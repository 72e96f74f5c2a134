import { atom, type ReadableAtom } from 'nanostores';
import { highest } from '../../draw/extent';
import type { Catalog } from '../../protocol/catalog';
import { DeadWorkerError } from '../../protocol/client';
import type { Settings } from '../../protocol/config';
import { isAboutFurther } from '../../protocol/further';
import { DEFAULT_HORIZON } from '../settings/limits';
import type { Claim, Stepped } from '../link/link';
import { nextSeed } from '../settings/next-seed';
import { opened } from '../link/opening';
import { loaded } from '../kit/loaded';
import { availablePairs, type Pair, settingsOfPair } from '../settings/pairs';
import { type ArmId } from '../settings/arms';
import { type Arm, canTrain, isOver, isReady, onEach } from './arm';
import { ArmSettings } from './arm-settings';
import type { Crew } from './crew';
import type { Sweep } from './recorded';
import { type Connect, Run } from './run';
import { byId, isWithinCore, type Resolved } from '../settings/settings';
import { stepsPerSecond } from './speeds';
import { strings } from '../text/en/page';

/** The experiment on the page: its arms, what they have in common, and what can be done to them. */
export class Playground {
  readonly $arms: ReadableAtom<readonly Arm[]>;
  /** `starting`: what the runs are about is known, they are not there yet */
  readonly $phase = atom<'loading' | 'starting' | 'ready' | 'failed'>('loading');
  /** Resolves once the first runs are there, or have failed. */
  readonly started = new Promise<void>((resolve) => {
    this.$phase.listen((phase) => phase !== 'starting' && resolve());
  });
  /** why the core could not be started, else `""` */
  readonly $failure = atom('');
  /** the pair on display; `""` once a run is about something else */
  readonly $pair = atom('');
  readonly $playing = atom(false);
  /** whether nothing trains before a reader has said what to expect */
  readonly $isHeld = atom(false);
  /** multiple of real time asked of each run; `null`: as fast as possible */
  readonly $speed = atom<number | null>(null);
  /** environment step at which runs pause by themselves; `null`: never */
  readonly $stopAt = atom<number | null>(DEFAULT_HORIZON);
  readonly $watching = atom(true);
  /** whether the actions on display are drawn from the policy, else its most likely ones */
  readonly $stochastic = atom(false);
  /** whether runs train on where nobody can see them */
  readonly $inBackground = atom(false);
  /** whether it is on display, and not another page in its place */
  readonly $isShown = atom(true);
  /** whether the page is a frame that has been scrolled out of view */
  readonly $isOffScreen = atom(false);
  /** whether nobody can see it, for one of these reasons or another */
  readonly $isHidden = atom(false);
  /** parts of the link that were not usable */
  readonly $ignored = atom<readonly string[]>([]);
  /** seeds of every arm: that of its run, and those after it, which `crew` trains */
  readonly $seeds = atom(1);
  /** the update that is looked at line by line */
  readonly $stepped = atom<Stepped | null>(null);
  crew: Crew | undefined;
  /** what `acp sweep` wrote, as far as it has been opened */
  readonly $sweeps = atom<readonly Sweep[]>([]);
  /** what the link says the runs come to, one per run; none once they are about something else */
  readonly $claims = atom<readonly Claim[]>([]);
  readonly catalog: Catalog;
  readonly settings: ArmSettings;
  readonly #arms = atom<readonly Arm[]>([]);
  readonly #connect: Connect;
  /** done when all that was asked for before is */
  #turn: Promise<unknown> = Promise.resolve();
  /** paces asked for; until they are answered, what runs say may be from before */
  #unanswered = 0;

  constructor(catalog: Catalog, ids: readonly ArmId[], connect: Connect) {
    this.catalog = catalog;
    this.settings = new ArmSettings(catalog);
    this.$arms = this.#arms;
    this.#connect = connect;
    this.#arms.set(ids.map((id) => ({ id, run: this.newRun() })));
    this.$settings.listen(() => this.$claims.set([]));
  }

  /** The pairs that can be chosen without fetching anything. */
  get pairs(): readonly Pair[] {
    return availablePairs(this.catalog);
  }

  /** What each arm's settings say, without defaults. */
  get $settings(): ArmSettings['$given'] {
    return this.settings.$given;
  }

  /** What was changed of each arm while it trained. */
  get $changes(): ArmSettings['$changes'] {
    return this.settings.$changes;
  }

  get arms(): readonly Arm[] {
    return this.#arms.get();
  }

  get runs(): readonly Run[] {
    return this.arms.map(({ run }) => run);
  }

  /** A run that is not on display yet. */
  newRun(): Run {
    const run = new Run(this.#connect);
    run.$view.listen(() => this.noticeEnd());
    return run;
  }

  /** Puts other arms on display, each with its settings; no run starts over. */
  setArms(arms: readonly Arm[], settings: ReadonlyMap<ArmId, Settings>): void {
    this.#arms.set(arms);
    this.$settings.set(settings);
    this.$pair.set(this.settings.pairOf(this.pairs));
  }

  /** Does something that takes a while after all that was asked for before. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Creates the runs that the hash of the address describes. */
  async start(hash: string): Promise<void> {
    try {
      const link = await this.know(hash);
      const { runs, claims, seeds, stepped, ignored } = await opened(link, {
        catalog: this.catalog,
        pairs: this.pairs,
        runs: this.arms.length,
        check: (settings) => this.check(settings),
      });
      this.$ignored.set(ignored);
      this.#adopt(runs);
      this.$claims.set(claims);
      this.$seeds.set(seeds);
      this.$stepped.set(stepped);
      if (claims.length > 0) this.$stopAt.set(highest(claims.map(({ steps }) => steps)));
      const created = this.startOver(this.arms);
      this.$phase.set('starting');
      await created;
      const views = this.runs.map(({ $view }) => $view.get());
      if (views.every(({ phase }) => phase === 'dead')) throw new Error(views[0]!.message);
      this.$phase.set('ready');
      await this.setWatching(this.$watching.get());
    } catch (error) {
      this.$failure.set(error instanceof Error ? error.message : String(error));
      this.$phase.set('failed');
    }
  }

  /**
   * Sees to it that the catalog has the task of a configuration or a link, and resolves to that,
   * with its formulas unpacked. Rejects with the reason if what the task needs cannot be fetched.
   */
  async know(text: string): Promise<string> {
    if (!isAboutFurther(text)) return text;
    const { learn } = await loaded(() => import('./further-tasks'));
    return learn(this.catalog, text, this.#checker.run);
  }

  /** An arm's settings with defaults filled in. */
  resolved(id: ArmId): Resolved {
    return this.settings.resolved(id);
  }

  /** Every arm's settings with defaults filled in. */
  allResolved(): Resolved[] {
    return this.arms.map(({ id }) => this.resolved(id));
  }

  /** Whether laboratories and traces can be about every arm. */
  get isTraceable(): boolean {
    return this.allResolved().every(isWithinCore);
  }

  /** The arms that have a parameter. */
  having(key: string): ArmId[] {
    return this.arms.map(({ id }) => id).filter((id) => this.resolved(id).values.has(key));
  }

  /** Environment steps per second asked of an arm; `null`: as many as possible. */
  asked(id: ArmId): number | null {
    const factor = this.$speed.get();
    const { seconds_per_step } = this.resolved(id).environment;
    return factor === null ? null : stepsPerSecond(factor, seconds_per_step);
  }

  /** Rejects with the reason if what its task needs cannot be fetched. */
  choosePair(id: string): Promise<void> {
    return this.inTurn(async () => {
      await this.know(`pair=${id}`);
      const pair = byId(this.pairs, id);
      const seed = String(this.#seed());
      this.#adopt(this.arms.map((_, arm) => settingsOfPair(pair, arm).set('seed', seed)));
      await this.startOver(this.arms);
    });
  }

  /** Trains; runs that are starting train as soon as they are there. */
  play(): void {
    if (this.$isHeld.get()) return;
    if (this.$phase.get() === 'starting') this.$playing.set(true);
    if (this.$phase.get() !== 'ready') return;
    const stopAt = this.$stopAt.get();
    const able = this.arms.filter(canTrain);
    const isBehind = this.crew?.isBehind ?? false;
    if (able.length === 0 && !isBehind) return;
    const isSpent = ({ run }: Arm) => run.$view.get().steps >= (stopAt ?? Infinity);
    if (stopAt !== null && !isBehind && able.every(isSpent)) {
      this.$stopAt.set(stopAt + this.settings.horizon());
    }
    this.$playing.set(true);
    void this.#applyPace();
  }

  /** Pauses every run; the time it takes is in the browser's list of measures as `pause`. */
  pause(): void {
    const start = performance.now();
    this.$playing.set(false);
    void this.#applyPace().then(() => performance.measure('pause', { start }));
  }

  toggle(): void {
    if (!this.$isShown.get()) return;
    if (this.$playing.get()) this.pause();
    else this.play();
  }

  step(): Promise<void> {
    this.pause();
    if (this.$isHeld.get()) return Promise.resolve();
    return this.inTurn(() =>
      onEach(async ({ id, run }) => {
        const steps = await run.step();
        this.crew?.advance(id, steps);
      }, this.arms.filter(isReady)),
    );
  }

  /** Starts over with the same seed; goes on training if it was. */
  reset(): Promise<void> {
    return this.inTurn(() => this.startOver(this.arms));
  }

  /** Starts over with the seeds after those there are; goes on training if it was. */
  newSeed(): Promise<void> {
    return this.inTurn(() => {
      const ids = this.arms.map(({ id }) => id);
      const seed = String(nextSeed(this.catalog, this.#seed(), this.$seeds.get()));
      this.settings.assign(ids, 'seed', seed);
      return this.startOver(this.arms);
    });
  }

  /** Revives an arm whose run died, or starts it over. */
  restart(id: ArmId): Promise<void> {
    return this.inTurn(() => this.startOver(this.armsOf([id])));
  }

  setSpeed(factor: number | null): void {
    this.$speed.set(factor);
    if (this.$playing.get()) void this.#applyPace();
  }

  setStopAt(step: number | null): void {
    this.$stopAt.set(step);
    if (this.$playing.get()) void this.#applyPace();
  }

  async setWatching(isWatching: boolean): Promise<void> {
    this.$watching.set(isWatching);
    await this.#watch(this.arms);
  }

  async setStochastic(isStochastic: boolean): Promise<void> {
    this.$stochastic.set(isStochastic);
    await this.#watch(this.arms);
  }

  async #watch(arms: readonly Arm[]): Promise<void> {
    const isStochastic = this.$stochastic.get();
    await onEach(({ id, run }) => run.watch(this.#viewerPace(id), isStochastic), arms);
  }

  #viewerPace(id: ArmId): number | null {
    const { seconds_per_step } = this.resolved(id).environment;
    return this.$watching.get() && !this.$isHidden.get() ? seconds_per_step : null;
  }

  /** Nothing moves while nobody can see it, and nothing trains unless it is asked to. */
  setHidden(isHidden: boolean): void {
    this.$isHidden.set(isHidden);
    if (this.$phase.get() !== 'ready') return;
    if (this.$playing.get()) void this.#applyPace();
    void this.setWatching(this.$watching.get());
  }

  /** The core's complaints; if every run is dead, from a new worker of the first. */
  async check(settings: Settings): Promise<string> {
    try {
      return await this.#checker.run.check(settings);
    } catch (error) {
      if (!(error instanceof DeadWorkerError)) throw error;
      return strings().notices.unchecked;
    }
  }

  /** Makes all arms about something else, without starting them over. */
  #adopt(settings: readonly Settings[]): void {
    this.$settings.set(new Map(this.arms.map(({ id }, i) => [id, settings[i]!])));
    this.$pair.set(this.settings.pairOf(this.pairs));
    this.$stopAt.set(this.settings.horizon());
  }

  /** Starts runs over with the settings of their arms; they go on training if they did. */
  async startOver(arms: readonly Arm[]): Promise<void> {
    const creating = onEach(({ id, run }) => run.create(this.settings.of(id)), arms);
    await Promise.all([this.#watch(arms), creating]);
    for (const { id } of arms) this.$changes.setKey(id, []);
    this.crew?.startOver(arms.map(({ id }) => id));
    await this.keepPlaying(arms);
  }

  /** Runs that are new train if it is playing. */
  async keepPlaying(arms: readonly Arm[]): Promise<void> {
    if (this.$playing.get()) await this.#applyPace(arms);
  }

  /** Whether it trains what can be trained. */
  get isRunning(): boolean {
    return this.$playing.get() && (!this.$isHidden.get() || this.$inBackground.get());
  }

  async #applyPace(arms: readonly Arm[] = this.arms): Promise<void> {
    this.#unanswered++;
    try {
      await onEach(
        (arm) =>
          arm.run.pace({
            running: this.isRunning,
            stepsPerSecond: this.asked(arm.id),
            stopAt: this.#stopOf(arm),
          }),
        arms.filter(isReady),
      );
    } finally {
      this.#unanswered--;
      this.noticeEnd();
    }
  }

  /** Where an arm's run pauses by itself: at the step of its claim too. */
  #stopOf(arm: Arm): number | null {
    const { run } = arm;
    const stopAt = this.$stopAt.get();
    const claimed = this.$claims.get()[this.arms.indexOf(arm)]?.steps ?? 0;
    return run.$view.get().steps < claimed ? Math.min(claimed, stopAt ?? Infinity) : stopAt;
  }

  /** The arms of these letters. */
  armsOf(ids: readonly ArmId[]): Arm[] {
    return this.arms.filter(({ id }) => ids.includes(id));
  }

  /** Nothing is playing once all has come to its end. */
  noticeEnd(): void {
    if (this.#unanswered > 0 || this.crew?.isBehind) return;
    if (this.arms.every(isOver)) this.$playing.set(false);
  }

  get #checker(): Arm {
    return this.arms.find(isReady) ?? this.arms[0]!;
  }

  #seed(): number {
    return Number(this.resolved(this.arms[0]!.id).values.get('seed'));
  }
}
