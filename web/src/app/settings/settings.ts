import type { Algorithm, Catalog, Environment, Parameter } from '../../protocol/catalog';
import { parseConfig, type Settings } from '../../protocol/config';
import { unescapeFormula } from '../../protocol/formulas';
import { FORMULA, FORMULA_TEXT, isFurther, REWARD } from '../../protocol/further';
import { NOTHING } from '../text/format';
import { formulas } from './formulas';

/** The values of every parameter that `settings` do not leave to chance, as text, by key. */
export type Values = ReadonlyMap<string, string>;

/** A run's settings read against the catalog. */
export interface Resolved {
  environment: Environment;
  algorithm: Algorithm;
  /** of the run, the environment and the algorithm, in the catalog's order */
  parameters: readonly Parameter[];
  values: Values;
}

/** Fills in the preset's values and the defaults. Throws `Error` on an unknown preset. */
export function resolve(catalog: Catalog, settings: Settings): Resolved {
  const given = new Map([...presetSettings(catalog, settings), ...settings]);
  const chosen = (key: string) => given.get(key) ?? defaultOf(catalog.run.parameters, key);
  const environment = environmentOf(catalog, chosen('environment'), given.get(FORMULA_TEXT));
  const algorithm = byId(catalog.algorithms, chosen('algorithm'));
  const parameters = [
    ...catalog.run.parameters,
    ...environment.parameters,
    ...algorithm.parameters,
  ];
  const values = new Map(
    parameters.map((parameter) => [
      parameter.key,
      given.get(parameter.key) ?? String(parameter.default),
    ]),
  );
  return { environment, algorithm, parameters, values };
}

/** An environment by its id; that of formulas as its text has it. */
export function environmentOf(catalog: Catalog, id: string, text = ''): Environment {
  return formulas.get(id === FORMULA ? text : '') ?? byId(catalog.environments, id);
}

/** Whether a reward is written in the place of the task's own. */
export function isRewarded({ values }: Resolved): boolean {
  return Boolean(values.get(REWARD));
}

/** Whether laboratories and traces, which know no further tasks, can be about a run. */
export function isWithinCore(run: Resolved): boolean {
  const { id, task } = run.environment;
  return !task && !isFurther(id) && !isRewarded(run);
}

/**
 * The returns to compare with: they hold for the environment as it is, so there are none once one
 * of its own parameters has been changed, or its reward.
 */
export function referenceOf(resolved: Resolved): Environment['reference'] {
  const { environment, values } = resolved;
  const isAsItIs =
    !isRewarded(resolved) &&
    environment.parameters.every((parameter) => isDefault(parameter, values.get(parameter.key)!));
  return isAsItIs ? environment.reference : {};
}

/** The returns to compare all runs with; none if their environments differ. */
export function sharedReference(runs: readonly Resolved[]): Environment['reference'] {
  const [first] = runs;
  const isShared = runs.every((run) => run.environment === first?.environment);
  return first && isShared && runs.every((run) => referenceOf(run) === run.environment.reference)
    ? first.environment.reference
    : {};
}

function presetSettings(catalog: Catalog, settings: Settings): Settings {
  const id = settings.get('preset');
  return id === undefined ? new Map() : parseConfig(byId(catalog.presets, id).config);
}

function defaultOf(parameters: readonly Parameter[], key: string): string {
  return String(parameters.find((parameter) => parameter.key === key)?.default);
}

export function byId<T extends { id: string }>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (item) return item;
  throw new Error(`"${id}" is not one of ${items.map((candidate) => candidate.id).join(', ')}`);
}

/** Whether a parameter matters: the choice it depends on is made, and that choice matters too. */
export function isRelevant(resolved: Resolved, parameter: Parameter): boolean {
  if (parameter.when === '') return true;
  const equals = parameter.when.indexOf('=');
  const key = parameter.when.slice(0, equals);
  const owner = resolved.parameters.find((candidate) => candidate.key === key);
  return (
    owner !== undefined &&
    parameter.when
      .slice(equals + 1)
      .split('|')
      .includes(resolved.values.get(key) ?? '') &&
    isRelevant(resolved, owner)
  );
}

/** Whether two texts say the same value of a parameter; `1e-3` is `0.001`. */
export function sameValue(parameter: Parameter, a: string, b: string): boolean {
  const isNumeric = parameter.type === 'number' || parameter.type === 'integer';
  return a === b || (isNumeric && Number(a) === Number(b));
}

export function isDefault(parameter: Parameter, value: string): boolean {
  return sameValue(parameter, value, String(parameter.default));
}

/** The parameters that matter in both and have different values. */
export function differences(a: Resolved, b: Resolved): Parameter[] {
  return a.parameters.filter(
    (parameter) =>
      isRelevant(a, parameter) &&
      b.parameters.some(({ key }) => key === parameter.key) &&
      isRelevant(b, parameter) &&
      !sameValue(parameter, a.values.get(parameter.key)!, b.values.get(parameter.key)!),
  );
}

/** The value of a parameter as a reader should see it. */
export function valueTitle(parameter: Parameter, resolved: Resolved): string {
  return titleOf(parameter, resolved.values.get(parameter.key) ?? '');
}

export function titleOf(parameter: Parameter, value: string): string {
  if (parameter.type === 'text') {
    return formulas.get(value)?.name ?? (unescapeFormula(value) || NOTHING);
  }
  if (parameter.type !== 'choice') return value;
  return parameter.options.find(({ id }) => id === value)?.title ?? value;
}

/** Parameters under their headings, in the catalog's order. */
export function groupParameters(
  parameters: readonly Parameter[],
): { group: string; parameters: Parameter[] }[] {
  const groups = new Map<string, Parameter[]>();
  for (const parameter of parameters) {
    const group = groups.get(parameter.group) ?? [];
    groups.set(parameter.group, [...group, parameter]);
  }
  return [...groups].map(([group, members]) => ({ group, parameters: members }));
}
