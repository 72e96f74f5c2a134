import type { AcpHostModule, AcpTask } from '../core/load-anywhere';
import { Adapter } from './adapter';
import type { Environment, ShownEnvironment, Tools } from './environment';

const LONGEST_TRIAL = 1000;
const MOST_NUMBERS = 4096;
const PARTNERS = [
  ['save', 'load'],
  ['draw', 'drawing'],
  ['push', 'drag'],
] as const;

/** Those functions of a module that have the same bits everywhere. */
export type Functions = Pick<AcpHostModule, 'sin' | 'cos' | 'tanh' | 'exp' | 'log'>;

/** What the core asks for, of a task that has passed. Throws `Error` with what is wrong. */
export function describe(environment: ShownEnvironment, functions: Functions): AcpTask {
  const { id = 'own', observation, timeLimit } = environment;
  for (const name of ['create', 'reset', 'step', 'observe'] as const) {
    if (typeof environment[name] !== 'function') refuse(`${name}: not a function`);
  }
  for (const name of ['destroy', 'save', 'load', 'draw', 'push', 'drag'] as const) {
    if (name in environment && typeof environment[name] !== 'function') {
      refuse(`${name}: not a function`);
    }
  }
  for (const [one, other] of PARTNERS) {
    if (one in environment !== other in environment) refuse(`${one} and ${other} come together`);
  }
  if (!Array.isArray(observation)) refuse('observation: not an array of names');
  if (!Number.isSafeInteger(timeLimit) || timeLimit < 1) {
    refuse(`timeLimit: ${String(timeLimit)} is not a whole number from 1`);
  }
  const action = actionOf(environment.action);
  const size = tried(environment, functions, action);
  const state = Array.from({ length: size }, (_, i) => `state ${i + 1}`);
  return { id, observation, action, state, timeLimit, ...shownOf(environment, id) };
}

function shownOf(environment: ShownEnvironment, id: string) {
  const { title = id, help = '', source = '', secondsPerStep = 0.05, drawing = [] } = environment;
  const { random = null, threshold = null } = environment;
  const isTouched = 'push' in environment;
  return { title, help, source, secondsPerStep, drawing, random, threshold, isTouched };
}

function refuse(problem: string): never {
  throw new Error(`environment: ${problem}`);
}

function actionOf(action: unknown): AcpTask['action'] {
  if (!Array.isArray(action) || action.length === 0) {
    refuse('action: neither ranges nor names of choices');
  }
  const given = action as unknown[];
  if (given.every((choice) => typeof choice === 'string')) {
    return { choices: true, names: given, low: [], high: [] };
  }
  const ranges = given.map((range, i) => {
    const { name, low, high } = (range ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string') refuse(`action[${i}]: has no name`);
    if (!isFiniteNumber(low) || !isFiniteNumber(high) || low >= high) {
      refuse(`action[${i}]: [${String(low)}, ${String(high)}] is no range`);
    }
    return { name, low, high };
  });
  const column = <K extends 'name' | 'low' | 'high'>(key: K) => ranges.map((range) => range[key]);
  return { choices: false, names: column('name'), low: column('low'), high: column('high') };
}

function isFiniteNumber(x: unknown): x is number {
  return typeof x === 'number' && Number.isFinite(x);
}

/** The action of step `t`: one bound after the other, both, and between. */
function actionAt(t: number, { choices, names, low, high }: AcpTask['action']): Float64Array {
  if (choices) return Float64Array.of(t % names.length);
  const share = [1, 1, 1, 0, 0, 0, 1, 0, 0.5, 0.25][t % 10]!;
  return Float64Array.from(low, (from, i) => {
    const to = high[i]!;
    const turned = (t >> 4) & (1 << (i % 8)) ? 1 - share : share;
    return turned === 1 ? to : from + turned * (to - from);
  });
}

/** A stream that needs no run: the 32 bits of Marsaglia's xorshift (2003). */
function trialStream(seed: number): Pick<Tools, 'uniform' | 'normal'> {
  let word = seed;
  const draw = () => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return (word >>> 0) / 2 ** 32;
  };
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * draw(),
    normal: (mean = 0, deviation = 1) =>
      mean + deviation * Math.sqrt(12) * (draw() + draw() + draw() + draw() - 2) * 0.5,
  };
}

/** One instance of the task, driven without a run. */
class Trial {
  readonly #adapter: Adapter;
  readonly #state: object;
  readonly #width: number;
  #stream: Pick<Tools, 'uniform' | 'normal'> = trialStream(1);

  constructor(environment: Environment, functions: Functions) {
    this.#adapter = new Adapter(environment, {
      ...functionsOf(functions),
      uniform: (...range) => this.#stream.uniform(...range),
      normal: (...of) => this.#stream.normal(...of),
    });
    const state = this.#adapter.create();
    this.#state = state ?? refuse(`create: ${this.#adapter.complaint}`);
    this.#width = environment.observation.length;
  }

  seed(seed: number): void {
    this.#stream = trialStream(seed);
  }

  reset(): number[] {
    this.#done('reset', this.#adapter.reset(this.#state));
    return this.#observation();
  }

  /** Observation, reward and whether the episode has terminated. */
  step(action: Float64Array): number[] {
    const outcome = new Float64Array(2);
    this.#done('step', this.#adapter.step(this.#state, action, outcome));
    if (!Number.isFinite(outcome[0])) refuse('step: the reward is not a finite number');
    return [...this.#observation(), ...outcome];
  }

  save(): number[] {
    const size = this.#done('save', this.#adapter.save(this.#state, new Float64Array(0)));
    if (size < 1 || size > MOST_NUMBERS) {
      refuse(`save: ${size} numbers are none or more than ${MOST_NUMBERS}`);
    }
    const saved = this.#numbers('save', size);
    if (saved.some((x) => Math.abs(x) > 1e5)) refuse('save: a number is beyond 100,000');
    return saved;
  }

  load(numbers: readonly number[]): void {
    this.#done('load', this.#adapter.load(this.#state, Float64Array.from(numbers)));
  }

  destroy(): void {
    this.#done('destroy', this.#adapter.destroy(this.#state));
  }

  #observation(): number[] {
    return this.#numbers('observe', this.#width);
  }

  #numbers(name: 'observe' | 'save', size: number): number[] {
    const out = new Float64Array(size).fill(NaN);
    const count = this.#done(name, this.#adapter[name](this.#state, out));
    if (count !== size) refuse(`${name}: ${count} numbers instead of ${size}`);
    const wrong = out.findIndex((x) => !Number.isFinite(x));
    if (wrong >= 0) refuse(`${name}: number ${wrong + 1} of ${size} is not finite`);
    return [...out];
  }

  #done(name: string, code: number): number {
    return code < 0 ? refuse(`${name}: ${this.#adapter.complaint}`) : code;
  }
}

/**
 * Holds a task to: the same random numbers and actions, the same bits; a state that was saved goes
 * on in another instance; finite whatever the actions. Gives the size of a state, 0 without one.
 */
function tried(environment: Environment, functions: Functions, action: AcpTask['action']): number {
  const [one, other] = [new Trial(environment, functions), new Trial(environment, functions)];
  const saves = 'save' in environment;
  let size = 0;
  const both = (name: string, act: (trial: Trial) => number[]) => {
    const [first, second] = [act(one), act(other)];
    if (first.every((x, i) => Object.is(x, second[i]))) return first;
    return refuse(`${name}: the same random numbers and actions have led to two results`);
  };
  const steps = Math.min(environment.timeLimit, LONGEST_TRIAL);
  for (const trial of [one, other]) trial.seed(2026);
  both('reset', (trial) => trial.reset());
  for (let t = 0; t < steps; ++t) {
    if (saves && t % 50 === Math.min(7, steps - 1)) {
      const saved = one.save();
      size ||= saved.length;
      if (size !== saved.length) refuse(`save: ${saved.length} numbers, and ${size} before`);
      other.reset();
      other.load(saved);
      if (!other.save().every((x, i) => Object.is(x, saved[i]))) {
        refuse('load: save gives other numbers than those that were loaded');
      }
      for (const trial of [one, other]) trial.seed(t + 1);
    }
    const last = both(saves ? 'step, or save and load' : 'step', (trial) =>
      trial.step(actionAt(t, action)),
    );
    if (last.at(-1) === 1) both('reset', (trial) => trial.reset());
  }
  one.destroy();
  other.destroy();
  return size;
}

/** They alone, each called as a member of what has it. */
export function functionsOf(from: Functions): Functions {
  return {
    sin: (x) => from.sin(x),
    cos: (x) => from.cos(x),
    tanh: (x) => from.tanh(x),
    exp: (x) => from.exp(x),
    log: (x) => from.log(x),
  };
}
