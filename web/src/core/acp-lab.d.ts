/**
 * The surface of the module of the gradient lab, as docs/boundary.md describes it. A test compares
 * every member listed here with the live module, in both directions.
 */
import type { AcpOptions } from '@acp/module';

/** A bench of the gradient lab: one subject, and the measurements made on it. */
export interface AcpLab {
  /** The subject, as JSON. */
  describe(): string;
  /**
   * Adds estimates to the measurement `config` until it has `repeats` or the time is up; the first
   * call makes it. Returns how many it has. Throws `Error` with `key: message` lines.
   */
  measure(config: string, repeats: number, maxMilliseconds: number): number;
  /** What a measurement has found, as JSON. */
  result(config: string): string;
  /**
   * A view of its latest estimates, at most 512, oldest first, valid until the next call: rows of
   * the action's first dimension and f of it (NaN unless the estimate rests on one action), then
   * the estimate; for `space=theta` two NaN, then the estimate along and across the exact gradient.
   */
  recent(config: string): Float32Array;
  /** A view of `count` rows of x, f(x) and the policy's density at x; valid until the next call. */
  slice(low: number, high: number, count: number): Float32Array;
  delete(): void;
}

/** A race of gradient estimators to the same target. Free it with `delete()`. */
export interface AcpRace {
  /** Goes on for about so long; returns whether the race is over. */
  advance(milliseconds: number): boolean;
  /** What is known so far, as JSON. */
  result(): string;
  /** Frees the race. */
  delete(): void;
}

export interface AcpLabModule {
  /** Policies, objectives, estimators and their parameters, as JSON. */
  catalog(): string;
  /**
   * A bench for an analytic task or, with a checkpoint, for a moment of its run. Throws `Error`
   * with `key: message` lines.
   */
  Lab: new (task: string, checkpoint: Uint8Array | null) => AcpLab;
  /** A race that has not begun. Throws `Error` with `key: message` lines. */
  Race: new (config: string) => AcpRace;
}

/** Compiles and starts the module. */
export default function createAcpLab(options?: AcpOptions): Promise<AcpLabModule>;
