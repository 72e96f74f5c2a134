/**
 * Variance of the score function with a perfect baseline over that of reparameterization, for
 * Q = -|a|^2 / 2 and the mean `distance` standard deviations from 0 in each of `d` dimensions:
 * (d+1)|g|^2 / (sigma^2 |H|_F^2) + (d+4) / 2, with |g|^2 = d distance^2 sigma^2, |H|_F^2 = d.
 */
export function exactVarianceRatio(d: number, distance: number): number {
  return (d + 1) * distance ** 2 + (d + 4) / 2;
}
