import { highest } from '../../draw/extent';
import type { Catalog } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';

/** The largest environment step to stop at. */
export const LARGEST_STEP = 1_000_000_000;
/** Seeds of an arm. */
export const MOST_SEEDS = 64;
/** Environment steps after which runs stop by themselves that are no preset. */
export const DEFAULT_HORIZON = 10_000;

/** The environment steps that it takes to see what runs are about. */
export function horizon(catalog: Catalog, runs: readonly Settings[]): number {
  const presets = new Set(runs.map((settings) => settings.get('preset')));
  const steps = catalog.presets.filter(({ id }) => presets.has(id)).map((each) => each.steps);
  return steps.length > 0 ? highest(steps) : DEFAULT_HORIZON;
}
