import type { AcpAdapter } from '../core/load-anywhere';
import type { ShownEnvironment, Tools } from './environment';

const forbid = (name: string, instead: string) => (): never => {
  throw new Error(`${name} would make another run of the same seed: use ${instead}`);
};
const noChance = forbid('Math.random', 'uniform or normal');
const noDate = forbid('Date.now', 'a count of steps');
const noTime = forbid('performance.now', 'a count of steps');

/** Runs `work` without what would make the same seed another run. */
function reproducibly(work: () => unknown): unknown {
  const random = Reflect.get(Math, 'random');
  const now = Reflect.get(Date, 'now');
  const time = Reflect.get(performance, 'now');
  try {
    Math.random = noChance;
    Date.now = noDate;
    performance.now = noTime;
    return work();
  } finally {
    Math.random = random;
    Date.now = now;
    performance.now = time;
  }
}

/** Writes them if there is room; tells how many there are. */
function put(numbers: unknown, out: Float64Array | Float32Array): number {
  refusePromise(numbers);
  if (!Array.isArray(numbers) && !(numbers instanceof Float64Array)) {
    throw new Error('it has not given an array of numbers');
  }
  const given = Array.from(numbers as ArrayLike<unknown>);
  if (given.length === out.length) {
    out.set(given.map((x) => (typeof x === 'number' ? x : NaN)));
  }
  return given.length;
}

function refusePromise(given: unknown): void {
  if (given instanceof Promise) throw new Error('it is asynchronous: it has to give its result');
}

/** An environment as the module calls it: nothing throws, what went wrong is the `complaint`. */
export class Adapter implements AcpAdapter {
  complaint = '';
  /** Whether one of the functions is running. */
  inside = false;
  readonly #environment: ShownEnvironment;
  readonly #tools: Tools;

  constructor(environment: ShownEnvironment, tools: Tools) {
    this.#environment = environment;
    this.#tools = tools;
  }

  create(): object | null {
    let made: unknown;
    const code = this.#attempt(() => {
      made = this.#environment.create();
      if (typeof made === 'object' && made !== null) return 0;
      throw new Error('it has not made an object');
    });
    return code < 0 ? null : (made as object);
  }

  destroy(state: object): number {
    return this.#attempt(() => this.#environment.destroy?.(state));
  }

  reset(state: object): number {
    return this.#attempt(() => this.#environment.reset(state, this.#tools));
  }

  step(state: object, action: Float64Array, outcome: Float64Array): number {
    return this.#attempt(() => {
      const given: unknown = this.#environment.step(state, [...action], this.#tools);
      refusePromise(given);
      const { reward, terminated } = (given ?? {}) as Record<string, unknown>;
      if (typeof reward !== 'number') throw new Error('the reward is not a number');
      if (typeof terminated !== 'boolean') {
        throw new Error('terminated is neither true nor false');
      }
      outcome.set([reward, Number(terminated)]);
    });
  }

  observe(state: object, out: Float64Array): number {
    return this.#attempt(() => put(this.#environment.observe(state, this.#tools), out));
  }

  save(state: object, out: Float64Array): number {
    return this.#attempt(() => put(this.#environment.save!(state), out));
  }

  load(state: object, numbers: Float64Array): number {
    return this.#attempt(() => this.#environment.load!(state, [...numbers]));
  }

  draw(state: object, out: Float64Array | Float32Array): number {
    return this.#attempt(() => put(this.#environment.draw!(state), out));
  }

  push(state: object, strength: number): number {
    return this.#attempt(() => this.#environment.push!(state, strength));
  }

  drag(state: object, x: number, y: number): number {
    return this.#attempt(() => this.#environment.drag!(state, x, y));
  }

  /** What `work` gives if that is a number, or 0; -1 if it throws. */
  #attempt(work: () => unknown): number {
    const before = this.inside;
    try {
      this.inside = true;
      const given = reproducibly(work);
      refusePromise(given);
      return typeof given === 'number' ? given : 0;
    } catch (error) {
      this.complaint = error instanceof Error ? error.message : String(error);
      return -1;
    } finally {
      this.inside = before;
    }
  }
}
