import { expect, test } from 'vitest';
import { LabWorker } from '../../../../web/src/app/laboratory/lab-client';
import { Client, DeadWorkerError, type TransportEvents } from '../../../../web/src/protocol/client';
import type { LabCommands } from '../../../../web/src/protocol/lab-commands';

test('a dead worker of the lab is told of, and another answers the next call', async () => {
  const workers: TransportEvents[] = [];
  const sent: number[] = [];
  const deaths: string[] = [];
  const worker = new LabWorker(
    (events) =>
      new Client<LabCommands>((listener) => {
        const number = workers.push(listener);
        return { send: () => sent.push(number), close: () => undefined };
      }, events),
    (reason) => deaths.push(reason),
  );
  const lost = worker.call('catalog');
  workers[0]!.failure('out of memory');
  await expect(lost).rejects.toThrow(DeadWorkerError);
  expect([deaths, sent]).toEqual([['out of memory'], [1]]);

  const answer = worker.call('catalog');
  workers[1]!.message({ type: 'reply', id: 1, epoch: 0, value: '{}' });
  expect([await answer, sent]).toEqual(['{}', [1, 2]]);
});
