import type { ChoiceParameter } from '../../protocol/catalog';
import { differences, isRelevant, type Resolved, valueTitle } from './settings';

/** How a run is told apart from the others, in the catalog's words. */
export interface RunSummary {
  title: string;
  /** the title, and of runs that share it what sets each apart */
  name: string;
  /** the environment, and the settings that matter most here, such as `baseline: none` */
  details: string[];
  /** the place of its line style */
  style: number;
}

/** Settings that a name has room for. */
const TOLD = 2;
const NAMED_ELSEWHERE = new Set(['environment', 'algorithm', 'seed']);

/**
 * Names runs that stand side by side: after their gradient estimators if these differ, else after
 * their algorithms.
 */
export function summarize(runs: readonly Resolved[]): RunSummary[] {
  const estimators = runs.map(estimatorOf);
  const isOneAlgorithm = runs.every(({ algorithm }) => algorithm === runs[0]?.algorithm);
  const indices = estimators.map((estimator) => estimator?.index);
  const isAboutEstimators = isOneAlgorithm && new Set(indices).size > 1;
  const summaries = runs.map((run, i) => {
    const estimator = estimators[i];
    const environment = run.environment.title;
    if (isAboutEstimators && estimator) {
      const { title, companions, index } = estimator;
      return { title, details: [environment, ...companions], style: index };
    }
    const details = [environment, ...distinctions(runs, run)];
    return { title: run.algorithm.title, details, style: i };
  });
  return summaries.map((summary, i) => {
    const alike = runs.filter((_, k) => summaries[k]!.title === summary.title);
    return { ...summary, name: [summary.title, ...apart(alike, runs[i]!)].join(', ') };
  });
}

/** As many of its settings as tell a run from the others, or as there is room for. */
function apart(runs: readonly Resolved[], run: Resolved): string[] {
  const first = (of: Resolved) => distinctions(runs, of)[0];
  const isEnough = new Set(runs.map(first)).size === runs.length;
  return distinctions(runs, run).slice(0, isEnough ? 1 : TOLD);
}

/** The settings of a run that differ from those of another one, in the catalog's order. */
function distinctions(runs: readonly Resolved[], run: Resolved): string[] {
  const differing = new Set(runs.flatMap((other) => differences(run, other)));
  return run.parameters
    .filter((parameter) => differing.has(parameter) && !NAMED_ELSEWHERE.has(parameter.key))
    .map((parameter) => `${parameter.title}: ${valueTitle(parameter, run)}`);
}

interface Estimator {
  title: string;
  companions: string[];
  index: number;
}

/** The gradient estimator of a run and the settings that go with it, if its algorithm has one. */
function estimatorOf(run: Resolved): Estimator | undefined {
  const parameter = run.parameters.find(
    (candidate): candidate is ChoiceParameter =>
      candidate.type === 'choice' && candidate.key.endsWith('.estimator'),
  );
  if (!parameter) return undefined;
  const index = parameter.options.findIndex(({ id }) => id === run.values.get(parameter.key));
  const companions = run.parameters.filter(
    (other) => other !== parameter && other.group === parameter.group && isRelevant(run, other),
  );
  return {
    title: valueTitle(parameter, run),
    companions: companions.map((other) => `${other.title}: ${valueTitle(other, run)}`),
    index: Math.max(0, index),
  };
}
