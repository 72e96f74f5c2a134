import { nameOf } from '../../draw/language';
import type { Client } from '../../protocol/client';
import {
  parseDescription,
  parsePath,
  parsePlace,
  parsePolytope,
  parseRollouts,
  parseRounds,
  parseSimplex,
  parseSurrogateCatalog,
  type SurrogateDescription,
  type SurrogatePath,
  type SurrogatePlace,
  type SurrogatePolytope,
  type SurrogateProcess,
  type SurrogateRollouts,
  type SurrogateRound,
  type SurrogateSimplex,
} from '../../protocol/surrogate';
import type { SurrogateCommands } from '../../protocol/surrogate-commands';
import { speaking } from '../text/catalog';
import { bandit as banditWords } from '../text/en/simplex';
import { SIMPLEX, type SurrogateCatalog } from './surrogate-settings';

/** The return and its surrogate at one step. */
export interface LineRow {
  eta: number;
  j: number;
  surrogate: number;
  /** NaN without discounting */
  bound: number;
  variation: number;
}

/** An estimate from episodes. */
export interface Estimate {
  mean: number;
  /** standard error */
  error: number;
}

/** What episodes of mu say of pi at one step. */
export interface EstimateRow {
  eta: number;
  /** of J: whole trajectories weighted */
  trajectories: Estimate;
  /** of the surrogate: actions weighted */
  actions: Estimate;
  /** of the surrogate: states sampled, advantages known */
  states: Estimate;
}

/** A policy of two rows of two logits. */
export interface SurfaceRow {
  /** probabilities of the first action */
  p: number;
  q: number;
  v: readonly number[];
  j: number;
}

/** What the laboratory asks of the core. */
export interface SurrogateCore {
  catalog(): Promise<SurrogateCatalog>;
  simplex(config: string): Promise<SurrogateSimplex>;
  open(task: string, checkpoint: ArrayBuffer | null): Promise<SurrogateDescription>;
  draw(direction: readonly number[]): Promise<null>;
  line(config: string, etas: readonly number[]): Promise<LineRow[]>;
  at(config: string, eta: number): Promise<SurrogatePlace>;
  rollouts(config: string, eta: number, most: number, seed: number): Promise<SurrogateRollouts>;
  improve(config: string): Promise<SurrogateRound[]>;
  estimate(
    config: string,
    etas: readonly number[],
    episodes: number,
    seed: number,
  ): Promise<EstimateRow[]>;
  path(config: string): Promise<SurrogatePath>;
  /** none where a policy is more than two numbers */
  surface(count: number): Promise<SurfaceRow[]>;
  polytope(): Promise<SurrogatePolytope>;
}

/** The core in a worker; `build` is its version. */
export function surrogateCore(
  client: Pick<Client<SurrogateCommands>, 'call'>,
  build: string,
): SurrogateCore {
  return {
    catalog: async () => {
      const { processes, simplex } = parseSurrogateCatalog(await client.call('catalog'));
      return speaking({ build, processes: [...processes, bandit(simplex)] }, 'exact.');
    },
    simplex: async (config) => parseSimplex(await client.call('simplex', config)),
    open: async (task, checkpoint) => {
      const process = parseDescription(await client.call('open', task, checkpoint));
      const { states, actions } = process;
      return { ...process, states: states.map(nameOf), actions: actions.map(nameOf) };
    },
    draw: (direction) => client.call('draw', Float64Array.from(direction)),
    line: async (config, etas) =>
      rowsOf(await client.call('line', config, Float64Array.from(etas))),
    at: async (config, eta) => parsePlace(await client.call('at', config, eta)),
    rollouts: async (config, eta, most, seed) =>
      parseRollouts(await client.call('rollouts', config, eta, most, seed)),
    improve: async (config) => parseRounds(await client.call('improve', config)),
    estimate: async (config, etas, episodes, seed) =>
      estimatesOf(await client.call('estimate', config, Float64Array.from(etas), episodes, seed)),
    path: async (config) => parsePath(await client.call('path', config)),
    surface: async (count) => surfaceOf(await client.call('surface', count), count),
    polytope: async () => parsePolytope(await client.call('polytope')),
  };
}

/** It is chosen as processes are. */
function bandit(parameters: SurrogateProcess['parameters']): SurrogateProcess {
  return { id: SIMPLEX, ...banditWords, source: '', environment: false, parameters };
}

function rowsOfWidth(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: numbers.length / width }, (_, row) => [
    ...numbers.subarray(width * row, width * (row + 1)),
  ]);
}

function rowsOf(numbers: Float64Array): LineRow[] {
  return rowsOfWidth(numbers, 5).map(([eta, j, surrogate, bound, variation]) => {
    return { eta: eta!, j: j!, surrogate: surrogate!, bound: bound!, variation: variation! };
  });
}

function estimatesOf(numbers: Float64Array): EstimateRow[] {
  return rowsOfWidth(numbers, 7).map((row) => {
    const pair = (at: number): Estimate => ({ mean: row[at]!, error: row[at + 1]! });
    return { eta: row[0]!, trajectories: pair(1), actions: pair(3), states: pair(5) };
  });
}

/** Rows of both probabilities, V of all states, J, and the excursion return. */
function surfaceOf(numbers: Float64Array, count: number): SurfaceRow[] {
  const rows = rowsOfWidth(numbers, numbers.length / count ** 2 || 1);
  return rows.map((row) => ({ p: row[0]!, q: row[1]!, v: row.slice(2, -2), j: row.at(-2)! }));
}
