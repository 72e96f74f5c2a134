import { DeadWorkerError } from '../../protocol/client';
import { livingBins, stateOf } from '../curves/read-seeds';
import type { Playground } from '../experiment/playground';
import type { Figure } from '../figure/figure';
import { seedsOf } from '../seeds/seeds-of';
import type { About } from './metric-figure';
import type { Measured } from './metric-lines';
import { seedMetrics } from './seed-metrics';

/** A key that changes with what any seed has measured. */
export function measuredState(playground: Playground): string {
  return stateOf(seedsOf(playground).$cohorts.get(), 'diagnostics');
}

/** The figures of all metrics, of all seeds, by name. */
export async function figuresOfSeeds(
  playground: Playground,
  runs: readonly Measured[],
  about: (runs: readonly Measured[]) => About,
): Promise<ReadonlyMap<string, Figure>> {
  const seeds = seedsOf(playground);
  const cohorts = seeds.$cohorts.get();
  const measured = runs.map((run) => {
    const cohort = cohorts.find(({ id }) => id === run.id);
    return { ...run, seeds: cohort ? livingBins(cohort, 'diagnostics') : [] };
  });
  try {
    const metrics = await seedMetrics(measured, about, seeds);
    return new Map(metrics.map(({ name, figure }) => [name, figure]));
  } catch (error) {
    if (!(error instanceof DeadWorkerError)) throw error;
    return new Map();
  }
}
