import type { LabRequest } from '../../protocol/lab-commands';
import type { LabResult } from '../../protocol/lab';
import { type LabSettings, SAMPLES } from './lab-settings';
import { isLeaveOneOut, measurement, type Variant } from './variants';

/** What has been measured, by the text of the measurement. */
export type Results = ReadonlyMap<string, LabResult>;

/** Estimates per animation frame and variant that join the cloud. */
const STREAM = 4;
/** Estimates after which a cloud is left alone. */
const MOST_STREAMED = 50_000;
/** Measurements of the law that share one call with the clouds. */
const AT_ONCE = 6;
const MOST_PER_CALL = 2048;

export function configOf(
  variant: Variant,
  settings: LabSettings,
  samples: number,
  space: 'head' | 'theta' = 'head',
): string {
  const own = settings.own.get(variant.estimator.id);
  return measurement(variant, own, Math.max(samples, variant.fewest), settings.seed, space);
}

/** Evaluations of the objective, values and slopes, that one more sample costs. */
function evaluations(variant: Variant, settings: LabSettings, results: Results): number | null {
  const one = results.get(configOf(variant, settings, 1));
  return one ? (one.forward_evaluations + one.backward_evaluations) / one.samples : null;
}

/**
 * The samples with which an estimator is compared: those that were chosen, or as many as cost what
 * the pathwise estimator spends on them, a value and a slope each. Beside one that needs two
 * samples, no estimator has less.
 */
export function comparedSamples(variant: Variant, settings: LabSettings, results: Results): number {
  const { show, budget } = settings;
  const samples = Math.max(settings.samples, show.some(isLeaveOneOut) ? 2 : 1);
  const cost = budget === 'samples' ? null : evaluations(variant, settings, results);
  const wanted = cost === null || !(cost > 0) ? samples : Math.floor((2 * samples) / cost);
  return Math.max(wanted, variant.fewest);
}

export function comparedResult(
  variant: Variant,
  settings: LabSettings,
  results: Results,
): LabResult | undefined {
  return results.get(configOf(variant, settings, comparedSamples(variant, settings, results)));
}

/**
 * What to measure next: a few estimates for each cloud, and of everything else what is known
 * least, up to `goal` estimates.
 */
export function plan(
  variants: readonly Variant[],
  helpers: readonly Variant[],
  settings: LabSettings,
  results: Results,
  hasTheta: boolean,
  goal: number,
): LabRequest[] {
  const repeatsOf = (config: string) => results.get(config)?.repeats ?? 0;
  const spaces = hasTheta ? (['head', 'theta'] as const) : (['head'] as const);
  const clouds = variants.flatMap((variant) =>
    spaces.map((space) => ({
      config: configOf(variant, settings, 1, space),
      repeats: 0,
      rows: true,
    })),
  );
  const streamed = clouds
    .map((request) => ({ ...request, repeats: repeatsOf(request.config) + STREAM }))
    .filter(({ repeats }) => repeats <= Math.min(goal, MOST_STREAMED));
  const law = [
    ...variants.map((each) => configOf(each, settings, comparedSamples(each, settings, results))),
    ...helpers.map((each) => configOf(each, settings, 1)),
    ...SAMPLES.flatMap((samples) => variants.map((each) => configOf(each, settings, samples))),
  ];
  const behind = [...new Set(law)]
    .filter((config) => repeatsOf(config) < goal)
    .sort((a, b) => repeatsOf(a) - repeatsOf(b))
    .slice(0, AT_ONCE)
    .map((config) => {
      const repeats = Math.min(repeatsOf(config) + MOST_PER_CALL, goal);
      return { config, repeats, rows: false };
    });
  return [...streamed, ...behind];
}
