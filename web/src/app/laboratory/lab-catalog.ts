import type { NumericParameter, Parameter } from '../../protocol/catalog';
import type { LabSection } from '../../protocol/lab';
import type { Kind } from '../link/kinds';
import { cut } from '../link/notes';
import { labItems } from '../text/en/laboratory';
import { linkStrings } from '../text/en/link';

/** What can be chosen, and has parameters of its own. */
export interface Item {
  id: string;
  parameters: readonly Parameter[];
}

/** A policy, an objective, an estimator or a baseline of the lab. */
export interface LabItem extends Item {
  title: string;
  help: string;
  /** LaTeX */
  formula: string;
}

export interface LabCatalog {
  /** version of the core */
  build: string;
  policies: readonly LabItem[];
  objectives: readonly LabItem[];
  /** with the kinds of policy that each can differentiate */
  estimators: readonly (LabItem & { policies: readonly string[]; hasBaseline: boolean })[];
  baselines: readonly LabItem[];
}

const plain = { group: '', live: true, when: '', unit: '' };
/** What the numbers of a vector may be. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  mu: [-100, 100],
  log_sigma: [-5, 2],
  logits: [-50, 50],
};
const LONGEST_VECTOR = 400;

function vector(key: keyof typeof labItems.vectors, value: string): Parameter {
  const { title, symbol, help } = labItems.vectors[key];
  const text = { ...plain, key, title, symbol, help, max_length: LONGEST_VECTOR };
  return { ...text, type: 'text', default: value };
}

function worth(i: number): NumericParameter {
  const described = {
    ...plain,
    key: `q${i}`,
    title: labItems.worth(i),
    symbol: `f_${i}`,
    help: '',
  };
  return { ...described, type: 'number', default: i + 1, min: -1e4, max: 1e4, scale: 'linear' };
}

/** The core's section with what it reads but does not list: heads, and tables of values. */
export function completed(section: LabSection): LabCatalog {
  const heads = {
    gaussian: [vector('mu', '0'), vector('log_sigma', '0')],
    categorical: [vector('logits', '0;0;0')],
  };
  const table = {
    id: 'table',
    formula: 'f_k',
    ...labItems.table,
    parameters: [0, 1, 2].map(worth),
  };
  const option = section.measurement.find(({ key }) => key === 'baseline');
  const baselines = option?.type === 'choice' ? option.options : [];
  return {
    build: section.build,
    policies: section.policies.map((policy) => ({
      ...policy,
      parameters: heads[policy.id === 'categorical' ? 'categorical' : 'gaussian'],
    })),
    objectives: [...section.objectives, table],
    estimators: section.estimators.map(({ has_baseline: hasBaseline, policy, ...estimator }) => {
      const own = section.measurement.filter(
        ({ type, when }) => type === 'number' && when === `.estimator=${estimator.id}`,
      );
      return { ...estimator, policies: [policy], hasBaseline, parameters: own };
    }),
    baselines: baselines.map((each) => ({ ...each, formula: '', parameters: [] })),
  };
}

/** An item and the values of its parameters, by their names without the item's. */
export interface Chosen {
  id: string;
  values: ReadonlyMap<string, string>;
}

/** `mu` of the parameter `gaussian.mu`. */
export function nameOf({ key }: Parameter): string {
  return key.slice(key.lastIndexOf('.') + 1);
}

/** An item with its defaults, and what is given instead of them. */
export function chosen(item: Item, given: Readonly<Record<string, string>> = {}): Chosen {
  const values = item.parameters.map((parameter): [string, string] => {
    const name = nameOf(parameter);
    return [name, given[name] ?? String(parameter.default)];
  });
  return { id: item.id, values: new Map(values) };
}

/** An item as text, `cosine:frequency=5`, as the core and the link have it. */
export function formatChosen({ id, values }: Chosen): string {
  const pairs = [...values].map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? id : `${id}:${pairs.join(',')}`;
}

/**
 * Reads what `formatChosen` writes. What is unknown or not allowed is left at its default and
 * reported; `undefined` if there is no such item.
 */
export function readChosen(
  text: string,
  items: readonly Item[],
  report: (problem: string) => void,
): Chosen | undefined {
  const colon = text.indexOf(':');
  const id = colon < 0 ? text : text.slice(0, colon);
  const item = items.find((candidate) => candidate.id === id);
  if (!item) return undefined;
  const given: Record<string, string> = {};
  for (const pair of colon < 0 ? [] : text.slice(colon + 1).split(',')) {
    const equals = pair.indexOf('=');
    const [name, value] = [pair.slice(0, Math.max(0, equals)), pair.slice(equals + 1)];
    const parameter = item.parameters.find((candidate) => nameOf(candidate) === name);
    let problem = parameter ? problemOf(parameter, value) : linkStrings().unknown;
    if (Object.hasOwn(given, name)) problem = linkStrings().repeated;
    if (problem === '') given[name] = value;
    else report(`${id}: ${cut(name || pair)}: ${problem}`);
  }
  return chosen(item, given);
}

/** An item of a catalog as a link says it. */
export function itemOf<C>(items: (catalog: C) => readonly Item[]): Kind<Chosen, C> {
  return {
    read: (text, catalog, complain) => readChosen(text, items(catalog), complain),
    reason: (catalog) => linkStrings().notOneOf(items(catalog).map(({ id }) => id)),
    write: formatChosen,
  };
}

/** The same, or nothing: the page as it opens. */
export function orNone<C>(kind: Kind<Chosen, C>): Kind<Chosen | null, C> {
  return {
    read: (text, catalog, complain) => (text === '' ? null : kind.read(text, catalog, complain)),
    reason: kind.reason,
    write: (chosen) => (chosen ? formatChosen(chosen) : ''),
  };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i;

/** Why a value is not one of a parameter, else `""`. */
function problemOf(parameter: Parameter, value: string): string {
  switch (parameter.type) {
    case 'number':
    case 'integer': {
      const number = NUMBER.test(value) ? Number(value) : NaN;
      const { min, max } = parameter;
      if (!(number >= min && number <= max)) return linkStrings().notNumber(min, max);
      const isWhole = parameter.type !== 'integer' || Number.isInteger(number);
      return isWhole ? '' : linkStrings().notAWhole;
    }
    case 'choice':
      return parameter.options.some(({ id }) => id === value)
        ? ''
        : linkStrings().notOneOf(parameter.options.map(({ id }) => id));
    case 'boolean':
      return value === 'true' || value === 'false' ? '' : linkStrings().notABoolean;
    case 'text': {
      if (!isVector(parameter.default)) return longer(value, parameter.max_length);
      const [min, max] = limitsOf(parameter);
      const isIn = (part: string) => +part >= min && +part <= max;
      const isGood =
        isVector(value) && value.length <= parameter.max_length && value.split(';').every(isIn);
      return isGood ? '' : linkStrings().notNumbers(min, max);
    }
  }
}

const isVector = (text: string) => text.split(';').every((part) => NUMBER.test(part));

const longer = (text: string, most: number) =>
  text.length > most ? linkStrings().tooLong(most) : '';

/** What each number of a vector may be. */
export function limitsOf(parameter: Parameter): readonly [number, number] {
  return LIMITS[nameOf(parameter)] ?? [-1e4, 1e4];
}
