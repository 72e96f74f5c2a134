import { highest } from '../../draw/extent';
import type { LabTask } from '../../protocol/lab';

/** Standard deviations of the policy on each side of its mean that are shown. */
const REACH = 4;
const ROWS = 400;

/** The actions over which the objective is drawn: lowest, highest, and how many. */
export function sliceRange({ policy, parameters, phi }: LabTask): [number, number, number] {
  if (policy === 'tanh_gaussian') return [-0.999, 0.999, ROWS];
  const first = (name: string) => phi[parameters.findIndex((each) => each.startsWith(name))] ?? 0;
  const [mean, reach] = [first('mu'), REACH * Math.exp(first('log_sigma'))];
  return [mean - reach, mean + reach, ROWS];
}

/** Rows of choice, value and probability; `null` if the actions are numbers. */
export function sliceOfChoices({ policy, phi, f }: LabTask): Float32Array | null {
  if (policy !== 'categorical' || f === null) return null;
  const largest = highest(phi);
  const weights = phi.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Float32Array(f.flatMap((value, i) => [i, value, weights[i]! / total]));
}
