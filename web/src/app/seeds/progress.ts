import { highest } from '../../draw/extent';
import type { History } from '../experiment/history';
import type { Progress, Seed, SeedState } from './cohort';

/** The seeds of an arm; the run on display comes first. */
export interface ArmPace {
  seeds: readonly Pick<Seed, '$state' | 'history'>[];
  /** steps per second asked of the run on display; `null`: as many as possible */
  asked: number | null;
}

/** Whether a seed trains no further. */
const isSpent = ({ phase, activity, steps }: SeedState, stopAt: number | null) =>
  phase === 'dead' || activity === 'diverged' || steps >= (stopAt ?? Infinity);

/** Whether a seed has not come to where it stops, and may. */
export function isBehind({ $state }: Pick<Seed, '$state'>, stopAt: number | null): boolean {
  return !isSpent($state.get(), stopAt);
}

/** How far seeds are; `lanes`: how many of them train at a time. */
export function progressOf(
  arms: readonly ArmPace[],
  stopAt: number | null,
  lanes: number,
): Progress {
  const states = arms.flatMap(({ seeds }) => seeds.map(({ $state }) => $state.get()));
  const spent = states.filter((state) => isSpent(state, stopAt));
  const sum = (of: readonly SeedState[]) => of.reduce((total, { steps }) => total + steps, 0);
  const steps = sum(states);
  const all = sum(spent) + (states.length - spent.length) * (stopAt ?? Infinity);
  const seconds = secondsLeft(arms, stopAt ?? Infinity, lanes);
  return {
    steps,
    all: spent.length === states.length ? steps : all,
    whole: spent.length,
    seeds: states.length,
    secondsLeft: Number.isFinite(seconds) ? seconds : null,
  };
}

/**
 * All that is left to be trained, shared by those that train it; but no run is shared, so it takes
 * no less than the longest one. NaN while an arm has not been trained enough to tell.
 */
function secondsLeft(arms: readonly ArmPace[], stopAt: number, lanes: number): number {
  const left = arms.flatMap(({ seeds, asked }) => {
    const step = stepSeconds(seeds.map(({ history }) => history));
    return seeds.flatMap((seed, place) => {
      if (!isBehind(seed, stopAt)) return [];
      const steps = stopAt - seed.$state.get().steps;
      const slowest = place === 0 && asked !== null ? Math.max(step, 1 / asked) : step;
      return [{ work: steps * step, wait: steps * slowest }];
    });
  });
  const work = left.reduce((sum, each) => sum + each.work, 0);
  return Math.max(work / Math.min(lanes, left.length), highest(left.map(({ wait }) => wait)));
}

/**
 * Seconds that an environment step takes: of all seeds, over the later half of what they told. One
 * that has not learnt meanwhile, as before the first update, says nothing of what is to come.
 */
function stepSeconds(histories: readonly History[]): number {
  const halves = histories.flatMap(({ diagnostics, episodes, evaluations }) => {
    const { bins } = [diagnostics, episodes].find((each) => each.bins.length > 2) ?? evaluations;
    const [from, to] = [bins[bins.length >> 1], bins.at(-1)];
    if (!from || !to || to.updates === from.updates) return [];
    return [{ steps: to.steps - from.steps, seconds: to.seconds - from.seconds }];
  });
  const sum = (of: 'steps' | 'seconds') => halves.reduce((total, each) => total + each[of], 0);
  return sum('seconds') / sum('steps');
}
