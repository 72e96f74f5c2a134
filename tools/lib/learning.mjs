// Statistics over the seeds of a preset.

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
 * @param {{evaluations: {environment_steps: number, mean_return: number}[]}[]} runs
 * @param {number} threshold
 * @returns {{first: number[], reached: number, final: number[]}} `first`: the steps at the first
 *   evaluation at the threshold, Infinity without one
 */
export function summarise(runs, threshold) {
  const first = runs.map(
    ({ evaluations }) =>
      evaluations.find(({ mean_return }) => mean_return >= threshold)?.environment_steps ??
      Infinity,
  );
  return {
    first,
    reached: first.filter((steps) => steps < Infinity).length,
    final: runs.map(({ evaluations }) => evaluations.at(-1).mean_return),
  };
}
