import { type Catalog, parseCatalog } from '../../protocol/catalog';
import { RefusedError } from '../../protocol/client';
import {
  canonicalFormula,
  isAboutFormula,
  isAboutReward,
  unescapeFormula,
} from '../../protocol/formulas';
import { FORMULA, FORMULA_TEXT } from '../../protocol/further';
import { ROBOTS } from '../../protocol/robot-list';
import { loaded } from '../kit/loaded';
import { cut } from '../link/notes';
import { packFormula, unpackLink } from '../link/packed-formula';
import { formulas } from '../settings/formulas';
import { addPair } from '../settings/pairs';
import { robotPair } from '../settings/robot-pair';
import { speaking } from '../text/catalog';
import type { Run } from './run';

/** What has the catalog of whatever knows the task of a configuration. */
type Source = Pick<Run, 'catalog'>;

const LONGEST_NAME = 32;
const ROBOT = new RegExp(`=(${ROBOTS.join('|').replace('_', '.')})\\b`);
/** A text of formulas in a configuration or a hash, with the letter of a run before it or not. */
const TEXTS = /(?:^|[#&.\s])formula\.task=([^&\s]+)/g;

/**
 * Sees to it that a catalog has all tasks of a configuration or a link, and resolves to that, with
 * its formulas unpacked.
 */
export async function learn(catalog: Catalog, given: string, run: Source): Promise<string> {
  if (/[#&]task=/.test(given)) {
    const { learnTasks } = await loaded(() => import('./site-tasks'));
    given = await learnTasks(catalog, given, run);
  }
  if (ROBOT.test(given)) {
    addTasks(catalog, await run.catalog(`environment=${ROBOTS[0]}`));
    addPair(robotPair);
  }
  if (isAboutReward(given)) addRewards(catalog, await run.catalog(`environment=${FORMULA}`));
  if (!isAboutFormula(given)) return given;
  addTasks(catalog, await run.catalog(`environment=${FORMULA}`));
  const text = await unpackLink(given);
  const { parameters } = catalog.environments.find(({ id }) => id === FORMULA)!;
  const usual = parameters.find(({ key }) => key === FORMULA_TEXT)!;
  await learnFormula(catalog, String(usual.default), run);
  const isHash = text.startsWith('#');
  for (const [, own] of text.matchAll(TEXTS)) {
    await learnFormula(catalog, isHash ? canonicalFormula(unescapeFormula(own!)) : own!, run);
  }
  return text;
}

/** Adds to a catalog the tasks, and their presets, that only another one has. */
export function addTasks(catalog: Catalog, json: string): void {
  const other = parseCatalog(json);
  const further = speaking({
    environments: missing(other.environments, catalog.environments),
    presets: missing(other.presets, catalog.presets),
  });
  for (const environment of further.environments) catalog.environments.push(environment);
  for (const preset of further.presets) catalog.presets.push(preset);
  for (const algorithm of catalog.algorithms) {
    const same = other.algorithms.find(({ id }) => id === algorithm.id);
    if (same)
      algorithm.environments = [...new Set([...algorithm.environments, ...same.environments])];
  }
}

/** Adds to a catalog the parameter of a written reward, and what one is of in each environment. */
export function addRewards(catalog: Catalog, json: string): void {
  const { run, environments } = parseCatalog(json);
  const ours = new Set(catalog.run.parameters.map(({ key }) => key));
  const parameters = run.parameters.filter(({ key }) => !ours.has(key));
  for (const parameter of speaking({ parameters }).parameters)
    catalog.run.parameters.push(parameter);
  for (const environment of catalog.environments) {
    environment.reward ??= environments.find(({ id }) => id === environment.id)?.reward;
  }
}

/** Of a text that is no task nothing is known: whoever checks it says why. */
async function learnFormula(catalog: Catalog, text: string, run: Source): Promise<void> {
  if (formulas.has(text)) return;
  try {
    const { environments, algorithms } = parseCatalog(
      await run.catalog(`environment=${FORMULA}&${FORMULA_TEXT}=${text}`),
    );
    const isFormula = ({ id }: { id: string }) => id === FORMULA;
    const task = environments.find(isFormula)!;
    const known = catalog.environments.find(isFormula)!;
    const ours = new Map(known.parameters.map((parameter) => [parameter.key, parameter]));
    speaking({ environments: [task] });
    // What a text is by default does not depend on the text.
    task.parameters = task.parameters.map((own) => {
      return own.key === FORMULA_TEXT ? (ours.get(own.key) ?? own) : own;
    });
    const accepting = algorithms.filter((each) => each.environments.includes(FORMULA));
    const ids = accepting.map(({ id }) => id);
    const short = await packFormula(text);
    const name = titleOfTask(text);
    formulas.set(text, Object.assign(task, { algorithms: ids, name, short }));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
  }
}

function titleOfTask(text: string): string {
  const [, reward = ''] = /reward:\s*([^\n;]*)/.exec(unescapeFormula(text)) ?? [];
  return cut(reward, LONGEST_NAME);
}

function missing<T extends { id: string }>(items: readonly T[], from: readonly T[]): T[] {
  return items.filter(({ id }) => from.every((each) => each.id !== id));
}
