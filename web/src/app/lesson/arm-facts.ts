import type { Arm } from '../experiment/arm';
import type { History } from '../experiment/history';
import type { Playground } from '../experiment/playground';
import type { Fact } from '../kit/page';
import { knownSeeds } from '../seeds/known-seeds';
import { type Resolved, referenceOf } from '../settings/settings';
import { bestOf, lastOf } from './evaluations';

/** Where a reading of a probe has the variance and the ratio of signal to noise, with errors. */
const READING = 4;
const PROBED: Readonly<Record<string, number>> = { variance: 0, signal: 2 };
/** Of a return that need not be the goal of the environment. */
const REACHED = /^reached(?:\((-?[\d.]+)\))?$/;

/** What is known of an arm under a name, such as `steps`, `sac.tau` or `variance.active`. */
export function armFact(playground: Playground, arm: Arm, name: string): Fact | null {
  const resolved = playground.resolved(arm.id);
  const setting = settingOf(playground, arm, resolved, name);
  if (setting !== null) return setting;
  const { $view, history } = arm.run;
  const { steps, updates, episodes, lastReturn, meanReturn, activity } = $view.get();
  if (name === 'activity') return activity;
  const plain: Readonly<Record<string, number>> = {
    steps,
    updates,
    episodes,
    'return.last': lastReturn,
    'return.mean': meanReturn,
  };
  if (plain[name] !== undefined) return exactly(plain[name]);
  if (name.startsWith('evaluation.')) return evaluation(playground, arm, name);
  const reached = REACHED.exec(name);
  if (reached) return reachedAt(history, reached[1], resolved);
  return diagnosed(history, resolved, name);
}

function settingOf(
  { settings }: Playground,
  { id }: Arm,
  { environment, algorithm, parameters, values }: Resolved,
  name: string,
): Fact | null {
  const chosen: Readonly<Record<string, string>> = {
    preset: settings.of(id).get('preset') ?? '',
    environment: environment.id,
    algorithm: algorithm.id,
  };
  if (chosen[name] !== undefined) return chosen[name];
  const parameter = parameters.find(({ key }) => key === name);
  if (!parameter) return null;
  const value = values.get(name)!;
  const isNumber = parameter.type === 'number' || parameter.type === 'integer';
  return isNumber ? exactly(Number(value)) : value;
}

/** Of one seed, with the scatter over its start states; of several, over the seeds. */
function evaluation(playground: Playground, arm: Arm, name: string): Fact | null {
  const of = ({ evaluations }: History) =>
    name === 'evaluation.best' ? bestOf(evaluations.bins) : lastOf(evaluations.bins);
  if (playground.$seeds.get() > 1) {
    const cohorts = knownSeeds.get(playground)?.$cohorts.get() ?? [];
    const cohort = cohorts.find(({ id }) => id === arm.id);
    const values = (cohort?.$seeds.get() ?? []).flatMap(({ history }) => of(history)?.value ?? []);
    return meanOf(values);
  }
  return of(arm.run.history);
}

function meanOf(values: readonly number[]): Fact | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { value: mean, error: count > 1 ? Math.sqrt(squares / (count - 1) / count) : null };
}

/** A run that has not reached it is there after all others. */
function reachedAt(history: History, text: string | undefined, resolved: Resolved): Fact | null {
  const goal = text === undefined ? referenceOf(resolved).threshold : Number(text);
  if (goal == null) return null;
  return exactly(history.firstReached(goal)?.steps ?? Infinity);
}

/** A metric as it was last, or a probe over the whole run. */
function diagnosed(history: History, { algorithm }: Resolved, name: string): Fact | null {
  const [kind = '', id = ''] = name.split(/\.(.*)/);
  if (kind === 'metric') {
    const at = algorithm.metrics.findIndex((metric) => metric.name === id);
    const value = history.diagnostics.bins.at(-1)?.values[at];
    return value === undefined || Number.isNaN(value) ? null : exactly(value);
  }
  const probe = algorithm.probes.findIndex((each) => each.id === id);
  const offset = PROBED[kind];
  if (probe < 0 || offset === undefined) return null;
  const at = READING * probe + offset;
  const bins = history.probes.bins.filter(({ values }) => Number.isFinite(values[at]));
  const rows = bins.reduce((sum, bin) => sum + bin.rows, 0);
  if (rows === 0) return null;
  const weighted = (read: (values: readonly number[]) => number, power: number) =>
    bins.reduce((sum, { values, rows: count }) => sum + (count / rows) ** power * read(values), 0);
  return {
    value: weighted((values) => values[at]!, 1),
    error: Math.sqrt(weighted((values) => values[at + 1]! ** 2, 2)),
  };
}

function exactly(value: number): Fact | null {
  return Number.isNaN(value) ? null : { value, error: null };
}
