const CONFIDENCE = 0.95;
const PRECISION = 1e-9;

/**
 * What `hits` of `count` independent cases say of the share of all, with 95 % confidence and no
 * assumption: the shares p at which neither so many nor so few would be rarer than 2.5 %
 * (Clopper & Pearson, 1934).
 */
export function shareInterval(hits: number, count: number): { low: number; high: number } {
  const tail = (1 - CONFIDENCE) / 2;
  return {
    low: hits === 0 ? 0 : crossing((p) => 1 - atMost(hits - 1, count, p) > tail),
    high: hits === count ? 1 : crossing((p) => atMost(hits, count, p) < tail),
  };
}

/** Where a condition that holds for large shares begins to hold. */
function crossing(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  while (high - low > PRECISION) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** P(X ≤ most) of a binomial variable. */
function atMost(most: number, count: number, p: number): number {
  const odds = Math.log(p) - Math.log1p(-p);
  let [logTerm, sum] = [count * Math.log1p(-p), 0];
  for (let k = 0; k <= most; k++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((count - k) / (k + 1)) + odds;
  }
  return sum;
}
