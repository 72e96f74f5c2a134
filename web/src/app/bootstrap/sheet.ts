import type { Learned } from '../../protocol/bootstrap';
import { LENGTHS } from './settings';

/** What TD(n) learns on the walk of the book's figure 7.2. */
export interface LearnedCell {
  n: number;
  stepSize: number;
  /** root mean square error over the states, a mean over episodes, then over runs */
  rms: number;
  standardError: number;
}

export const STEP_SIZES = Array.from({ length: 21 }, (_, i) => i / 20);
export const WALK = { states: 19, episodes: 10 } as const;
/** Runs of one cell in one portion, and in all. */
export const PORTION = 20;
export const MOST_RUNS = 2000;

/**
 * The error of TD(n) over n and the step size, from more and more runs. All cells see the same
 * walks; a portion is a row of cells, which has a seed of its own each time.
 */
export class Sheet {
  readonly #moments = LENGTHS.map(() => STEP_SIZES.map(() => new PooledMoments()));
  #portions = 0;

  /** Runs of every cell. */
  get runs(): number {
    return PORTION * Math.floor(this.#portions / LENGTHS.length);
  }

  get isDone(): boolean {
    return this.runs >= MOST_RUNS;
  }

  /** What to ask the core for next. */
  next(): string[] {
    const n = LENGTHS[this.#portions % LENGTHS.length]!;
    const seed = 1 + Math.floor(this.#portions / LENGTHS.length);
    const { states, episodes } = WALK;
    const rest = `states=${states}\nepisodes=${episodes}\nruns=${PORTION}\nseed=${seed}`;
    return STEP_SIZES.map((stepSize) => `n=${n}\nstep_size=${stepSize}\n${rest}`);
  }

  /** Takes the answers to that. */
  take(learned: readonly Learned[]): void {
    const row = this.#moments[this.#portions % LENGTHS.length]!;
    learned.forEach(({ rms, standard_error: error }, i) => row[i]!.add(rms, error ?? NaN, PORTION));
    this.#portions += 1;
  }

  /** What is known, row by row. */
  cells(): LearnedCell[] {
    return LENGTHS.flatMap((n, row) =>
      STEP_SIZES.map((stepSize, i) => {
        const moments = this.#moments[row]![i]!;
        return { n, stepSize, rms: moments.mean, standardError: moments.standardError };
      }),
    );
  }
}

/** Mean and standard error of numbers that come in groups (Chan, Golub and LeVeque 1979). */
export class PooledMoments {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(mean: number, standardError: number, count: number): void {
    const all = this.#count + count;
    const between = mean - this.#mean;
    this.#squares += standardError ** 2 * count * (count - 1);
    this.#squares += (between ** 2 * this.#count * count) / all;
    this.#mean += (between * count) / all;
    this.#count = all;
  }

  get mean(): number {
    return this.#count > 0 ? this.#mean : NaN;
  }

  get standardError(): number {
    return Math.sqrt(this.#squares / (this.#count * (this.#count - 1)));
  }
}
