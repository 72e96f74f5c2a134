import { atom } from 'nanostores';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../../web/src/app/experiment/playground';
import { freezeReturns } from '../../../../web/src/app/playground/freeze';

const page = vi.hoisted(() => ({ showRuns: vi.fn() }));
vi.mock('../../../../web/src/app/bootstrap/bootstrap-page', () => page);

const [early, now] = [new ArrayBuffer(4), new ArrayBuffer(8)];
const run = {
  save: vi.fn(() => Promise.resolve({ steps: 900, checkpoint: now })),
  moments: vi.fn(() => Promise.resolve([{ steps: 250 }, { steps: 500 }])),
  moment: vi.fn(() => Promise.resolve(early)),
};
const $isShown = atom(true);
const playground = { arms: [{ id: 'A', run }], $isShown } as unknown as Playground;
const refuse = vi.fn();
const look = () => freezeReturns(playground, { run: 'A', refuse });
const shown = () => page.showRuns.mock.calls as [{ checkpoints: ArrayBuffer[] }][];

beforeEach(() => {
  vi.clearAllMocks();
  $isShown.set(true);
});

test('the laboratory is about the run as it was early and as it is now', async () => {
  expect(await look()).toBe(true);
  expect(run.moment.mock.calls).toEqual([[250]]);
  expect(page.showRuns.mock.calls).toEqual([
    [{ name: 'Run A of the playground', checkpoints: [early, now] }],
  ]);
});

test('a run that has just begun is shown as it is', async () => {
  run.moments.mockResolvedValueOnce([{ steps: 900 }]);
  expect(await look()).toBe(true);
  expect(shown()[0]![0].checkpoints).toEqual([now]);
});

test('what is refused is told of, and who has gone elsewhere is left there', async () => {
  run.save.mockRejectedValueOnce(new Error('there is no run yet'));
  expect(await look()).toBe(false);
  expect(refuse.mock.calls).toEqual([['there is no run yet']]);
  $isShown.set(false);
  expect(await look()).toBe(false);
  expect(page.showRuns).not.toHaveBeenCalled();
});
