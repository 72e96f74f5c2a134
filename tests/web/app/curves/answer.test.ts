import { expect, test } from 'vitest';
import { answerOf } from '../../../../web/src/app/curves/answer';
import { DeadWorkerError, RefusedError } from '../../../../web/src/protocol/client';

test('is what was said, or the reason that a worker gave', async () => {
  expect(await answerOf(Promise.resolve(3))).toEqual({ value: 3, reason: '' });
  for (const error of [new RefusedError('scores: 1e101 is outside'), new DeadWorkerError('gone')]) {
    expect(await answerOf(Promise.reject(error))).toEqual({ reason: error.message });
  }
});

test('is no cover for other errors', async () => {
  await expect(answerOf(Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake');
});
