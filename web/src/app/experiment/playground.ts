import { atom, map, type ReadableAtom } from 'nanostores';
import type { Catalog, Parameter } from '../../protocol/catalog';
import { DeadWorkerError } from '../../protocol/client';
import { isPlainValue, parseProblems, type Settings } from '../../protocol/config';
import type { Complaints } from '../settings/complaints';
import { formatCount } from '../text/format';
import { DEFAULT_HORIZON, horizon } from '../settings/limits';
import type { Claim } from '../link/link';
import { nextSeed } from '../settings/next-seed';
import { opened } from '../link/opening';
import { availablePairs, type Pair, pairOf, settingsOfPair } from '../settings/pairs';
import { type ArmId } from '../settings/arms';
import { type Connect, Run } from './run';
import type { Outcome, Selected, Selection } from '../settings/selection';
import { type Resolved, resolve, sameValue, titleOf } from '../settings/settings';
import { stepsPerSecond } from './speeds';
import { strings } from '../text/en/page';

/** A change made while training. */
export interface Change {
  /** of the parameter */
  key: string;
  text: string;
}

/** The experiment on the page: its runs, what they have in common, and what can be done to them. */
export class Playground {
  readonly $runs: ReadableAtom<readonly Run[]>;
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
  /** what each run's settings say, without defaults */
  readonly $settings = atom<ReadonlyMap<ArmId, Settings>>(new Map());
  readonly $changes = map<Partial<Record<ArmId, Change[]>>>({});
  readonly $playing = atom(false);
  /** multiple of real time asked of each run; `null`: as fast as possible */
  readonly $speed = atom<number | null>(null);
  /** environment step at which runs pause by themselves; `null`: never */
  readonly $stopAt = atom<number | null>(DEFAULT_HORIZON);
  readonly $watching = atom(true);
  /** whether the actions on display are drawn from the policy, else its most likely ones */
  readonly $stochastic = atom(false);
  /** whether runs train on where nobody can see them */
  readonly $inBackground = atom(false);
  /** whether the gradient lab is on display in the playground's place */
  readonly $inLab = atom(false);
  /** whether the page is a frame that has been scrolled out of view */
  readonly $isOffScreen = atom(false);
  /** parts of the link that were not usable */
  readonly $ignored = atom<readonly string[]>([]);
  /** what the link says the runs come to, one per run; none once they are about something else */
  readonly $claims = atom<readonly Claim[]>([]);
  readonly catalog: Catalog;
  readonly pairs: readonly Pair[];
  readonly #runs = atom<readonly Run[]>([]);
  readonly #connect: Connect;
  #isHidden = false;
  /** paces asked for; until they are answered, what runs say may be from before */
  #unanswered = 0;

  constructor(catalog: Catalog, ids: readonly ArmId[], connect: Connect) {
    this.catalog = catalog;
    this.pairs = availablePairs(catalog);
    this.$runs = this.#runs;
    this.#connect = connect;
    this.#runs.set(ids.map((id) => this.newRun(id)));
    this.$settings.listen(() => this.$claims.set([]));
  }

  get runs(): readonly Run[] {
    return this.#runs.get();
  }

  /** A run that is not on display yet. */
  newRun(id: ArmId): Run {
    const run = new Run(id, this.#connect);
    run.$view.listen(() => this.#noticeEnd());
    return run;
  }

  /** Puts other runs on display, each with its settings; none starts over. */
  setRuns(runs: readonly Run[], settings: ReadonlyMap<ArmId, Settings>): void {
    this.#runs.set(runs);
    this.$settings.set(settings);
    this.$pair.set(pairOf(this.pairs, this.#presets(), runs.length));
  }

  /** Creates the runs that the hash of the address describes. */
  async start(hash: string): Promise<void> {
    try {
      const { runs, claims, ignored } = await opened(hash, {
        catalog: this.catalog,
        pairs: this.pairs,
        runs: this.runs.length,
        check: (settings) => this.#check(settings),
      });
      this.$ignored.set(ignored);
      this.#adopt(runs);
      this.$claims.set(claims);
      if (claims.length > 0) this.$stopAt.set(Math.max(...claims.map(({ steps }) => steps)));
      const created = this.reset();
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

  /** A run's settings with defaults filled in. */
  resolved(id: ArmId): Resolved {
    return resolve(this.catalog, this.#settingsOf(id));
  }

  /** Every run's settings with defaults filled in. */
  allResolved(): Resolved[] {
    return this.runs.map(({ id }) => this.resolved(id));
  }

  /** The runs that have a parameter. */
  having(key: string): ArmId[] {
    return this.runs.map(({ id }) => id).filter((id) => this.resolved(id).values.has(key));
  }

  /** Environment steps per second asked of a run; `null`: as many as possible. */
  asked(id: ArmId): number | null {
    const factor = this.$speed.get();
    const { seconds_per_step } = this.resolved(id).environment;
    return factor === null ? null : stepsPerSecond(factor, seconds_per_step);
  }

  async choosePair(id: string): Promise<void> {
    const pair = this.pairs.find((candidate) => candidate.id === id);
    if (!pair) throw new Error(`"${id}" is not a pair`);
    const seed = String(this.#seed());
    this.#adopt(this.runs.map((_, run) => settingsOfPair(pair, run).set('seed', seed)));
    await this.reset();
  }

  /** Makes runs about something else and starts them over; all of them or none. */
  async select(selection: Selection, ids: readonly ArmId[]): Promise<Outcome> {
    const { select } = await import('../settings/selection');
    const selected = ids.map((id): [ArmId, Selected] => [
      id,
      select(this.catalog, this.#settingsOf(id), selection),
    ]);
    for (const [, { settings }] of selected) {
      const complaint = await this.#check(settings);
      const reasons = parseProblems(complaint).map(({ message }) => message);
      if (reasons.length > 0) return { refusal: reasons.join(' '), replaced: [] };
    }
    const all = new Map(this.$settings.get());
    for (const [id, { settings }] of selected) all.set(id, settings);
    this.$settings.set(all);
    this.$pair.set(pairOf(this.pairs, this.#presets(), this.runs.length));
    if ('preset' in selection) this.$stopAt.set(this.#horizon());
    await this.#restart(ids);
    return { refusal: '', replaced: selected.flatMap(([, { replaced }]) => replaced ?? []) };
  }

  /** Trains; runs that are starting train as soon as they are there. */
  play(): void {
    if (this.$phase.get() === 'starting') this.$playing.set(true);
    if (this.$phase.get() !== 'ready') return;
    const stopAt = this.$stopAt.get();
    const able = this.runs.filter(canTrain);
    if (able.length === 0) return;
    const isSpent = (run: Run) => run.$view.get().steps >= (stopAt ?? Infinity);
    if (stopAt !== null && able.every(isSpent)) this.$stopAt.set(stopAt + this.#horizon());
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
    if (this.$inLab.get()) return;
    if (this.$playing.get()) this.pause();
    else this.play();
  }

  async step(): Promise<void> {
    this.pause();
    await this.#each((run) => run.step(), this.runs.filter(isReady));
  }

  /** Starts over with the same seed; goes on training if it was. */
  async reset(): Promise<void> {
    await this.#restart(this.runs.map((run) => run.id));
  }

  /** Starts over with the next seed; goes on training if it was. */
  async newSeed(): Promise<void> {
    const ids = this.runs.map((run) => run.id);
    this.#assign(ids, 'seed', String(nextSeed(this.catalog, this.#seed())));
    await this.reset();
  }

  /** Revives one run that died, or starts it over. */
  async restart(id: ArmId): Promise<void> {
    await this.#restart([id]);
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
    await this.#watch(this.runs);
  }

  async setStochastic(isStochastic: boolean): Promise<void> {
    this.$stochastic.set(isStochastic);
    await this.#watch(this.runs);
  }

  #watch(runs: readonly Run[]): Promise<void> {
    const isStochastic = this.$stochastic.get();
    return this.#each((run) => run.watch(this.#viewerPace(run.id), isStochastic), runs);
  }

  #viewerPace(id: ArmId): number | null {
    const { seconds_per_step } = this.resolved(id).environment;
    return this.$watching.get() && !this.#isHidden ? seconds_per_step : null;
  }

  /** Nothing moves while nobody can see it, and nothing trains unless it is asked to. */
  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    if (this.$phase.get() !== 'ready') return;
    if (this.$playing.get()) void this.#applyPace();
    void this.setWatching(this.$watching.get());
  }

  /**
   * Gives a parameter a new value in those runs that have it: at once if it is live, else by
   * starting them over. Resolves to what is wrong with the value; then nothing has changed.
   */
  async change(parameter: Parameter, value: string, of: readonly ArmId[]): Promise<Complaints> {
    const having = this.having(parameter.key);
    const ids = of.filter((id) => having.includes(id));
    const runs = this.runs.filter((run) => ids.includes(run.id));
    for (const id of ids) {
      const isPlain = isPlainValue(value);
      const complaint = isPlain && (await this.#check(this.#settings(id, parameter.key, value)));
      if (complaint === '') continue;
      const { explain, notPlain } = await import('../settings/complaints');
      const { parameters } = this.resolved(id);
      return explain(complaint || notPlain(parameter, value), parameter, parameters);
    }
    if (parameter.live) {
      const change = new Map([[parameter.key, value]]);
      await this.#each((run) => run.tune(change), runs.filter(isReady));
      for (const run of runs) this.#noteChange(run, parameter, value);
      this.#assign(ids, parameter.key, value);
    } else {
      this.#assign(ids, parameter.key, value);
      await this.#restart(ids);
    }
    return new Map();
  }

  /** The core's complaints; if every run is dead, from a new worker of the first. */
  async #check(settings: Settings): Promise<string> {
    const checker = this.runs.find(isReady) ?? this.runs[0]!;
    try {
      return await checker.check(settings);
    } catch (error) {
      if (!(error instanceof DeadWorkerError)) throw error;
      return strings().settings.unchecked;
    }
  }

  /** Makes all runs about something else, without starting them over. */
  #adopt(settings: readonly Settings[]): void {
    this.$settings.set(new Map(this.runs.map((run, i) => [run.id, settings[i]!])));
    this.$pair.set(pairOf(this.pairs, this.#presets(), this.runs.length));
    this.$stopAt.set(this.#horizon());
  }

  #horizon(): number {
    return horizon(this.catalog, [...this.$settings.get().values()]);
  }

  /** Each run's preset; none if a run has none. */
  #presets(): string[] {
    const presets = this.runs.map(({ id }) => this.#settingsOf(id).get('preset'));
    return presets.every((preset) => preset !== undefined) ? presets : [];
  }

  async #restart(ids: readonly ArmId[]): Promise<void> {
    const runs = this.runs.filter((run) => ids.includes(run.id));
    const creating = this.#each((run) => run.create(this.#settingsOf(run.id)), runs);
    await Promise.all([this.#watch(runs), creating]);
    for (const run of runs) this.$changes.setKey(run.id, []);
    if (this.$playing.get()) await this.#applyPace(runs);
  }

  async #applyPace(runs: readonly Run[] = this.runs): Promise<void> {
    const running = this.$playing.get() && (!this.#isHidden || this.$inBackground.get());
    this.#unanswered++;
    await this.#each(
      (run) => run.pace({ running, stepsPerSecond: this.asked(run.id), stopAt: this.#stopOf(run) }),
      runs.filter(isReady),
    );
    this.#unanswered--;
    this.#noticeEnd();
  }

  /** Where a run pauses by itself: at the step of its claim too. */
  #stopOf(run: Run): number | null {
    const stopAt = this.$stopAt.get();
    const claimed = this.$claims.get()[this.runs.indexOf(run)]?.steps ?? 0;
    return run.$view.get().steps < claimed ? Math.min(claimed, stopAt ?? Infinity) : stopAt;
  }

  /** Does something to every run that is alive; runs that die on the way say so themselves. */
  async #each(work: (run: Run) => Promise<void>, runs: readonly Run[] = this.runs): Promise<void> {
    await Promise.all(
      runs.map((run) =>
        work(run).catch((error: unknown) => {
          if (!(error instanceof DeadWorkerError)) throw error;
        }),
      ),
    );
  }

  #noticeEnd(): void {
    if (this.#unanswered > 0) return;
    const views = this.runs.map((run) => run.$view.get());
    const isOver = views.every(
      ({ phase, activity }) =>
        phase === 'dead' || activity === 'finished' || activity === 'diverged',
    );
    if (isOver) this.$playing.set(false);
  }

  #settingsOf(id: ArmId): Settings {
    return this.$settings.get().get(id) ?? new Map<string, string>();
  }

  #settings(id: ArmId, key: string, value: string): Settings {
    return new Map([...this.#settingsOf(id), [key, value]]);
  }

  #assign(ids: readonly ArmId[], key: string, value: string): void {
    const settings = new Map(this.$settings.get());
    for (const id of ids) settings.set(id, this.#settings(id, key, value));
    this.$settings.set(settings);
  }

  #noteChange(run: Run, parameter: Parameter, value: string): void {
    const { key, title } = parameter;
    const { steps } = run.$view.get();
    const before = this.resolved(run.id).values.get(key)!;
    if (steps === 0 || sameValue(parameter, before, value)) return;
    const changes = this.$changes.get()[run.id] ?? [];
    const kept = changes.at(-1)?.key === key ? changes.slice(0, -1) : changes;
    const text = strings().card.changed(title, titleOf(parameter, value), formatCount(steps));
    this.$changes.setKey(run.id, [...kept, { key, text }]);
  }

  #seed(): number {
    return Number(this.resolved(this.runs[0]!.id).values.get('seed'));
  }
}

function isReady(run: Run): boolean {
  return run.$view.get().phase === 'ready';
}

function canTrain(run: Run): boolean {
  return isReady(run) && run.$view.get().activity !== 'diverged';
}
