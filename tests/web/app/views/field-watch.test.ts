import { expect, test } from 'vitest';
import { FieldWatch } from '../../../../web/src/app/views/field-watch';
import { RefusedError } from '../../../../web/src/protocol/client';
import type { FieldAxes, FieldReply } from '../../../../web/src/protocol/run-commands';
import type { Field } from '../../../../web/src/protocol/field';
import { pack } from '../../pack';

const buffer = pack([
  { id: 7, columns: 11, values: [0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0] },
  { id: 8, columns: 1, values: [7] },
  { id: 9, columns: 1, values: [1] },
  { id: 10, columns: 1, values: [] },
]).buffer as ArrayBuffer;

/** What a source that takes so long is asked for in ten seconds, and what is made of it. */
async function asked(milliseconds: (cells: number) => number, duration = 10_000) {
  const cells: number[] = [];
  const fields: Field[] = [];
  const field = (...axes: FieldAxes): Promise<FieldReply> => {
    cells.push(axes[2]);
    return Promise.resolve({ buffer, milliseconds: milliseconds(axes[2]) });
  };
  const watch = new FieldWatch({ field }, (each) => fields.push(each));
  for (let now = 0; now < duration; now += 16) {
    watch.refresh(now, (count) => [0, 1, count, count]);
    await Promise.resolve();
    await Promise.resolve();
  }
  return { cells, fields };
}

test('a view is asked for at most four times a second', async () => {
  const { cells, fields } = await asked(() => 6);
  expect(cells.length).toBeGreaterThan(30);
  expect(cells.length).toBeLessThanOrEqual(40);
  expect(fields.at(-1)!.values.data[0]).toBe(7);
  expect(new Set(cells)).toEqual(new Set([0]));
});

test('training waits for little of the time, in short pieces', async () => {
  const { cells } = await asked((count) => 90 * ((count || 32) / 32) ** 2);
  expect(cells.slice(0, 3)).toEqual([0, 16, 8]);
  const waited = cells.reduce((sum, count) => sum + 90 * ((count || 32) / 32) ** 2, 0);
  expect(waited).toBeLessThan(0.06 * 10_000);
});

test('cells get small again once there is time', async () => {
  let calls = 0;
  const { cells } = await asked(() => (calls++ === 0 ? 50 : 1));
  expect(cells.slice(0, 3)).toEqual([0, 16, 0]);
});

test('one question at a time, and a run that is starting over is asked again', async () => {
  let answers = 0;
  const source = {
    field: () => (answers++ === 0 ? Promise.reject(new RefusedError('no run')) : never),
  };
  const never = new Promise<FieldReply>(() => undefined);
  const watch = new FieldWatch(source, () => undefined);
  for (let now = 0; now < 5000; now += 16) {
    watch.refresh(now, () => [0, 1, 0, 0]);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(answers).toBe(2);
});
