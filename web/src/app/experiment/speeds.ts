import { formatCount } from '../text/format';
import { strings } from '../text/en/page';

const words = () => strings().controls;

/** Multiples of real time that can be asked for; `null` is as fast as possible. */
const FACTORS: readonly (number | null)[] = [1, 2, 5, 10, 20, 50, null];

export interface Speed {
  /** multiple of real time; `null`: as fast as possible */
  factor: number | null;
  /** such as `real time, 20 steps/s` */
  label: string;
}

/**
 * The speeds for runs whose environments' steps stand for so many seconds each, slowest first; with
 * their steps per second, if these are the same for all.
 */
export function speeds(secondsPerStep: readonly number[]): Speed[] {
  const isShared = new Set(secondsPerStep).size === 1;
  return FACTORS.map((factor) => {
    if (factor === null) return { factor, label: words().maximum };
    const name = factor === 1 ? words().realTime : words().timesRealTime(factor);
    if (!isShared) return { factor, label: name };
    const rate = words().stepsPerSecond(formatCount(stepsPerSecond(factor, secondsPerStep[0]!)));
    return { factor, label: `${name}, ${rate}` };
  });
}

/** Environment steps per second at a multiple of real time. */
export function stepsPerSecond(factor: number, secondsPerStep: number): number {
  return factor / secondsPerStep;
}
