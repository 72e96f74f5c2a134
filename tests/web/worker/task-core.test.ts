import { describe, expect, test, vi } from 'vitest';
import type { FromWorker } from '../../../web/src/protocol/commands';
import { runArguments } from '../../../web/src/protocol/run-requests';
import { FurtherCore, type Knowing } from '../../../web/src/worker/further-core';
import { serve } from '../../../web/src/worker/serve';
import { TaskCore, textOf } from '../../../web/src/worker/task-core';
import { Trainer } from '../../../web/src/worker/trainer';
import { FakeCore } from '../fake-core';

type FetchRobots = (tell: (bytes: number) => void) => Promise<FakeCore>;
const ABOUT = 'preset=half-cheetah-sac&seed=1';

const never = () => Promise.reject(new Error('not asked for'));

async function started(robots: FetchRobots, formulas: () => Promise<FakeCore> = never) {
  const own = new FakeCore();
  const sent: FromWorker[] = [];
  const scope = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (message: FromWorker) => void sent.push(message),
    close: vi.fn(),
  };
  const tell = (bytes: number) => scope.postMessage({ type: 'fetched', bytes });
  const fetchCore = (needed: Knowing) => (needed === 'MuJoCo' ? robots(tell) : formulas());
  const core = new TaskCore(own, (known) =>
    Promise.resolve(new FurtherCore(known, { fetchCore, textOf })),
  );
  await serve(Promise.resolve(core), runArguments, (...parts) => new Trainer(...parts), scope);
  let id = 0;
  const call = (name: string, ...args: unknown[]) => {
    id += 1;
    scope.onmessage!({ data: { type: 'call', id, name, args } } as MessageEvent);
  };
  return { own, sent, call };
}

describe('a worker whose run is about a robot', () => {
  test('fetches what the robot needs once, says how far it is, and answers in turn', async () => {
    const robots = new FakeCore();
    const fetchRobots = vi.fn(async (tell: (bytes: number) => void) => {
      tell(5);
      await new Promise((resolve) => setTimeout(resolve));
      return robots;
    });
    const { own, sent, call } = await started(fetchRobots);
    call('check', 'seed=1');
    call('check', ABOUT);
    call('create', ABOUT);
    call('step');
    await vi.waitFor(() => expect(sent).toHaveLength(6));
    expect(sent.slice(1)).toEqual([
      { type: 'reply', id: 1, epoch: 0, value: '' },
      { type: 'fetched', bytes: 5 },
      { type: 'reply', id: 2, epoch: 0, value: '' },
      { type: 'reply', id: 3, epoch: 1, value: ABOUT },
      { type: 'reply', id: 4, epoch: 1, value: 1 },
    ]);
    expect(fetchRobots).toHaveBeenCalledTimes(1);
    expect(robots.sessions).toHaveLength(1);
    expect(own.sessions).toHaveLength(0);
  });

  test('goes on from a checkpoint of one', async () => {
    const robots = new FakeCore();
    const { sent, call } = await started(() => Promise.resolve(robots));
    const checkpoint = new Uint8Array([0, 0, 0, 9, ...new TextEncoder().encode(ABOUT)]);
    call('load', checkpoint.buffer);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ type: 'reply', id: 1, value: { steps: 9 } });
    expect(robots.sessions).toHaveLength(1);
  });

  test('says why it cannot be, leaves the run that there is, and tries again', async () => {
    const robots = new FakeCore();
    const fetchRobots = vi
      .fn<FetchRobots>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce(robots);
    const { own, sent, call } = await started(fetchRobots);
    call('create', 'seed=1');
    call('check', ABOUT);
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    const reason = 'environment: MuJoCo did not start: offline';
    expect(sent[2]).toEqual({ type: 'reply', id: 2, epoch: 1, value: reason });
    call('create', ABOUT);
    await vi.waitFor(() => expect(sent).toHaveLength(4));
    expect(sent[3]).toEqual({ type: 'refusal', id: 3, epoch: 1, message: reason });
    expect(own.sessions[0]!.isDeleted).toBe(false);
    call('create', ABOUT);
    await vi.waitFor(() => expect(sent).toHaveLength(5));
    expect(sent[4]).toEqual({ type: 'reply', id: 4, epoch: 2, value: ABOUT });
  });
});

describe('a worker whose run is about formulas', () => {
  const TASK = 'environment=formula&algorithm=sac&seed=1';

  test('fetches what computes them, and no simulator', async () => {
    const formulas = new FakeCore();
    const { own, sent, call } = await started(never, () => Promise.resolve(formulas));
    call('create', TASK);
    call('check', 'seed=1');
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.slice(1)).toEqual([
      { type: 'reply', id: 1, epoch: 1, value: TASK },
      { type: 'reply', id: 2, epoch: 1, value: '' },
    ]);
    expect(formulas.sessions).toHaveLength(1);
    expect(own.sessions).toHaveLength(0);
  });

  test('fetches it for a written reward, and for one of a robot the simulator', async () => {
    const [formulas, robots] = [new FakeCore(), new FakeCore()];
    const cores = [() => Promise.resolve(robots), () => Promise.resolve(formulas)] as const;
    const { own, sent, call } = await started(...cores);
    call('create', 'preset=pendulum-sac&reward=reward+10');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect([own, formulas, robots].map(({ sessions }) => sessions.length)).toEqual([0, 1, 0]);
    call('create', `${ABOUT}&reward=2`);
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect([own, formulas, robots].map(({ sessions }) => sessions.length)).toEqual([0, 1, 1]);
  });

  test('says why it cannot be', async () => {
    const { sent, call } = await started(never);
    call('create', TASK);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    const reason = 'environment: formulas did not start: not asked for';
    expect(sent[1]).toEqual({ type: 'refusal', id: 1, epoch: 0, message: reason });
  });
});

describe('a worker that has heard of a task of the site', () => {
  const URL = 'https://example.org/glider.js';
  const TASK = 'environment=glider&algorithm=sac&seed=1';

  async function told(fetchTask: (needed: Knowing) => Promise<FakeCore>) {
    const own = new FakeCore();
    const core = new TaskCore(own, (known) =>
      Promise.resolve(new FurtherCore(known, { fetchCore: fetchTask, textOf })),
    );
    await core.prepare([{ type: 'task', id: 'glider', url: URL }]);
    return { own, core };
  }

  test('fetches its module once a run is about it, and another that is not as before', async () => {
    const task = new FakeCore();
    const fetchTask = vi.fn(() => Promise.resolve(task));
    const { own, core } = await told(fetchTask);
    core.open('seed=1');
    expect(fetchTask).not.toHaveBeenCalled();
    await core.prepare([TASK]);
    core.open(TASK);
    await core.prepare([`${TASK}&reward=2`]);
    core.open(`${TASK}&reward=2`);
    expect(fetchTask.mock.calls).toEqual([[URL]]);
    expect([own, task].map(({ sessions }) => sessions.length)).toEqual([1, 2]);
  });

  test('goes on from a checkpoint of it', async () => {
    const task = new FakeCore();
    const { core } = await told(() => Promise.resolve(task));
    const { buffer } = new Uint8Array([0, 0, 0, 9, ...new TextEncoder().encode(TASK)]);
    await core.prepare([buffer]);
    core.resume(buffer);
    expect(task.sessions).toHaveLength(1);
  });

  test('says what is wrong with it, beside its address', async () => {
    const wrong = new Error('environment: step: the reward is not a number');
    const { core } = await told(() => Promise.reject(wrong));
    await core.prepare([TASK]);
    const reason = `environment: ${URL}: step: the reward is not a number`;
    expect(core.check(TASK)).toBe(reason);
    expect(() => core.open(TASK)).toThrow(reason);
    await core.prepare([`task=${URL}`]);
    expect(() => core.catalog(`task=${URL}`)).toThrow(reason);
  });

  test('goes on with what it has where what knows further tasks does not come', async () => {
    const own = new FakeCore();
    const core = new TaskCore(own, () => Promise.reject(new Error('offline')));
    await core.prepare([TASK]);
    await core.prepare([ABOUT]);
    expect(core.check(ABOUT)).toBe('environment: offline');
    expect(() => core.open(ABOUT)).toThrow('environment: offline');
    expect(core.check('seed=1')).toBe('');
  });
});
