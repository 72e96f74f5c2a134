import type { NumericParameter, Parameter } from '../../../../web/src/protocol/catalog';
import type {
  SurrogateDescription,
  SurrogatePath,
  SurrogatePlace,
  SurrogatePolytope,
  SurrogateRollouts,
  SurrogateRound,
  SurrogateSimplex,
} from '../../../../web/src/protocol/surrogate';
import type {
  EstimateRow,
  LineRow,
  SurfaceRow,
  SurrogateCore,
} from '../../../../web/src/app/surrogate/surrogate-client';
import type { SurrogateCatalog } from '../../../../web/src/app/surrogate/surrogate-settings';

const plain = { symbol: '', unit: '', group: '', help: '', live: false, when: '' };
const number = (key: string, min: number, max: number): NumericParameter => ({
  ...plain,
  ...{ key, title: key, type: 'number', scale: 'linear', default: min, min, max },
});
const map: Parameter = {
  ...plain,
  ...{ key: 'map', title: 'map', type: 'text', default: 's..g', max_length: 40 },
};
const process = (id: string, parameters: Parameter[]) => ({
  ...{ id, title: id, help: '', source: '', environment: false, parameters },
});

export const catalog: SurrogateCatalog = {
  build: 'fake',
  processes: [
    process('two_states', [number('slip', 0, 0.5)]),
    process('chain', [number('length', 2, 9), number('slip', 0, 0.5)]),
    process('grid', [map]),
    process('simplex', [number('offset', -2, 2)]),
  ],
};

const values = { policy: [[0.5, 0.5]], j: 1, v: [1], q: [[1, 1]], occupancy: [10] };
const description: SurrogateDescription = {
  ...{ process: 'grid', parameters: { map: 'sg.' } },
  ...{ gamma: 0.9, states: ['s'], actions: ['a', 'b'], rows: [0], pi: values, mu: values },
  gradients: [{ weighting: 'discounted', gradient: [[-0.25, 0.25]] }],
};

/** J is largest in the middle, the surrogate at the end; the bound falls. */
export function rowsAt(etas: readonly number[]): LineRow[] {
  const end = etas.at(-1)!;
  return etas.map((eta) => ({
    eta,
    j: 1 + eta - (eta * eta) / end,
    surrogate: 1 + eta,
    bound: 1 - eta,
    variation: eta / end / 2,
  }));
}

/** Answers when it is told to, and remembers what it was asked. */
export class FakeSurrogate implements SurrogateCore {
  readonly asked: string[] = [];
  /** an answer to the next question of this name, instead of its own */
  failure: { name: string; error: Error } | null = null;

  catalog(): Promise<SurrogateCatalog> {
    return this.#answer('catalog', catalog);
  }
  simplex(config: string): Promise<SurrogateSimplex> {
    const at = { policy: [1, 0, 0], j: 1, baseline: 0.5, variance: 1 };
    const ends = { ends: [2, 1, 0], mirrored: [1, 2, 0] };
    const lines = { field: [], path: [[1, 0, 0]], paths: [] };
    return this.#answer(`simplex ${config}`, { ...at, ...ends, ...lines });
  }
  open(task: string, checkpoint: ArrayBuffer | null): Promise<SurrogateDescription> {
    const asked = checkpoint ? `run of ${checkpoint.byteLength} bytes` : task;
    return this.#answer(`open ${asked}`, description);
  }
  draw(direction: readonly number[]): Promise<null> {
    return this.#answer(`draw ${direction.join()}`, null);
  }
  line(config: string, etas: readonly number[]): Promise<LineRow[]> {
    return this.#answer(`line ${config} ${etas.at(-1)}`, rowsAt(etas));
  }
  at(config: string, eta: number): Promise<SurrogatePlace> {
    const { pi } = description;
    const place = { eta, j: 1, surrogate: 1, bound: 1, total_variation: 0, pi };
    return this.#answer(`at ${config} ${eta}`, place);
  }
  rollouts(config: string, eta: number, most: number, seed: number): Promise<SurrogateRollouts> {
    const episode = { steps: [[0, 1, 1] as [number, number, number]], return: 1 };
    const two = { alone: episode, once: episode };
    return this.#answer(`rollouts ${config} ${eta} ${most} ${seed}`, two);
  }
  improve(config: string): Promise<SurrogateRound[]> {
    return this.#answer(`improve ${config}`, [{ j: 1, surrogate: 1, behaviour: 1 }]);
  }
  estimate(
    config: string,
    etas: readonly number[],
    episodes: number,
    seed: number,
  ): Promise<EstimateRow[]> {
    const one = { mean: 1, error: 0.1 };
    const rows = etas.map((eta) => ({ eta, trajectories: one, actions: one, states: one }));
    return this.#answer(`estimate ${config} ${episodes} ${seed}`, rows);
  }
  path(config: string): Promise<SurrogatePath> {
    return this.#answer(`path ${config}`, []);
  }
  surface(count: number): Promise<SurfaceRow[]> {
    return this.#answer(`surface ${count}`, []);
  }
  polytope(): Promise<SurrogatePolytope> {
    return this.#answer('polytope', { vertices: [], edges: [] });
  }

  async #answer<T>(question: string, answer: T): Promise<T> {
    this.asked.push(question);
    await Promise.resolve();
    const { failure } = this;
    if (failure && question.startsWith(failure.name)) {
      this.failure = null;
      throw failure.error;
    }
    return answer;
  }
}
