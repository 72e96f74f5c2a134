const DASHES: readonly (readonly number[])[] = [[], [8, 5], [2, 4], [10, 4, 2, 4], [14, 4]];

/** The dashes of a line style; the first is solid. */
export function runDash(style: number): number[] {
  return [...DASHES[Math.max(0, style) % DASHES.length]!];
}
