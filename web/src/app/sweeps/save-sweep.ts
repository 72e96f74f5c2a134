import type { Playground } from '../experiment/playground';
import { seedsOf } from '../seeds/seeds-of';
import { download } from '../kit/download';
import { formatCount } from '../text/format';
import { sweepWords as words } from '../text/en/sweeps';
import { archive } from './archive';
import { type OwnSweep, ownSweep } from './own-sweep';
import { unhurried } from './unhurried';

/** Hands out all whole runs as `acp sweep` writes them; resolves to what is to be said of that. */
export async function saveSweep(playground: Playground): Promise<string> {
  const steps = playground.$stopAt.get();
  if (steps === null) throw new Error(words().noEnd);
  const sweep = await ownSweep(playground, seedsOf(playground).$cohorts.get(), steps);
  const { plan, results, leftOut } = sweep;
  const [whole, all, end] = [results.length, plan.length, steps].map(formatCount);
  const left = leftOut.length > 0 ? [words().changedRuns(leftOut.join(', '))] : [];
  if (results.length === 0) throw new Error([words().noneWhole(end!), ...left].join('. '));
  const name = nameOf(playground, sweep, steps);
  download(`${name}.zip`, await unhurried(archive(name, sweep)));
  return [words().savedRuns(`${name}.zip`, whole!, all!, end!), ...left, ''].join('. ').trim();
}

function nameOf(playground: Playground, { plan }: OwnSweep, steps: number): string {
  const tasks = new Set(playground.allResolved().map(({ environment }) => environment.id));
  return [...tasks, 'sweep', plan.length, steps].join('-').replaceAll('_', '-');
}
