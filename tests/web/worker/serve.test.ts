import { describe, expect, test, vi } from 'vitest';
import type { FromWorker } from '../../../web/src/protocol/commands';
import type { Core } from '../../../web/src/core/core';
import { runArguments } from '../../../web/src/protocol/run-requests';
import { type Post, type Scheduler, serve } from '../../../web/src/worker/serve';
import { Trainer } from '../../../web/src/worker/trainer';
import { FakeCore } from '../fake-core';

const train = (core: Core, post: Post, scheduler: Scheduler) => new Trainer(core, post, scheduler);

async function started(core = new FakeCore()) {
  const sent: FromWorker[] = [];
  const scope = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (message: FromWorker) => void sent.push(message),
    close: vi.fn(),
  };
  await serve(Promise.resolve(core), runArguments, train, scope);
  const tell = (data: unknown) => scope.onmessage!({ data } as MessageEvent);
  const call = (id: number, name: string, ...args: unknown[]) =>
    tell({ type: 'call', id, name, args });
  return { core, sent, scope, tell, call };
}

describe('serve', () => {
  test('says when it is ready, then answers what was asked before', async () => {
    const sent: FromWorker[] = [];
    const scope = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (message: FromWorker) => void sent.push(message),
      close: vi.fn(),
    };
    const serving = serve(Promise.resolve(new FakeCore()), runArguments, train, scope);
    const data = { type: 'call', id: 1, name: 'check', args: ['seed=1'] };
    scope.onmessage!({ data } as MessageEvent);
    await serving;
    expect(sent).toEqual([{ type: 'ready' }, { type: 'reply', id: 1, epoch: 0, value: '' }]);
  });

  test('reports a core that cannot be loaded', async () => {
    const scope = { onmessage: null, postMessage: vi.fn(), close: vi.fn() };
    await serve(Promise.reject(new Error('no such file')), runArguments, train, scope);
    expect(scope.postMessage).toHaveBeenCalledWith({ type: 'fatal', message: 'no such file' }, []);
    expect(scope.close).toHaveBeenCalled();
  });

  test('trains between messages, and pauses', async () => {
    const { core, call, sent } = await started();
    call(1, 'create', 'seed=1');
    call(2, 'pace', { running: true, stepsPerSecond: null, stopAt: null });
    await vi.waitFor(() => expect(core.sessions[0]!.taken).toBeGreaterThan(50));
    call(3, 'pace', { running: false, stepsPerSecond: null, stopAt: null });
    const steps = core.sessions[0]!.taken;
    expect(sent.at(-1)).toEqual({ type: 'reply', id: 3, epoch: 1, value: steps });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(core.sessions[0]!.taken).toBe(steps);
  });

  test.each([
    ['pace', [{ running: true, stepsPerSecond: -1, stopAt: null }], 'stepsPerSecond'],
    ['pace', [{ running: true, stepsPerSecond: null, stopAt: 1.5 }], 'stopAt'],
    ['kick', [2], '0'],
    ['drag', [0], '1'],
    ['drag', [0, NaN], '1'],
    ['drag', [1e7, 0], '0'],
    ['watch', ['fast'], '0'],
    ['create', [5], '0'],
  ])('refuses %s %j and names the argument', async (name, args, part) => {
    const { call, sent, scope } = await started();
    call(9, name, ...args);
    const answer = sent.at(-1)!;
    expect(answer).toMatchObject({ type: 'refusal', id: 9 });
    expect('message' in answer && answer.message).toContain(part);
    expect(scope.close).not.toHaveBeenCalled();
  });

  test('hands on what the core refuses', async () => {
    const { call, sent } = await started();
    call(1, 'create', 'bad=1');
    expect(sent.at(-1)).toMatchObject({ type: 'refusal', message: 'bad: unknown parameter' });
  });

  test.each([null, 7, { type: 'call' }, { type: 'call', id: 1, name: 7, args: [] }])(
    'ends on a message it cannot understand: %j',
    async (data) => {
      const { tell, sent, scope } = await started();
      tell(data);
      expect(sent.at(-1)).toMatchObject({ type: 'fatal' });
      expect(scope.close).toHaveBeenCalled();
    },
  );

  test.each(['eval', 'toString', '__proto__'])('refuses the command %s', async (name) => {
    const { call, sent } = await started();
    call(1, name);
    const message = `${name}: this worker has no such command`;
    expect(sent.at(-1)).toMatchObject({ type: 'refusal', message });
  });

  test('ends when the core crashes, in the loop or in a call', async () => {
    const crash = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    const inLoop = await started();
    inLoop.call(1, 'create', 'seed=1');
    inLoop.core.sessions[0]!.onTrain = crash;
    inLoop.call(2, 'pace', { running: true, stepsPerSecond: null, stopAt: null });
    await vi.waitFor(() => expect(inLoop.scope.close).toHaveBeenCalled());
    expect(inLoop.sent.at(-1)).toEqual({ type: 'fatal', message: 'unreachable' });

    const inCall = await started();
    inCall.call(1, 'create', 'seed=1');
    inCall.core.sessions[0]!.onTrain = crash;
    inCall.call(2, 'step');
    expect(inCall.sent.at(-1)).toEqual({ type: 'fatal', message: 'unreachable' });
  });
});
