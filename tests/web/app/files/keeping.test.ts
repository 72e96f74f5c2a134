import { atom, type WritableAtom } from 'nanostores';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { $keeping, keeper } from '../../../../web/src/app/files/keeper';
import { keepRuns } from '../../../../web/src/app/files/keeping';
import { refusalOf } from '../../../../web/src/app/files/load-run';
import { type KeptRun, QuotaError, type Shelf } from '../../../../web/src/app/files/shelf';
import { jsonOf } from '../../../../web/src/app/figure/export';
import type { Playground } from '../../../../web/src/app/experiment/playground';
import type { RunView } from '../../../../web/src/app/experiment/run';
import { DeadWorkerError, RefusedError } from '../../../../web/src/protocol/client';
import type { Saved } from '../../../../web/src/protocol/run-commands';

type View = Pick<RunView, 'phase' | 'activity' | 'steps'>;

let $view: WritableAtom<View>;
let saved: number;
let run: { $view: WritableAtom<View>; save: () => Promise<Saved>; history: object };
let bytes: number;
let failure: Error | undefined;
let shelf: Shelf & { runs: Map<string, KeptRun> };
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { setItem: () => undefined });
  $view = atom<View>({ phase: 'ready', activity: 'paused', steps: 0 });
  [saved, bytes, failure] = [0, 8, undefined];
  const runs = new Map<string, KeptRun>();
  shelf = {
    runs,
    all: () => Promise.resolve([...runs.values()]),
    put: (kept) => {
      if (failure) return Promise.reject(failure);
      runs.set(kept.run, kept);
      return Promise.resolve();
    },
    clear: () => {
      runs.clear();
      return Promise.resolve();
    },
  };
  const save = () => {
    saved += 1;
    const { steps } = $view.get();
    return Promise.resolve({ steps, config: '', checkpoint: new ArrayBuffer(bytes) });
  };
  run = { $view, save, history: {} };
  const arms = [{ id: 'A', run }];
  const playground = {
    arms,
    $arms: atom(arms),
    runs: [run],
    resolved: () => ({ algorithm: { title: 'SAC' }, environment: { title: 'Pendulum' } }),
  };
  stop = keepRuns(playground as unknown as Playground, shelf);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const show = (activity: RunView['activity'], steps: number) =>
  $view.set({ phase: 'ready', activity, steps });
const wait = (seconds: number) => vi.advanceTimersByTimeAsync(1000 * seconds);

describe('runs are kept', () => {
  test('every ten seconds while they train, in one place each', async () => {
    await wait(30);
    expect(saved).toBe(0);
    show('training', 10);
    await wait(10);
    expect(shelf.runs.get('A')).toMatchObject({ steps: 10, about: 'SAC, Pendulum' });
    show('training', 500);
    await wait(10);
    expect([saved, shelf.runs.size, shelf.runs.get('A')!.steps]).toEqual([2, 1, 500]);
    expect($keeping.get()).toBe('on');
  });

  test('when they pause, and then not again', async () => {
    show('training', 10);
    show('paused', 20);
    await wait(0);
    expect(shelf.runs.get('A')!.steps).toBe(20);
    await wait(60);
    expect(saved).toBe(1);
  });

  test('not after they have diverged: the last good one stays', async () => {
    show('training', 10);
    await wait(10);
    show('diverged', 40);
    await wait(20);
    expect(shelf.runs.get('A')!.steps).toBe(10);
  });

  test.each<[Error, string]>([
    [new QuotaError('no room'), 'full'],
    [new Error('closed'), 'unavailable'],
  ])('until there is %s, which is said', async (error, state) => {
    failure = error;
    show('training', 10);
    await wait(10);
    expect($keeping.get()).toBe(state);
    failure = undefined;
    show('training', 20);
    await wait(60);
    expect([saved, shelf.runs.size]).toEqual([1, 0]);
  });

  test('unless they are too large, which is found out once for each run', async () => {
    bytes = 33 * 2 ** 20;
    show('training', 10);
    await wait(10);
    expect([$keeping.get(), shelf.runs.size]).toEqual(['large', 0]);
    show('training', 500);
    await wait(60);
    show('paused', 600);
    await wait(60);
    expect([$keeping.get(), saved]).toEqual(['large', 1]);

    run.history = {};
    bytes = 8;
    show('training', 20);
    await wait(10);
    expect([$keeping.get(), saved, shelf.runs.size]).toEqual(['on', 2, 1]);
  });

  test('at once when asked to', async () => {
    show('training', 10);
    await keeper.now();
    expect(shelf.runs.get('A')!.steps).toBe(10);
  });
});

describe('a refusal', () => {
  test.each<[Error, string]>([
    [new RefusedError('checkpoint: the file is damaged'), 'the file is damaged.'],
    [
      new RefusedError('sac.tau: 2 is outside [0, 1]\nsac.x: unknown parameter'),
      'its settings are not valid here (sac.tau: 2 is outside [0, 1]; sac.x: unknown parameter).',
    ],
    [new RefusedError('bad_alloc'), 'bad_alloc.'],
    [new DeadWorkerError('out of memory'), 'out of memory.'],
  ])('%s is a sentence', (error, sentence) => expect(refusalOf(error)).toBe(sentence));
});

test('JSON has the rows under their columns, and what they are of', () => {
  const text = jsonOf(
    [
      ['run', 'return'],
      ['A', 1.5],
      ['B', NaN],
    ],
    { about: 'seed=1' },
  );
  expect(JSON.parse(text)).toEqual({
    about: 'seed=1',
    columns: ['run', 'return'],
    rows: [
      ['A', 1.5],
      ['B', null],
    ],
  });
});
