import { atom } from 'nanostores';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Playground } from '../../../../web/src/app/experiment/playground';
import { freeze } from '../../../../web/src/app/playground/freeze';
import { RefusedError } from '../../../../web/src/protocol/client';

const lab = vi.hoisted(() => ({ freeze: vi.fn() }));
vi.mock('../../../../web/src/app/laboratory/lab-page', () => lab);

const checkpoint = new ArrayBuffer(8);
const moment = vi.fn<(steps: number) => Promise<ArrayBuffer>>();
const $isShown = atom(true);
const playground = { arms: [{ id: 'A', run: { moment } }], $isShown } as unknown as Playground;
const refuse = vi.fn();
const frozen = (run: 'A' | 'B') => freeze(playground, { run, steps: 699, refuse });

beforeEach(() => {
  vi.clearAllMocks();
  $isShown.set(true);
  moment.mockResolvedValue(checkpoint);
});

test('the lab is about the moment that is asked for', async () => {
  expect(await frozen('A')).toBe(true);
  expect(lab.freeze.mock.calls).toEqual([[{ checkpoint, run: 'A', steps: 699 }]]);
  expect(await frozen('B')).toBe(false);
  expect(refuse).not.toHaveBeenCalled();
});

test('a moment that is refused is told of, and the lab stays what it was', async () => {
  moment.mockRejectedValue(new RefusedError('steps: no moment is kept'));
  expect(await frozen('A')).toBe(false);
  expect(refuse.mock.calls).toEqual([['steps: no moment is kept']]);
  expect(lab.freeze).not.toHaveBeenCalled();
});

test('a reader who has gone elsewhere meanwhile is left there', async () => {
  const coming = frozen('A');
  $isShown.set(false);
  expect(await coming).toBe(false);
  expect(lab.freeze).not.toHaveBeenCalled();
});
