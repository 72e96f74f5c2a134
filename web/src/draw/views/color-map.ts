/**
 * Viridis (van der Walt and Smith, 2015): equal steps of value look like equal steps of colour, in
 * grey and with every common colour vision too. Ten of its colours, straight lines between them.
 */
const STOPS = [
  [68, 1, 84],
  [72, 40, 120],
  [62, 74, 137],
  [49, 104, 142],
  [38, 130, 142],
  [31, 158, 137],
  [53, 183, 121],
  [109, 205, 89],
  [180, 222, 44],
  [253, 231, 37],
] as const;

/** The colour at a share of the way from the lowest value to the highest. */
export function colorAt(share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const below = Math.min(Math.floor(at), STOPS.length - 2);
  const [from, to] = [STOPS[below]!, STOPS[below + 1]!];
  const mix = (i: 0 | 1 | 2) => Math.round(from[i] + (at - below) * (to[i] - from[i]));
  return `rgb(${mix(0)},${mix(1)},${mix(2)})`;
}
