import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../web/src/protocol/commands';
import type { RunCommands } from '../../../web/src/protocol/run-commands';
import { Client, type TransportEvents } from '../../../web/src/protocol/client';
import { runArguments } from '../../../web/src/protocol/run-requests';
import { serve } from '../../../web/src/worker/serve';
import { Trainer } from '../../../web/src/worker/trainer';
import { FakeCore } from '../fake-core';
import { pack, status } from '../pack';
import { holds } from './holds';

const NAMES =
  'check create pace step tune watch drag kick digest save load policy field moments moment'.split(
    ' ',
  );
const buffer = fc.integer({ min: 0, max: 64 }).map((size) => new ArrayBuffer(size));
const anything = fc.oneof(fc.anything({ maxDepth: 2 }), buffer);
const argument = fc.oneof(
  fc.constantFrom<unknown>(-1, 0, 0.5, 1, 64, 1e7, NaN, null, true, 'seed=1', 'bad=1'),
  fc.record({ running: fc.constant(false), stepsPerSecond: anything, stopAt: anything }),
  anything,
);
const mixed = (type: string, members: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...members });

describe('a worker', () => {
  const call = mixed('call', {
    id: fc.nat(),
    name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, anything),
    args: fc.oneof({ weight: 9, arbitrary: fc.array(argument, { maxLength: 4 }) }, anything),
  });
  const message = fc.oneof({ weight: 6, arbitrary: call }, mixed('buffer', { buffer }), anything);

  test('answers every call once, or says that it ends', () =>
    holds(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
        const sent: FromWorker[] = [];
        const scope = {
          onmessage: null as ((event: MessageEvent) => void) | null,
          postMessage: (answer: FromWorker) => void sent.push(answer),
          close: vi.fn(),
        };
        const core = new FakeCore();
        await serve(
          Promise.resolve(core),
          runArguments,
          (...parts) => new Trainer(...parts),
          scope,
        );
        for (const data of messages) {
          const before = sent.length;
          scope.onmessage!({ data } as MessageEvent);
          const answers = sent.slice(before).filter(({ type }) => type !== 'frame');
          if (answers.some(({ type }) => type === 'fatal')) {
            expect(scope.close).toHaveBeenCalled();
            return;
          }
          const { type, id } = data as { type: string; id: number };
          expect(answers).toHaveLength(type === 'call' ? 1 : 0);
          if (type === 'call') expect(answers[0]).toMatchObject({ id });
        }
      }),
    ));
});

describe('a page', () => {
  const number = fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, anything);
  const frame = fc.constantFrom(pack([status(3)]), pack([])).map((words) => words.buffer);
  const message = fc.oneof(
    mixed('ready', {}),
    mixed('reply', { id: number, epoch: number, value: anything }),
    mixed('refusal', { id: number, epoch: number, message: fc.string() }),
    mixed('frame', {
      epoch: number,
      buffer: fc.oneof(frame, buffer),
      words: fc.oneof(fc.constantFrom(17, 4), number),
      activity: fc.constantFrom('paused', 'training', 'asleep'),
      status: fc.string(),
    }),
    mixed('fatal', { message: fc.string() }),
    anything,
  );

  test('settles every call, whatever a worker sends, once it is closed', () =>
    holds(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
        let line: TransportEvents | undefined;
        const sent: ToWorker[] = [];
        const death = vi.fn();
        const client = new Client<RunCommands>(
          (events) => {
            line = events;
            return { send: (request) => void sent.push(request), close: () => undefined };
          },
          { frame: () => undefined, death },
        );
        const calls = [client.call('step'), client.call('check', 'seed=1'), client.call('digest')];
        for (const data of messages) line!.message(data);
        client.close();
        const settled = await Promise.allSettled(calls);
        for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeTruthy();
        expect(client.isDead).toBe(true);
        expect(death).toHaveBeenCalledTimes(1);
      }),
    ));
});
