import type { Settings } from '../../protocol/config';
import type { Playground } from '../experiment/playground';
import { opened } from '../link/opening';
import { runsOf } from '../link/runs-of';
import { ARM_IDS, type ArmId } from '../settings/arms';

/**
 * Makes the experiment about what a hash says, at step 0; it pauses, whatever it did. Rejects, and
 * changes nothing, if what its task needs cannot be fetched.
 */
export function turnTo(playground: Playground, hash: string): Promise<void> {
  playground.pause();
  return playground.inTurn(async () => {
    const link = await playground.know(hash);
    playground.$stepped.set(null);
    const ids = runsOf(link);
    const { runs, seeds, stepped, ignored } = await opened(link, {
      catalog: playground.catalog,
      pairs: playground.pairs,
      runs: ids.length,
      check: (settings) => playground.check(settings),
    });
    playground.$ignored.set(ignored);
    await begin(playground, new Map(ids.map((id, i) => [id, runs[i]!])), seeds);
    // Of runs that are not there yet no update can be looked at.
    playground.$stepped.set(stepped);
  });
}

/**
 * Changes settings and starts over: `b.sac.tau=0.01` of run B, `seed=2` of all that have it.
 * Resolves to the core's complaints, `''` if there are none; else nothing has changed.
 */
export function changeTo(playground: Playground, changes: string): Promise<string> {
  playground.pause();
  return playground.inTurn(async () => {
    const all = new Map<ArmId, Settings>(playground.$settings.get());
    for (const part of changes.split('&')) {
      const [, letter, key = '', value = ''] = /^(?:([a-d])\.)?([^=]+)=(.*)$/.exec(part) ?? [];
      for (const id of letter ? [ARM_IDS['abcd'.indexOf(letter)]!] : all.keys()) {
        if (all.has(id)) all.set(id, new Map([...all.get(id)!, [key, value]]));
      }
    }
    for (const settings of all.values()) {
      const complaints = await playground.check(settings);
      if (complaints !== '') return complaints;
    }
    await begin(playground, all, playground.$seeds.get());
    return '';
  });
}

/** Arms that are there already keep their workers; others come and go. */
async function begin(
  playground: Playground,
  settings: ReadonlyMap<ArmId, Settings>,
  seeds: number,
): Promise<void> {
  const before = playground.arms;
  const arms = [...settings.keys()].map(
    (id) => before.find((arm) => arm.id === id) ?? { id, run: playground.newRun() },
  );
  playground.setArms(arms, settings);
  playground.$seeds.set(seeds);
  playground.$stopAt.set(playground.settings.horizon());
  for (const { id, run } of before.filter((arm) => !arms.includes(arm))) {
    playground.$changes.setKey(id, undefined);
    run.close();
  }
  await playground.startOver(arms);
  await playground.setWatching(playground.$watching.get());
}
