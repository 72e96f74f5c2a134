// Statistics over the seeds of a preset.
import { Failure } from './process.mjs';

/** Nobody tunes on these; `1-8` are for tuning. */
export const reportSeeds = '101-120';

/** A final return meets its goal in at least this share of the seeds. */
const enough = 7 / 8;
/** A median first hit within so many times its goal meets it. */
const late = 1.5;

/**
 * @param {string} text `FIRST-LAST`
 * @returns {number[]}
 * @throws {Failure}
 */
export function parseSeeds(text) {
  const [first, last] = (/^(\d{1,9})-(\d{1,9})$/.exec(text)?.slice(1) ?? []).map(Number);
  const most = 1000;
  if (!(first <= last && last - first < most)) {
    throw new Failure(`--seeds: "${text}" is not FIRST-LAST, at most ${most} of them: 1-8`);
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === high ? low : (low + high) / 2;
}

/**
 * The mean without the lowest and the highest quarter, each rounded down (Agarwal et al., 2021).
 * @param {number[]} values
 */
export function interquartileMean(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  const kept = sorted.slice(cut, sorted.length - cut);
  return kept.reduce((sum, x) => sum + x, 0) / kept.length;
}

/**
 * The 95 % percentile-bootstrap interval of the interquartile mean (Agarwal et al., 2021); the
 * same for the same values.
 * @param {number[]} values
 * @returns {[number, number]}
 */
export function bootstrapInterval(values) {
  const resamples = 10_000;
  const uniform = generator();
  const drawn = () => values[Math.floor(uniform() * values.length)];
  const means = Array.from({ length: resamples }, () => interquartileMean(values.map(drawn)));
  means.sort((a, b) => a - b);
  return [means[0.025 * resamples], means[0.975 * resamples - 1]];
}

/** Mulberry32: numbers in [0, 1). */
function generator() {
  let state = 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @typedef {{environment_steps: number, mean_return: number}[]} Curve the evaluations of a run
 *
 * @param {Curve[]} curves
 * @param {number} threshold
 * @returns {{first: number[], reached: number, kept: number, final: number[]}} `first`: the steps
 *   at the first evaluation at the threshold, Infinity without one; `kept`: how many end at it
 */
export function summarise(curves, threshold) {
  const isThere = ({ mean_return }) => mean_return >= threshold;
  const first = curves.map((curve) => curve.find(isThere)?.environment_steps ?? Infinity);
  return {
    first,
    reached: first.filter((steps) => steps < Infinity).length,
    kept: curves.filter((curve) => isThere(curve.at(-1))).length,
    final: curves.map((curve) => curve.at(-1).mean_return),
  };
}

/**
 * @param {ReturnType<typeof summarise>} summary
 * @param {{first?: number, final?: number}} goal
 * @returns {{first?: boolean, final?: boolean, above?: number}} whether each is met; `above`: in
 *   how many seeds the final return meets it
 */
export function compare({ first, final }, goal) {
  const above = final.filter((x) => x >= goal.final).length;
  return {
    ...(goal.first !== undefined && { first: median(first) <= late * goal.first }),
    ...(goal.final !== undefined && { above, final: above >= enough * final.length }),
  };
}
