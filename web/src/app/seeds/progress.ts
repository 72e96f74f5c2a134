import { RateMeter } from '../experiment/rate';
import type { Progress, Seed, SeedState } from './cohort';

/** Milliseconds over which the pace of all seeds is measured. */
const WINDOW = 5000;

/** Whether a seed trains no further. */
const isSpent = ({ phase, activity, steps }: SeedState, stopAt: number | null) =>
  phase === 'dead' || activity === 'diverged' || steps >= (stopAt ?? Infinity);

/** Whether a seed has not come to where it stops, and may. */
export function isBehind({ $state }: Seed, stopAt: number | null): boolean {
  return !isSpent($state.get(), stopAt);
}

/** How far seeds are, and how fast they get further. */
export class Pace {
  readonly #rate = new RateMeter(WINDOW);
  #before = 0;

  /** At the time `now`, in milliseconds; `isRunning`: whether they train. */
  progress(
    seeds: readonly Seed[],
    stopAt: number | null,
    isRunning: boolean,
    now: number,
  ): Progress {
    const states = seeds.map(({ $state }) => $state.get());
    const spent = states.filter((state) => isSpent(state, stopAt));
    const sum = (of: readonly SeedState[]) => of.reduce((total, { steps }) => total + steps, 0);
    const steps = sum(states);
    const all = sum(spent) + (states.length - spent.length) * (stopAt ?? Infinity);
    if (!isRunning || steps < this.#before) this.#rate.clear();
    if (isRunning) this.#rate.add(now, steps);
    this.#before = steps;
    const seconds = (all - steps) / this.#rate.rate();
    return {
      steps,
      all: spent.length === states.length ? steps : all,
      whole: spent.length,
      seeds: states.length,
      secondsLeft: Number.isFinite(seconds) ? seconds : null,
    };
  }
}
