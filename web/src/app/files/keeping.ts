import { atom } from 'nanostores';
import { DeadWorkerError } from '../../protocol/client';
import type { Playground } from '../experiment/playground';
import type { Run, RunView } from '../experiment/run';
import { fileStrings } from '../text/en/files';
import { loadRun } from './load-run';
import { setMark } from './mark';
import { QuotaError, type Shelf } from './shelf';

const words = () => fileStrings().offer;

/** Whether runs are kept in this browser, and why not. */
export type Keeping = 'starting' | 'asking' | 'on' | 'unavailable' | 'full' | 'large' | 'elsewhere';

export const $keeping = atom<Keeping>('starting');

/** Milliseconds between two times that a training run is kept. */
const EVERY = 10_000;
/** Of one run, so that all of them stay far from what browsers allow. */
const MOST_BYTES = 32 * 2 ** 20;

/** Keeps the runs while they train and when they pause, one checkpoint each, until stopped. */
export function keepRuns(playground: Playground, shelf: Shelf): () => void {
  const kept = new Map<Run, number>();
  const busy = new Set<Run>();
  let isOver = false;
  const keep = async (run: Run) => {
    const { phase, activity, steps } = run.$view.get();
    const isWorthIt = phase === 'ready' && activity !== 'diverged' && steps > 0;
    if (isOver || !isWorthIt || busy.has(run) || kept.get(run) === steps) return;
    busy.add(run);
    try {
      const { steps: at, checkpoint } = await run.save();
      if (checkpoint.byteLength > MOST_BYTES) {
        $keeping.set('large');
        return;
      }
      const { algorithm, environment } = playground.resolved(run.id);
      const about = `${algorithm.title}, ${environment.title}`;
      await shelf.put({ run: run.id, about, steps: at, time: Date.now(), checkpoint });
      setMark(true);
      kept.set(run, at);
      $keeping.set('on');
    } catch (error) {
      if (error instanceof DeadWorkerError) return;
      stop(error instanceof QuotaError ? 'full' : 'unavailable');
    } finally {
      busy.delete(run);
    }
  };
  const ends = new Map<Run, () => void>();
  const watch = (runs: readonly Run[]) => {
    for (const run of runs.filter((each) => !ends.has(each))) {
      const end = run.$view.listen((view, before) => notice(run, view, before));
      ends.set(run, end);
    }
  };
  /** Goes on from what was kept of a run whose worker has ended. */
  const revive = async (run: Run, reason: string) => {
    const last = (await shelf.all()).find((candidate) => candidate.run === run.id);
    if (!last) return;
    const history = run.history.upTo(last.steps);
    await loadRun(playground, run, last.checkpoint, words().revived(reason));
    run.history = history;
  };
  const notice = (run: Run, view: RunView, before: RunView | undefined) => {
    const hasStartedOver = before !== undefined && view.steps < before.steps;
    const isKept = kept.get(run) !== undefined && playground.runs.includes(run);
    if (hasStartedOver) kept.delete(run);
    else if (view.phase === 'dead' && isKept) {
      kept.delete(run); // tried once
      revive(run, view.message).catch(() => undefined);
    } else if (before?.activity === 'training' && view.activity !== 'training') void keep(run);
  };
  const timer = setInterval(() => {
    for (const run of playground.runs) if (run.$view.get().activity === 'training') void keep(run);
  }, EVERY);
  const stop = (state: Keeping) => {
    isOver = true;
    clearInterval(timer);
    endWatch();
    for (const end of ends.values()) end();
    $keeping.set(state);
  };
  const endWatch = playground.$runs.subscribe(watch);
  $keeping.set('on');
  for (const run of playground.runs) void keep(run);
  return () => stop('starting');
}
