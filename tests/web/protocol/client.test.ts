import { describe, expect, test, vi } from 'vitest';
import {
  Client,
  DeadWorkerError,
  RefusedError,
  type TransportEvents,
} from '../../../web/src/protocol/client';
import type { FromWorker, ToWorker } from '../../../web/src/protocol/commands';
import type { RunCommands } from '../../../web/src/protocol/run-commands';
import { pack, status } from '../pack';

function connect() {
  const sent: ToWorker[] = [];
  const frame = vi.fn();
  const death = vi.fn();
  const close = vi.fn();
  let events!: TransportEvents;
  const client = new Client<RunCommands>(
    (listener) => {
      events = listener;
      return { send: (message) => sent.push(message), close };
    },
    { frame, death },
  );
  const say = (message: FromWorker) => events.message(message);
  return { client, sent, frame, death, close, say, events };
}

function frameMessage(epoch: number, steps: number): FromWorker {
  const words = pack([status(steps)]);
  const buffer = words.buffer as ArrayBuffer;
  return { type: 'frame', epoch, buffer, words: words.length, activity: 'paused', status: '' };
}

describe('Client', () => {
  test('matches replies to calls by id, in any order', async () => {
    const { client, sent, say } = connect();
    const check = client.call('check', 'seed=1');
    const step = client.call('step');
    expect(sent).toEqual([
      { type: 'call', id: 1, name: 'check', args: ['seed=1'] },
      { type: 'call', id: 2, name: 'step', args: [] },
    ]);
    say({ type: 'reply', id: 2, epoch: 0, value: 5 });
    say({ type: 'reply', id: 1, epoch: 0, value: '' });
    say({ type: 'reply', id: 1, epoch: 0, value: 'again' });
    say({ type: 'reply', id: 77, epoch: 0, value: 'nobody asked' });
    await expect(check).resolves.toBe('');
    await expect(step).resolves.toBe(5);
  });

  test('a refusal rejects one call and nothing else', async () => {
    const { client, say } = connect();
    const tune = client.call('tune', 'sac.tau=2');
    say({ type: 'refusal', id: 1, epoch: 0, message: 'sac.tau: 2 is outside [0, 1]' });
    await expect(tune).rejects.toThrow(RefusedError);
    const step = client.call('step');
    say({ type: 'reply', id: 2, epoch: 0, value: 1 });
    await expect(step).resolves.toBe(1);
  });

  test('hands over a frame buffer, and gives it back when told to', () => {
    const { client, sent, frame, say } = connect();
    say({ type: 'ready' });
    expect(sent.filter(({ type }) => type === 'buffer')).toHaveLength(1);
    say(frameMessage(0, 12));
    expect(frame).toHaveBeenCalledOnce();
    expect(frame.mock.calls[0]![0]).toMatchObject({ status: { steps: 12 } });
    expect(sent).toHaveLength(1);
    client.releaseFrame();
    client.releaseFrame();
    expect(sent).toHaveLength(2);
  });

  test('drops what belongs to a replaced run, but not its buffer', async () => {
    const { client, sent, frame, say } = connect();
    const create = client.call('create', 'seed=2');
    say({ type: 'reply', id: 1, epoch: 1, value: 'seed=2' });
    await create;
    say(frameMessage(0, 500));
    expect(frame).not.toHaveBeenCalled();
    expect(sent.at(-1)).toMatchObject({ type: 'buffer' });
    say(frameMessage(1, 0));
    expect(frame).toHaveBeenCalledOnce();
  });

  test('a refused new run leaves the old one current', async () => {
    const { client, frame, say } = connect();
    const create = client.call('create', 'seed=x');
    say({ type: 'refusal', id: 1, epoch: 0, message: 'seed: "x" is not a whole number' });
    await expect(create).rejects.toThrow('seed');
    say(frameMessage(0, 7));
    expect(frame).toHaveBeenCalledOnce();
  });

  test('an exception of a listener is not the death of the worker', async () => {
    const { client, sent, frame, death, say } = connect();
    frame.mockImplementationOnce(() => {
      throw new RangeError('of the page');
    });
    expect(() => say(frameMessage(0, 1))).toThrow('of the page');
    expect(death).not.toHaveBeenCalled();
    client.releaseFrame();
    expect(sent).toHaveLength(1);
    say(frameMessage(0, 2));
    expect(frame).toHaveBeenCalledTimes(2);
    const step = client.call('step');
    say({ type: 'reply', id: 1, epoch: 0, value: 3 });
    await expect(step).resolves.toBe(3);
  });

  test.each<[string, (connection: ReturnType<typeof connect>) => void]>([
    ['reports a crash', ({ say }) => say({ type: 'fatal', message: 'unreachable' })],
    ['fails to load', ({ events }) => events.failure('not found')],
    ['sends nonsense', ({ events }) => events.message({ type: 'reply', id: 'one' })],
    [
      'sends a damaged frame',
      ({ events }) =>
        events.message({ ...frameMessage(0, 1), buffer: new ArrayBuffer(64), words: 16 }),
    ],
  ])('dies once if the worker %s, and rejects what is unanswered', async (_name, happen) => {
    const connection = connect();
    const { client, death, close, sent } = connection;
    const calls = [client.call('save'), client.call('digest')];
    expect(client.isDead).toBe(false);
    happen(connection);
    happen(connection);
    for (const call of calls) await expect(call).rejects.toThrow(DeadWorkerError);
    await expect(client.call('step')).rejects.toThrow(DeadWorkerError);
    expect(client.isDead).toBe(true);
    client.releaseFrame();
    expect(death).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
    expect(sent).toHaveLength(2);
  });
});
