/**
 * The surface of the module of the exact laboratories, as docs/boundary.md describes it. A test
 * compares every member listed here with the live module.
 */
import type { AcpOptions } from '@acp/module';

/**
 * A bench for a finite decision process: a policy pi, and mu, the one that acts. Lines go from pi
 * in a direction; `config` says which. What takes text or numbers throws `Error` with
 * `key: message` lines, and changes nothing then. Views are valid until the next call.
 */
export interface AcpSurrogate {
  /** The process, both policies with their values and occupancies, and the gradients, as JSON. */
  describe(): string;
  /** Begins anew: both policies as the process has them. */
  reset(): void;
  /** Logits of pi, row by row. */
  setTheta(theta: Float64Array): void;
  /** Logits of mu; none: it is pi. */
  setBehaviour(theta: Float64Array): void;
  /** The direction `drawn`, as `theta`. */
  setDrawn(direction: Float64Array): void;
  /** A view of the logits of pi. */
  theta(): Float64Array;
  /** A view of rows of eta, J, surrogate, bound (or NaN), total variation. */
  line(config: string, etas: Float64Array): Float64Array;
  /** The policy at eta with its values, occupancy and gradients, as JSON. */
  at(config: string, eta: number): string;
  /** Moves pi to eta. */
  move(config: string, eta: number): void;
  /** Two episodes of at most `most` steps, as JSON: of the policy at eta; of it once, then mu. */
  rollouts(config: string, eta: number, most: number, seed: number): string;
  /**
   * A view of rows of eta, then mean and standard error over episodes of mu: with whole
   * trajectories weighted, with actions weighted, and with states only sampled.
   */
  estimate(config: string, etas: Float64Array, episodes: number, seed: number): Float64Array;
  /** Rounds of gradient steps on the surrogate, as JSON. */
  improve(config: string): string;
  /** A path of exact ascent, as JSON. */
  path(config: string): string;
  /** Values of deterministic policies, and which of them are joined, as JSON. */
  polytope(): string;
  /**
   * For two rows of two logits, a view of rows of both probabilities of the first action, V of all
   * states, J, the excursion objective; else none.
   */
  surface(count: number): Float64Array;
  delete(): void;
}

/** A bench for returns that trust a value function `1 - error` times the right one. */
export interface AcpBootstrap {
  /**
   * A view of rows of n, squared bias, variance, and both of the policy gradient (NaN without a
   * policy); valid until the next call.
   */
  nSteps(error: number, lengths: Float64Array): Float64Array;
  /** The same of lambda. */
  lambdas(error: number, lambdas: Float64Array): Float64Array;
  delete(): void;
}

/** A run that learns until it is frozen; as in the module that trains. */
export interface AcpRun {
  train(maxSteps: number, maxMilliseconds: number): number;
  steps(): number;
  /** A view of a checkpoint, valid until the next call. */
  save(): Uint8Array;
  delete(): void;
}

/** n-step returns that trust the critic of a frozen run. */
export interface AcpFrozenReturns {
  /** The configuration of the run as canonical text. */
  config(): string;
  /** Environment steps that it has learned from. */
  steps(): number;
  /** Samples from one more state; returns whether that was the last one. */
  advance(): boolean;
  /**
   * A view of rows of n, squared bias, its standard error, variance, its standard error; valid
   * until the next call.
   */
  rows(): Float64Array;
  delete(): void;
}

export interface AcpExactModule {
  /** Processes of the exact laboratories and their parameters, as JSON. */
  catalog(): string;
  /** A bandit with three arms in the plane of its policies, as JSON. */
  simplex(config: string): string;
  /** What TD(n) learns on a random walk, as JSON. */
  randomWalk(config: string): string;
  /**
   * What a policy, a row of probabilities for each state, is worth in the environment of a run's
   * configuration: a view of rows of its V and of the best one's, valid until the next call. NaN
   * where nobody acts. Throws `Error` with `key: message` lines.
   */
  tableValues(config: string, policy: Float64Array, alpha: number): Float64Array;
  /** A bench for a process or, with a checkpoint, for that of its run. Throws `Error`. */
  Surrogate: new (task: string, checkpoint: Uint8Array | null) => AcpSurrogate;
  /** Throws `Error` with `key: message` lines. */
  Bootstrap: new (task: string) => AcpBootstrap;
  /** Throws `Error` with `key: message` lines. */
  Run: new (config: string) => AcpRun;
  /** Throws `Error` with `key: message` lines. */
  FrozenReturns: new (config: string, checkpoint: Uint8Array) => AcpFrozenReturns;
}

/** Compiles and starts the module. */
export default function createAcpExact(options?: AcpOptions): Promise<AcpExactModule>;
