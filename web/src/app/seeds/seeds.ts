import { atom, type ReadableAtom } from 'nanostores';
import type { Settings } from '../../protocol/config';
import type { Comparison, Coverage, Location } from '../../protocol/score-commands';
import { type Arm, isOver } from '../experiment/arm';
import type { Crew } from '../experiment/crew';
import type { Playground } from '../experiment/playground';
import type { ArmId } from '../settings/arms';
import { MOST_SEEDS } from '../settings/limits';
import { ArmCohort } from './arm-cohort';
import type { Cohort, Progress } from './cohort';
import type { ConnectCrew } from './crew-worker';
import { isBehind, progressOf } from './progress';
import { Roster } from './roster';
import { type Bands, type ConnectScores, Scores } from './scores';

/** Milliseconds between two looks at how far all seeds are. */
const READABLE = 250;

/** The seeds of every arm of a playground: the run on display and further ones. */
export class Seeds implements Crew {
  readonly #playground: Playground;
  readonly #roster: Roster;
  readonly #scores: Scores;
  readonly #processors: number;
  readonly #cohorts = atom<readonly ArmCohort[]>([]);
  readonly #progress = atom<Progress>({ steps: 0, all: 0, whole: 0, seeds: 0, secondsLeft: null });
  /** arms that are about to appear, and from where they go on */
  readonly #origins = new Map<ArmId, ArmId>();
  /** arms whose runs are heard, and how that ends */
  readonly #heard = new Map<Arm, () => void>();
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    playground: Playground,
    crew: ConnectCrew,
    scores: ConnectScores,
    processors = navigator.hardwareConcurrency,
  ) {
    this.#playground = playground;
    this.#roster = new Roster(crew);
    this.#scores = new Scores(scores);
    this.#processors = processors;
    playground.crew = this;
    void playground.started.then(() => this.#begin());
  }

  /** seeds of every arm, 1 to 64 */
  get $count(): ReadableAtom<number> {
    return this.#playground.$seeds;
  }

  get $cohorts(): ReadableAtom<readonly Cohort[]> {
    return this.#cohorts;
  }

  /** Changes a few times a second. */
  get $progress(): ReadableAtom<Progress> {
    return this.#progress;
  }

  /**
   * More: further seeds begin, and train at once if the runs do or have ended; fewer: the last ones
   * end. Throws `RangeError` for what is no whole number from 1 to 64.
   */
  setCount(count: number): void {
    if (!Number.isInteger(count) || count < 1 || count > MOST_SEEDS) {
      throw new RangeError(`seeds: ${count} is no whole number in [1, ${MOST_SEEDS}]`);
    }
    this.#playground.$seeds.set(count);
  }

  /**
   * Bands over columns of finite scores, such as one per evaluation; of a column without scores,
   * NaN. What has been computed is remembered. Rejects with `RefusedError` or `DeadWorkerError`.
   */
  bands(columns: readonly Float64Array[], location: Location): Promise<Bands> {
    return this.#scores.bands(columns, location);
  }

  /** Seed by seed, NaN where there is no score; at least one score each. */
  compare(ours: Float64Array, others: Float64Array): Promise<Comparison> {
    return this.#scores.compare(ours, others);
  }

  /** What the intervals of so many scores are worth. */
  coverage(count: number, location: Location): Promise<Coverage> {
    return this.#scores.coverage(count, location);
  }

  get isBehind(): boolean {
    const stopAt = this.#playground.$stopAt.get();
    const further = this.#cohorts.get().flatMap(({ $seeds }) => $seeds.get().slice(1));
    return further.some((seed) => isBehind(seed, stopAt));
  }

  startOver(ids: readonly ArmId[]): void {
    for (const cohort of this.#of(ids)) cohort.startOver(this.$count.get());
    this.#settle();
  }

  tune(ids: readonly ArmId[], changes: Settings): void {
    for (const cohort of this.#of(ids)) cohort.tune(changes);
  }

  advance(id: ArmId, steps: number): void {
    for (const cohort of this.#of([id])) cohort.advance(steps);
  }

  fork(from: ArmId, to: ArmId): void {
    this.#origins.set(to, from);
  }

  #of(ids: readonly ArmId[]): ArmCohort[] {
    return this.#cohorts.get().filter(({ id }) => ids.includes(id));
  }

  #begin(): void {
    const { $arms, $seeds, $playing, $stopAt, $isHidden, $inBackground } = this.#playground;
    this.#arrange();
    // Settings of an arm are known a moment after it has appeared.
    $arms.listen(() => queueMicrotask(() => this.#arrange()));
    $seeds.listen((count, before = 1) => {
      this.#arrange();
      if (count > before && hasEnded(this.#playground)) this.#playground.play();
    });
    for (const store of [$playing, $stopAt, $isHidden, $inBackground]) {
      store.listen(() => this.#applyPace());
    }
    this.#applyPace();
  }

  /** A cohort for each arm, as large as is asked for. */
  #arrange(): void {
    const { arms } = this.#playground;
    const before = this.#cohorts.get();
    this.#hear(arms);
    for (const cohort of before) if (!arms.includes(cohort.arm)) cohort.end();
    this.#roster.most = this.#freeProcessors();
    const means = {
      worker: () => this.#roster.next(),
      changed: () => this.#look(),
    };
    const cohorts = arms.map((arm) => {
      const known = before.find((cohort) => cohort.arm === arm);
      return known ?? new ArmCohort(this.#playground, arm, means);
    });
    for (const cohort of cohorts) {
      const origin = before.find(({ id }) => id === this.#origins.get(cohort.id));
      if (origin && !before.includes(cohort)) cohort.follow(origin);
      cohort.resize(this.$count.get());
    }
    this.#origins.clear();
    this.#cohorts.set(cohorts);
    this.#settle();
  }

  /** Runs on display get further too. */
  #hear(arms: readonly Arm[]): void {
    for (const [arm, end] of this.#heard) {
      if (arms.includes(arm)) continue;
      end();
      this.#heard.delete(arm);
    }
    for (const arm of arms) {
      if (!this.#heard.has(arm))
        this.#heard.set(
          arm,
          arm.run.$view.listen(() => this.#look()),
        );
    }
  }

  #applyPace(): void {
    const { isRunning, $stopAt } = this.#playground;
    this.#roster.pace(isRunning, $stopAt.get());
    this.#look();
  }

  #settle(): void {
    this.#roster.closeIdle();
    this.#look();
  }

  /** Says before long how far all seeds are. */
  #look(): void {
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      this.#share();
      this.#progress.set(this.#howFar());
      this.#playground.noticeEnd();
    }, READABLE);
  }

  /** Processors of runs on display that have ended are free for further seeds. */
  #share(): void {
    if (!this.#playground.isRunning) return;
    this.#roster.most = this.#freeProcessors();
    void this.#roster.spread();
  }

  #freeProcessors(): number {
    return Math.max(1, this.#processors - this.#busy().length);
  }

  /** Runs on display that a processor is kept for. */
  #busy(): Arm[] {
    const { arms, isRunning } = this.#playground;
    return arms.filter((arm) => !isRunning || !isOver(arm));
  }

  #howFar(): Progress {
    const { isRunning, $stopAt } = this.#playground;
    const arms = this.#cohorts.get().map(({ id, $seeds }) => ({
      seeds: $seeds.get(),
      asked: this.#playground.asked(id),
    }));
    const lanes = this.#busy().length + this.#roster.workers.length;
    return progressOf(arms, $stopAt.get(), isRunning ? lanes : 0);
  }
}

/** Whether nothing trains as no run goes any further by itself. */
function hasEnded({ $playing, arms }: Playground): boolean {
  return !$playing.get() && arms.every(isOver);
}
