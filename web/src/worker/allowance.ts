/** How much work may be caught up at once when time was lost, in seconds. */
const BURST = 0.1;

/** Whole steps earned by passing time at a given rate. */
export class Allowance {
  #rate = 0;
  #earned = 0;
  #since: number | undefined;

  /** Steps per second: 0 for none, `Infinity` for no limit. Starts counting anew if it changes. */
  setRate(rate: number): void {
    if (rate === this.#rate) return;
    this.#rate = rate;
    this.#earned = 0;
    this.#since = undefined;
  }

  /** Steps that may be taken at the time `now`, in milliseconds. */
  available(now: number): number {
    if (this.#rate === Infinity) return Infinity;
    const passed = this.#since === undefined ? 0 : (now - this.#since) / 1000;
    this.#since = now;
    const most = Math.max(1, this.#rate * BURST);
    this.#earned = Math.min(this.#earned + passed * this.#rate, most);
    return Math.floor(this.#earned);
  }

  spend(steps: number): void {
    this.#earned -= steps;
  }

  /** Milliseconds until a step may be taken; 0 if one may be taken now. */
  wait(now: number): number {
    if (this.#rate === Infinity) return 0;
    if (this.#rate === 0) return Infinity;
    return this.available(now) >= 1 ? 0 : (1000 * (1 - this.#earned)) / this.#rate;
  }
}
