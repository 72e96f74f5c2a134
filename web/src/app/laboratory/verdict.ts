import type { LabResult, LabTask } from '../../protocol/lab';
import { labStrings } from '../text/en/laboratory';
import { type Measured, ratio } from '../text/numbers';
import { EXACT, PATHWISE, SCORE } from './variants';

/** One estimator's measurement at the samples it is compared with. */
export interface Entry {
  id: string;
  name: string;
  result: LabResult;
}

export interface Verdict {
  /** who is best of those that are not wrong, and by how much */
  headline: string;
  /** why, and what to beware of */
  sentences: readonly string[];
}

/** Standard errors from which a bias is believed, and the share of the gradient it must reach. */
const [SURE, NOTICEABLE] = [4, 0.01];
const ROUNDING = 1e-20;
const words = () => labStrings().verdict;

/** Whether an estimator that may be biased is. */
export function isWrong(result: LabResult): boolean {
  return !result.unbiased && misses(result);
}

/** Whether an estimator without bias has not yet met the rare samples that decide. */
function isUnsettled(result: LabResult): boolean {
  return result.unbiased && misses(result);
}

/** Whether the mean differs from the exact gradient by more than chance. */
function misses({ exact, bias_squared, bias_squared_standard_error }: LabResult): boolean {
  if (exact === null || bias_squared === null) return false;
  const squared = exact.reduce((sum, each) => sum + each * each, 0);
  const doubt = SURE * (bias_squared_standard_error ?? 0);
  return bias_squared > doubt && bias_squared > NOTICEABLE * squared && bias_squared > ROUNDING;
}

/** The mean squared error, or where the exact gradient is unknown the variance. */
function errorOf(result: LabResult): Measured {
  const { mean_squared_error, total_variance } = result;
  const isKnown = mean_squared_error !== null;
  const error = isKnown
    ? result.mean_squared_error_standard_error
    : result.total_variance_standard_error;
  return { value: (isKnown ? mean_squared_error : total_variance) ?? NaN, error: error ?? NaN };
}

/** Says in words what the measurements show. */
export function verdict(entries: readonly Entry[], task: LabTask): Verdict | null {
  const measured = entries
    .filter(({ result }) => result.repeats >= 30 && Number.isFinite(errorOf(result).value))
    .sort((a, b) => errorOf(a.result).value - errorOf(b.result).value);
  if (measured.length === 0) return null;
  const settled = measured.filter(({ result }) => !isUnsettled(result));
  const sentences = [
    ...wrongOnes(measured),
    ...measured
      .filter((each) => !settled.includes(each))
      .map(({ name }) => words().unsettled(name)),
    ...reasons(settled, task),
  ];
  const right = settled.filter(({ id, result }) => id !== EXACT && !isWrong(result));
  return { headline: right.length > 0 ? headline(right) : words().none, sentences };
}

function headline(sorted: readonly Entry[]): string {
  const [best, ...others] = sorted;
  const isKnown = best!.result.mean_squared_error !== null;
  const what = isKnown ? words().meanSquaredError : words().variance;
  const worst = others.at(-1);
  if (!worst) return words().alone(best!.name, what, errorOf(best!.result));
  const [low, high] = [errorOf(best!.result), errorOf(worst.result)];
  if (low.value <= 1e-12 * high.value) return words().noError(best!.name, what);
  const factor = ratio(high, low);
  if (factor.low <= 1) return words().undecided(best!.name, worst.name, what);
  const next = others.length > 1 ? others[0]! : null;
  const second = next ? ratio(errorOf(next.result), low) : null;
  const tail =
    second === null
      ? ''
      : second.low > 1
        ? words().next(next!.name, second)
        : words().undecidedNext(next!.name);
  return words().best(best!.name, what, worst.name, factor) + tail;
}

function wrongOnes(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ result }) => isWrong(result))
    .map(({ name, result }) => {
      const isSilent = (result.total_variance ?? 1) <= 1e-12;
      return isSilent
        ? words().zeroAndWrong(name, result.mean, result.exact!)
        : words().wrong(name, result.bias_squared!, result.total_variance ?? NaN);
    });
}

function reasons(sorted: readonly Entry[], task: LabTask): string[] {
  const of = (id: string) => sorted.find((entry) => entry.id === id)?.result;
  const [pathwise, plain, value] = [of(PATHWISE), of(SCORE.none), of(SCORE.value)];
  const score = value ?? plain ?? of(SCORE.leaveOneOut) ?? of(SCORE.optimal);
  const found: string[] = [];
  if (pathwise && score && !isWrong(pathwise)) {
    const order = compare(pathwise, score);
    const objective = task.objective.split(':')[0]!;
    if (order < 0) found.push(words().pathwiseWins(task.dimensions));
    const reasons: Readonly<Record<string, string>> = words().scoreWins;
    if (order > 0) found.push(reasons[objective] ?? words().scoreWinsElse);
  }
  if (plain && value && compare(value, plain) > 0) found.push(words().baselineHurts);
  if (plain && value && compare(value, plain) < 0) found.push(words().baselineHelps);
  if (task.moment) found.push(words().sameCritic);
  return found;
}

/** -1 or 1 if the variance of one is surely smaller or larger than the other's, else 0. */
export function compare(a: LabResult, b: LabResult): -1 | 0 | 1 {
  const [va, vb] = [a.total_variance ?? NaN, b.total_variance ?? NaN];
  const doubt = Math.hypot(
    a.total_variance_standard_error ?? NaN,
    b.total_variance_standard_error ?? NaN,
  );
  if (!(Math.abs(va - vb) > 1.96 * doubt)) return 0;
  return va < vb ? -1 : 1;
}
