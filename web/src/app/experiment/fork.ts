import { formatCount } from '../text/format';
import type { Playground } from './playground';
import { ARM_IDS } from '../settings/arms';
import { type Run } from './run';
import { runStrings as words } from '../text/en/fork';

export function canFork({ runs }: Playground): boolean {
  return runs.length < ARM_IDS.length;
}

/** Only the last one, so that letters stay what they are. */
export function canRemove({ runs }: Playground, run: Run): boolean {
  return runs.length > 1 && run === runs.at(-1);
}

/** Pauses, and adds a run that goes on from where `source` is, with what it has reported. */
export async function forkRun(playground: Playground, source: Run): Promise<Run> {
  const id = ARM_IDS[playground.runs.length]!;
  playground.pause();
  const { checkpoint, steps } = await source.save();
  await lastReport(source);
  const history = source.history.upTo(steps);
  const run = playground.newRun(id);
  try {
    await run.load(checkpoint, () => undefined);
  } catch (error) {
    run.close();
    throw error;
  }
  run.history = history;
  const settings = playground.$settings.get();
  playground.setRuns(
    [...playground.runs, run],
    new Map([...settings, [id, settings.get(source.id)!]]),
  );
  const text = words().forked(source.id, formatCount(steps));
  playground.$changes.setKey(id, [{ key: '', text }]);
  await playground.setWatching(playground.$watching.get());
  return run;
}

export function removeRun(playground: Playground, run: Run): void {
  const settings = new Map(playground.$settings.get());
  settings.delete(run.id);
  playground.setRuns(
    playground.runs.filter((other) => other !== run),
    settings,
  );
  playground.$changes.setKey(run.id, undefined);
  run.close();
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
