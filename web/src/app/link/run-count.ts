/** Whether a hash is about the gradient lab, in which there are no runs. */
export function isAboutLab(hash: string): boolean {
  return /[#&]lab=/.test(hash);
}

/** As many runs as a hash asks for, else two. */
export function runCount(hash: string): number {
  return Number(/[#&]runs=([1-4])(?:&|$)/.exec(hash)?.[1] ?? 2);
}
