// From values to pixels, and the values at which an axis has ticks.

/**
 * @param {(value: number) => number} transform Math.log2, say
 * @param {[number, number]} domain
 * @param {[number, number]} range
 * @returns {(value: number) => number}
 */
export function scale(transform, domain, range) {
  const [low, high] = domain.map(transform);
  const perUnit = (range[1] - range[0]) / (high - low);
  return (value) => range[0] + (transform(value) - low) * perUnit;
}

/** The identity, for linear axes. */
export const linear = (value) => value;

/**
 * @param {number} low above 0
 * @param {number} high
 * @returns {number[]} powers of ten; where there are fewer than three, 1, 2 and 5 times those
 */
export function logTicks(low, high) {
  const ticksOf = (factors) => {
    const ticks = [];
    for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; ++power) {
      ticks.push(...factors.map((factor) => factor * 10 ** power));
    }
    return ticks.filter((tick) => tick >= low && tick <= high);
  };
  const decades = ticksOf([1]);
  return decades.length >= 3 ? decades : ticksOf([1, 2, 5]);
}

/**
 * @param {number} high above 0
 * @returns {number[]} from 0, at most six, in steps of 1, 2 or 5 times a power of ten
 */
export function linearTicks(high) {
  const power = 10 ** Math.floor(Math.log10(high / 5));
  const step = power * [1, 2, 5, 10].find((factor) => high / (factor * power) <= 5);
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
}
