/** The smallest of any number of values; of none, infinity. As arguments, too many overflow. */
export function lowest(values: Iterable<number>): number {
  let low = Infinity;
  for (const value of values) low = Math.min(low, value);
  return low;
}

/** The largest of any number of values; of none, minus infinity. */
export function highest(values: Iterable<number>): number {
  let high = -Infinity;
  for (const value of values) high = Math.max(high, value);
  return high;
}
