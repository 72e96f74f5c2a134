import type { AcpTask } from '../core/load-anywhere';
import { Adapter } from './adapter';
import type { ShownEnvironment, Tools } from './environment';

/** What an instance has been seen with. */
interface Seen {
  /** 1, 2, 5, 10, 20 …: bounds of the numbers so far */
  bounds: number[];
  action: readonly number[];
  reward: number;
}

/** A task with columns that any task can be drawn from: `draw/env/formula.ts` reads them. */
export function pictured(
  task: AcpTask,
  environment: ShownEnvironment,
  tools: Tools,
): [AcpTask, Adapter] {
  const adapter = new PicturedAdapter(task, environment, tools);
  return [{ ...task, drawing: adapter.columns }, adapter];
}

/** Draws what a task gives to be drawn, else what it observes, with action and reward. */
class PicturedAdapter extends Adapter {
  readonly columns: readonly string[];
  readonly #task: AcpTask;
  readonly #isDrawn: boolean;
  readonly #names: readonly string[];
  readonly #seen = new WeakMap<object, Seen>();

  constructor(task: AcpTask, environment: ShownEnvironment, tools: Tools) {
    super(environment, tools);
    this.#task = task;
    this.#isDrawn = task.drawing.length > 0;
    this.#names = this.#isDrawn ? task.drawing : task.observation;
    const { choices, names } = task.action;
    const moved = names.map((name) => this.#actionName(name));
    this.columns = [
      ...this.#names,
      ...this.#names.flatMap(rangeOf),
      ...(choices ? names.map((name) => `choice ${name}`) : moved),
      ...(choices ? [] : moved.flatMap((name) => rangeOf(`action ${name}`))),
      'reward',
    ];
  }

  override reset(state: object): number {
    const action = this.#task.action.names.map(() => 0);
    Object.assign(this.#seenOf(state), { action, reward: 0 });
    return super.reset(state);
  }

  override step(state: object, action: Float64Array, outcome: Float64Array): number {
    const code = super.step(state, action, outcome);
    Object.assign(this.#seenOf(state), { action: this.#shown(action), reward: outcome[0] });
    return code;
  }

  override draw(state: object, out: Float32Array): number {
    const numbers = new Float64Array(this.#names.length).fill(NaN);
    const count = this.#isDrawn ? super.draw(state, numbers) : super.observe(state, numbers);
    if (count < 0) return count;
    if (count !== numbers.length) {
      this.complaint = `${count} numbers instead of ${numbers.length}`;
      return -1;
    }
    const { bounds, action, reward } = this.#seenOf(state);
    const { choices, low, high } = this.#task.action;
    numbers.forEach((x, i) => (bounds[i] = boundOf(x, bounds[i])));
    const ranges = bounds.flatMap((bound) => [-bound, bound]);
    const reach = choices ? [] : low.flatMap((from, i) => [from, high[i]!]);
    out.set([...numbers, ...ranges, ...action, ...reach, reward]);
    return out.length;
  }

  /** Of one that has only been loaded, nothing has been seen. */
  #seenOf(state: object): Seen {
    const known = this.#seen.get(state);
    if (known) return known;
    const action = this.#task.action.names.map(() => 0);
    const seen = { bounds: this.#names.map(() => 1), action, reward: 0 };
    this.#seen.set(state, seen);
    return seen;
  }

  /** Of each choice whether it is the one, else the numbers themselves. */
  #shown(action: Float64Array): number[] {
    const { choices, names } = this.#task.action;
    return choices ? names.map((_, i) => Number(i === action[0])) : [...action];
  }

  #actionName(name: string): string {
    return this.#names.includes(name) ? `${name} (action)` : name;
  }
}

const rangeOf = (name: string) => [`${name} low`, `${name} high`];

/** The first of 1, 2, 5, 10, 20 … from `least` on that a number is within. */
function boundOf(x: number, least = 1): number {
  let bound = least;
  while (Math.abs(x) > bound && Number.isFinite(x)) {
    bound *= bound.toExponential().startsWith('2') ? 2.5 : 2;
  }
  return bound;
}
