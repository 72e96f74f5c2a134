import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Settings } from '../../protocol/config';
import type { Arm } from '../experiment/arm';
import type { Playground } from '../experiment/playground';
import type { RunView } from '../experiment/run';
import { nextSeed } from '../settings/next-seed';
import type { Cohort, Seed, SeedState } from './cohort';
import type { CrewWorker } from './crew-worker';
import { FurtherSeed } from './further-seed';

/** What an arm's further seeds need. */
export interface Means {
  /** The worker for one more of them. */
  readonly worker: () => CrewWorker;
  /** Something is new. */
  readonly changed: () => void;
}

/** The seeds of one arm: its run, and those that follow it. */
export class ArmCohort implements Cohort {
  readonly arm: Arm;
  readonly #playground: Playground;
  readonly #means: Means;
  readonly #seeds = atom<readonly Seed[]>([]);
  #further: readonly FurtherSeed[] = [];

  constructor(playground: Playground, arm: Arm, means: Means) {
    this.#playground = playground;
    this.arm = arm;
    this.#means = means;
    this.#publish();
  }

  get id(): Arm['id'] {
    return this.arm.id;
  }

  get $seeds(): ReadableAtom<readonly Seed[]> {
    return this.#seeds;
  }

  /** Begins what is missing of so many seeds, and ends the last ones that are too many. */
  resize(count: number): void {
    const given = this.#playground.$settings.get().get(this.id)!;
    this.#change(count, (seed, further) =>
      further.begin(this.#means.worker(), new Map([...given, ['seed', seed]])),
    );
  }

  startOver(count: number): void {
    this.end();
    this.resize(count);
  }

  /** Begins with each seed where it is in another arm. */
  follow(other: ArmCohort): void {
    this.#change(other.#further.length + 1, (_, further, place) => {
      further.follow(other.#further[place - 1]!, () => this.#means.worker());
    });
  }

  tune(changes: Settings): void {
    for (const further of this.#further) further.tune(changes);
  }

  advance(steps: number): void {
    for (const further of this.#further) further.advance(steps);
  }

  end(): void {
    for (const further of this.#further) further.end();
    this.#further = [];
  }

  #change(count: number, begin: (seed: string, further: FurtherSeed, place: number) => void): void {
    for (const further of this.#further.slice(count - 1)) further.end();
    const kept = this.#further.slice(0, count - 1);
    const begun = Array.from({ length: count - 1 - kept.length }, (_, i) => {
      const place = kept.length + 1 + i;
      const further = new FurtherSeed(this.#seed(place), this.#means.changed);
      begin(further.seed, further, place);
      return further;
    });
    this.#further = [...kept, ...begun];
    this.#publish();
  }

  #publish(): void {
    const { run } = this.arm;
    const shown: Seed = {
      seed: this.#seed(0),
      get history() {
        return run.history;
      },
      $state: computed(run.$view, stateOf),
      save: () => run.save(),
      digest: () => run.digest(),
    };
    this.#seeds.set([shown, ...this.#further]);
  }

  #seed(place: number): string {
    const { catalog } = this.#playground;
    const first = Number(this.#playground.resolved(this.id).values.get('seed'));
    return String(nextSeed(catalog, first, place));
  }
}

function stateOf({ phase, ...view }: RunView): SeedState {
  const { activity, steps, updates, message } = view;
  return { phase: phase === 'starting' ? 'waiting' : phase, activity, steps, updates, message };
}
