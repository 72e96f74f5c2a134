/**
 * Compares dotted version numbers.
 * @param {string} a
 * @param {string} b
 * @returns {number} negative when a is older than b, 0 when they are equal, positive when newer
 */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < Math.max(left.length, right.length); ++i) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
