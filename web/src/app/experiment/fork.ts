import type { Settings } from '../../protocol/config';
import { DeadWorkerError, RefusedError } from '../../protocol/client';
import { formatCount } from '../text/format';
import type { Arm } from './arm';
import type { Playground } from './playground';
import { ARM_IDS } from '../settings/arms';
import type { Run } from './run';
import { runStrings as words } from '../text/en/fork';

export function canFork({ arms }: Playground): boolean {
  return arms.length < ARM_IDS.length;
}

/** Only the last one, so that letters stay what they are. */
export function canRemove({ arms }: Playground, arm: Arm): boolean {
  return arms.length > 1 && arm === arms.at(-1);
}

/**
 * Adds an arm that starts at step 0: with a preset, or with the settings of the last one. Resolves
 * as `addSettings` does.
 */
export function addArm(playground: Playground, preset: string | null): Promise<string> {
  return addSettings(playground, () => {
    const last = playground.$settings.get().get(playground.arms.at(-1)!.id)!;
    return preset === null ? last : new Map([['preset', preset]]);
  });
}

/**
 * Adds an arm that starts at step 0 with settings of its own, and the seed of the last one; it
 * trains if the others do. Resolves to why that cannot be, or `''`; then nothing changes.
 */
export function addSettings(playground: Playground, settings: () => Settings): Promise<string> {
  return playground.inTurn(async () => {
    const id = ARM_IDS[playground.arms.length];
    const last = playground.arms.at(-1);
    if (id === undefined || !last) return '';
    const before = playground.$settings.get();
    const seed = playground.resolved(last.id).values.get('seed')!;
    const own = new Map([...settings(), ['seed', seed]]);
    const complaints = await playground.check(own);
    if (complaints !== '') return complaints;
    const run = playground.newRun();
    try {
      await run.create(own);
    } catch (error) {
      run.close();
      if (error instanceof RefusedError || error instanceof DeadWorkerError) return error.message;
      throw error;
    }
    const arm = { id, run };
    playground.setArms([...playground.arms, arm], new Map([...before, [id, own]]));
    await playground.setWatching(playground.$watching.get());
    await playground.keepPlaying([arm]);
    return '';
  });
}

/** Pauses, and adds an arm that goes on from where `source` is, with what it has reported. */
export function forkArm(playground: Playground, source: Arm): Promise<void> {
  playground.pause();
  return playground.inTurn(() => fork(playground, source));
}

async function fork(playground: Playground, source: Arm): Promise<void> {
  const id = ARM_IDS[playground.arms.length];
  if (id === undefined) return;
  const { checkpoint, steps } = await source.run.save();
  await lastReport(source.run);
  const history = source.run.history.upTo(steps);
  const run = playground.newRun();
  try {
    await run.load(checkpoint, () => undefined, history);
  } catch (error) {
    run.close();
    throw error;
  }
  const settings = playground.$settings.get();
  playground.crew?.fork(source.id, id);
  playground.setArms(
    [...playground.arms, { id, run }],
    new Map([...settings, [id, settings.get(source.id)!]]),
  );
  const text = words().forked(source.id, formatCount(steps));
  playground.$changes.setKey(id, [{ key: '', text }]);
  await playground.setWatching(playground.$watching.get());
}

export function removeArm(playground: Playground, arm: Arm): Promise<void> {
  return playground.inTurn(async () => {
    if (!canRemove(playground, arm)) return;
    const settings = new Map(playground.$settings.get());
    settings.delete(arm.id);
    playground.setArms(playground.arms.slice(0, -1), settings);
    playground.$changes.setKey(arm.id, undefined);
    arm.run.close();
    await Promise.resolve();
  });
}

/** A run says that it has paused with the last of its reports. */
function lastReport(run: Run): Promise<void> {
  return new Promise((resolve) => {
    const stop = run.$view.subscribe(({ phase, activity }) => {
      if (phase === 'ready' && activity === 'training') return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
