/** How many runs a hash asks for, two if it does not say; none if it is about the gradient lab. */
export function runCount(hash: string): number {
  if (/[#&]lab=/.test(hash)) return 0;
  return Number(/[#&]runs=([1-4])(?:&|$)/.exec(hash)?.[1] ?? 2);
}
