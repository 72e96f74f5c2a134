/** Milliseconds over which a rate is measured. */
const WINDOW = 1000;
const SHORTEST = 200;

/** Measures steps per second over the last second. */
export class RateMeter {
  readonly #samples: { time: number; steps: number }[] = [];

  add(time: number, steps: number): void {
    this.#samples.push({ time, steps });
    while (this.#samples.length > 2 && time - this.#samples[1]!.time >= WINDOW) {
      this.#samples.shift();
    }
  }

  clear(): void {
    this.#samples.length = 0;
  }

  /** Steps per second, or NaN while too little time has passed. */
  rate(): number {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.time - first.time < SHORTEST) return NaN;
    return (1000 * (last.steps - first.steps)) / (last.time - first.time);
  }
}
