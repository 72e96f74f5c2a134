// A task of one's own, as the library takes it.

/** What the functions of a task may use, so that a seed gives the same bits everywhere. */
export interface Tools {
  /** uniform in [low, high), else in [0, 1); of the run's stream, in `reset` and `step` only */
  readonly uniform: (low?: number, high?: number) => number;
  /** normal, with mean 0 and standard deviation 1 where nothing else is said; likewise */
  readonly normal: (mean?: number, deviation?: number) => number;
  /** of radians up to 100,000; `Math.sin` may differ between engines in the last place */
  readonly sin: (x: number) => number;
  /** likewise */
  readonly cos: (x: number) => number;
  readonly tanh: (x: number) => number;
  readonly exp: (x: number) => number;
  readonly log: (x: number) => number;
}

/** One dimension of an action, in the units of the task. */
export interface Range {
  name: string;
  low: number;
  high: number;
}

/**
 * A task of one's own. A run has several instances of it, for training, evaluation and viewing:
 * what changes belongs into the `State` that `create` makes, and nowhere else. All functions give
 * their result at once. `Math.random`, `Date.now` and `performance.now` throw while they run.
 */
export interface Environment<State extends object = object> {
  /** in `Session.config` and messages: small letters, digits and underscores; `own` */
  id?: string;
  /** names of the numbers that `observe` gives, at least 1 */
  observation: readonly string[];
  /** a range for each dimension; or names of choices, of which an action is the index */
  action: readonly Range[] | readonly string[];
  /** environment steps after which an episode is cut off, 1 to 1,000,000 */
  timeLimit: number;
  /** One more instance, in any state. */
  create(): State;
  /** Begins an episode. */
  reset(state: State, tools: Tools): void;
  /**
   * One environment step; `action` has a number in each range, or the index of a choice.
   * `terminated` is for ends that the task has by itself, never for the time limit.
   */
  step(state: State, action: readonly number[], tools: Tools): StepResult;
  /** As many finite numbers as `observation` has names, best of the order of 1. */
  observe(state: State, tools: Tools): readonly number[] | Float64Array;
  /**
   * The whole state as finite numbers up to 100,000, always as many. Without `save` and `load` a
   * checkpoint has no episodes in progress, and `Session.unresumed` says so.
   */
  save?(state: State): readonly number[] | Float64Array;
  /** Sets a state that `save` has given, bit for bit. */
  load?(state: State, numbers: readonly number[]): void;
  /** Frees what an instance holds. */
  destroy?(state: State): void;
}

/** What a page shows of a task, and what it lets a reader do to it. */
export interface ShownEnvironment<State extends object = object> extends Environment<State> {
  /** for people; its id */
  title?: string;
  /** what has to be done, in a sentence */
  help?: string;
  /** where it is from */
  source?: string;
  /** real time that one step stands for; 0.05 */
  secondsPerStep?: number;
  /** mean return of actions drawn uniformly */
  random?: number;
  /** mean return of what counts as solved */
  threshold?: number;
  /** names of the numbers that `draw` gives */
  drawing?: readonly string[];
  /** Finite numbers, all that a drawing needs to know. */
  draw?(state: State): readonly number[] | Float64Array;
  /** Pushes, -1 to 1 of the largest push; comes together with `drag`. */
  push?(state: State, strength: number): void;
  /** Pulls towards a point in the coordinates of the drawing. */
  drag?(state: State, x: number, y: number): void;
}

export interface StepResult {
  reward: number;
  terminated: boolean;
}
