import { expect, test } from 'vitest';
import { DeadWorkerError, RefusedError } from '../../../../web/src/protocol/client';
import type { TableCommands } from '../../../../web/src/protocol/table-commands';
import { dispatch } from '../../../../web/src/protocol/requests';
import { tableArguments } from '../../../../web/src/protocol/table-requests';
import { ExactWatch } from '../../../../web/src/app/views/exact-values';

const question = { config: 'a', policy: Float32Array.of(0.5, 0.5), alpha: 0 };

function solver(answer: () => Float64Array) {
  const asked: unknown[][] = [];
  const call = (name: string, ...args: unknown[]) => {
    asked.push([name, ...args]);
    return new Promise<Float64Array>((resolve) => resolve(answer()));
  };
  return { asked, watch: new ExactWatch(() => ({ call }) as never) };
}

test('a policy that has not changed is not asked about again', async () => {
  const { asked, watch } = solver(() => Float64Array.of(1, 2, 3, 4));
  const values = await watch.of(question);
  expect(values).toEqual({ policy: Float32Array.of(1, 3), best: Float32Array.of(2, 4) });
  expect(await watch.of({ ...question, policy: Float32Array.of(0.5, 0.5) })).toBe(values);
  expect(asked).toEqual([['values', 'a', Float64Array.of(0.5, 0.5), 0]]);
  await watch.of({ ...question, policy: Float32Array.of(1, 0) });
  await watch.of({ ...question, alpha: 0.1 });
  await watch.of({ ...question, config: 'b' });
  expect(asked).toHaveLength(4);
  expect(watch.known).not.toBeNull();
});

test('where the core has no answer there are no values; other errors are heard of', async () => {
  for (const error of [new RefusedError('environment: no'), new DeadWorkerError('closed')]) {
    const { watch } = solver(() => {
      throw error;
    });
    expect(await watch.of(question)).toBeNull();
    expect(watch.known).toBeNull();
  }
  const { watch } = solver(() => {
    throw new Error('else');
  });
  await expect(watch.of(question)).rejects.toThrow('else');
});

test('the worker is asked with numbers only', () => {
  const handlers = { values: (...args: TableCommands['values']['args']) => args[1] };
  const ask = (...args: unknown[]) => dispatch(handlers, tableArguments, 'values', args);
  expect(ask('', Float64Array.of(1), 0)).toHaveLength(1);
  for (const bad of [
    ['', [1], 0],
    ['', Float64Array.of(1), -1],
    [1, Float64Array.of(1), 0],
  ]) {
    expect(() => ask(...bad)).toThrow();
  }
});
