import { DeadWorkerError } from '../../protocol/client';
import type { Playground } from '../experiment/playground';
import type { Arm } from '../experiment/arm';
import type { History } from '../experiment/history';
import type { RunView } from '../experiment/run';
import { fileStrings } from '../text/en/files';
import { $keeping, keeper, type Keeping } from './keeper';
import { loadRun } from './load-run';
import { setMark } from './mark';
import { QuotaError, type Shelf } from './shelf';

const words = () => fileStrings().offer;

/** Milliseconds between two times that a training run is kept. */
const EVERY = 10_000;
/** Of one run, so that all of them stay far from what browsers allow. */
const MOST_BYTES = 32 * 2 ** 20;

/** Keeps the runs while they train and when they pause, one checkpoint each, until stopped. */
export function keepRuns(playground: Playground, shelf: Shelf): () => void {
  const kept = new Map<Arm, number>();
  const busy = new Set<Arm>();
  /** what runs are too large, by what they have reported: that is another's once they are */
  const tooLarge = new WeakSet<History>();
  let isOver = false;
  const keep = async (arm: Arm) => {
    const { id, run } = arm;
    const { phase, activity, steps } = run.$view.get();
    const isWorthIt = phase === 'ready' && activity !== 'diverged' && steps > 0;
    const isDone = kept.get(arm) === steps || tooLarge.has(run.history);
    if (isOver || !isWorthIt || isDone || busy.has(arm)) return;
    busy.add(arm);
    try {
      const { history } = run;
      const { steps: at, checkpoint } = await run.save();
      if (checkpoint.byteLength > MOST_BYTES) {
        tooLarge.add(history);
        $keeping.set('large');
        return;
      }
      const { algorithm, environment } = playground.resolved(id);
      const about = `${algorithm.title}, ${environment.title}`;
      await shelf.put({ run: id, about, steps: at, time: Date.now(), checkpoint });
      setMark(true);
      kept.set(arm, at);
      if (!playground.runs.some(({ history }) => tooLarge.has(history))) $keeping.set('on');
    } catch (error) {
      if (error instanceof DeadWorkerError) return;
      stop(error instanceof QuotaError ? 'full' : 'unavailable');
    } finally {
      busy.delete(arm);
    }
  };
  const ends = new Map<Arm, () => void>();
  const watch = (arms: readonly Arm[]) => {
    for (const arm of arms.filter((each) => !ends.has(each))) {
      const end = arm.run.$view.listen((view, before) => notice(arm, view, before));
      ends.set(arm, end);
    }
  };
  /** Goes on from what was kept of an arm whose worker has ended. */
  const revive = async (arm: Arm, reason: string) => {
    const last = (await shelf.all()).find((candidate) => candidate.run === arm.id);
    if (!last) return;
    const history = arm.run.history.upTo(last.steps);
    await loadRun(playground, arm, last.checkpoint, words().revived(reason), history);
  };
  const notice = (arm: Arm, view: RunView, before: RunView | undefined) => {
    const hasStartedOver = before !== undefined && view.steps < before.steps;
    const isKept = kept.get(arm) !== undefined && playground.arms.includes(arm);
    if (hasStartedOver) kept.delete(arm);
    else if (view.phase === 'dead' && isKept) {
      kept.delete(arm); // tried once
      revive(arm, view.message).catch(() => undefined);
    } else if (before?.activity === 'training' && view.activity !== 'training') void keep(arm);
  };
  const timer = setInterval(() => {
    for (const arm of playground.arms) {
      if (arm.run.$view.get().activity === 'training') void keep(arm);
    }
  }, EVERY);
  keeper.now = async () => {
    await Promise.all(playground.arms.map(keep));
  };
  const stop = (state: Keeping) => {
    isOver = true;
    clearInterval(timer);
    endWatch();
    for (const end of ends.values()) end();
    $keeping.set(state);
  };
  const endWatch = playground.$arms.subscribe(watch);
  $keeping.set('on');
  for (const arm of playground.arms) void keep(arm);
  return () => stop('starting');
}
