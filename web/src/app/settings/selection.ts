import type { Algorithm, Catalog, Environment, Preset } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import { FORMULA_TEXT, REWARD } from '../../protocol/further';
import { accepts } from './formulas';
import { byId, environmentOf, isDefault, resolve } from './settings';

/**
 * What a run should be about instead: a preset, or an environment, for one of formulas maybe with
 * their text, an algorithm, or both.
 */
export type Selection =
  { preset: string } | { environment?: string; [FORMULA_TEXT]?: string; algorithm?: string };

export interface Selected {
  settings: Settings;
  /** the algorithm that does not accept the new environment, and the one in its place */
  replaced: { from: Algorithm; to: Algorithm } | null;
}

/** What came of a selection for several runs. */
export interface Outcome {
  /** why nothing has changed, else `""` */
  refusal: string;
  /** the algorithms that had to make room */
  replaced: readonly NonNullable<Selected['replaced']>[];
}

/**
 * The settings of a run after a selection. A preset replaces all but the seed. Another environment
 * or algorithm keeps what belongs to the run or to the one that stays; an algorithm that does not
 * accept a new environment makes room for the first one that does, and a written reward goes.
 */
export function select(catalog: Catalog, settings: Settings, selection: Selection): Selected {
  const before = resolve(catalog, settings);
  if ('preset' in selection) {
    const seed = before.values.get('seed')!;
    const ofPreset = new Map([['preset', selection.preset]]);
    return { settings: ofPreset.set('seed', seed), replaced: null };
  }
  const text = selection[FORMULA_TEXT] ?? before.values.get(FORMULA_TEXT);
  const id = selection.environment ?? before.environment.id;
  const environment = environmentOf(catalog, id, text);
  const wanted = byId(catalog.algorithms, selection.algorithm ?? before.algorithm.id);
  const isOpen = selection.algorithm === undefined;
  const algorithm = isOpen ? suited(catalog, environment, wanted) : wanted;
  const owned = [...catalog.run.parameters, ...environment.parameters, ...algorithm.parameters];
  const kept = owned.flatMap((parameter): [string, string][] => {
    // A reward is of what its task has.
    if (parameter.key === REWARD && environment !== before.environment) return [];
    const value = before.values.get(parameter.key);
    return value === undefined || isDefault(parameter, value) ? [] : [[parameter.key, value]];
  });
  if (selection[FORMULA_TEXT] !== undefined) kept.push([FORMULA_TEXT, selection[FORMULA_TEXT]]);
  return {
    settings: new Map([...kept, ['environment', environment.id], ['algorithm', algorithm.id]]),
    replaced: algorithm === wanted ? null : { from: wanted, to: algorithm },
  };
}

function suited(catalog: Catalog, environment: Environment, wanted: Algorithm): Algorithm {
  if (accepts(wanted, environment)) return wanted;
  return suitedAlgorithms(catalog, environment)[0] ?? wanted;
}

/** The algorithms that accept an environment. */
export function suitedAlgorithms(catalog: Catalog, environment: Environment): Algorithm[] {
  return catalog.algorithms.filter((algorithm) => accepts(algorithm, environment));
}

/** The environments that an algorithm accepts. */
export function suitedEnvironments(catalog: Catalog, algorithm: Algorithm): Environment[] {
  return catalog.environments.filter(({ id }) => algorithm.environments.includes(id));
}

/** The id of the environment that a preset is about. */
export function presetEnvironment(catalog: Catalog, { id }: Preset): string {
  return resolve(catalog, new Map([['preset', id]])).environment.id;
}
