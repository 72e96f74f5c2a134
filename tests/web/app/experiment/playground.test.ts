import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AcpModule } from '@acp/module';
import { drag, push } from '../../../../web/src/app/stage/acting';
import { linkOf } from '../../../../web/src/app/experiment/address';
import { change } from '../../../../web/src/app/experiment/change';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import { forkArm } from '../../../../web/src/app/experiment/fork';
import { Playground } from '../../../../web/src/app/experiment/playground';
import type { Run } from '../../../../web/src/app/experiment/run';
import { selectFor } from '../../../../web/src/app/experiment/select';
import { type CoreSession, wrapModule } from '../../../../web/src/core/core';
import type { TransportEvents } from '../../../../web/src/protocol/client';
import { startModule } from '../../live';
import { FairChannel, runOffice } from '../../office';

let acp: AcpModule;
beforeAll(async () => {
  acp = await startModule();
  vi.stubGlobal('MessageChannel', FairChannel);
});

let playground: Playground;
let lines: TransportEvents[];
let open: Set<TransportEvents>;
let sessions: CoreSession[];
let frames: ReturnType<typeof setInterval>;
beforeEach(() => {
  const core = wrapModule(acp);
  sessions = [];
  const workers = runOffice({
    ...core,
    open: (config) => {
      const session = core.open(config);
      sessions.push(session);
      return session;
    },
  });
  ({ lines, open } = workers);
  playground = new Playground(catalog, ['A', 'B'], workers.connect);
  playground.$watching.set(false);
  frames = setInterval(() => playground.runs.forEach((run) => run.refresh(performance.now())), 16);
});
afterEach(() => {
  playground.pause();
  clearInterval(frames);
});

const link = () => linkOf(playground, playground.$claims.get());
const steps = (run: Run) => run.$view.get().steps;
const parameter = (key: string) =>
  playground.resolved('A').parameters.find((candidate) => candidate.key === key)!;
const accepted = new Map();
const notes = (id: 'A' | 'B') => playground.$changes.get()[id]!.map(({ text }) => text);
const runTo = async (step: number) => {
  playground.$stopAt.set(step);
  playground.play();
  await vi.waitFor(() => expect(playground.$playing.get()).toBe(false), 20_000);
  await vi.waitFor(() =>
    playground.runs.forEach((run) => expect(run.$view.get().fingerprint?.steps).toBe(step)),
  );
  return playground.runs.map((run) => run.$view.get().fingerprint!.digest);
};

describe('the playground', () => {
  test('opens the first pair with seed 1, at rest', async () => {
    await playground.start('');
    expect(playground.$phase.get()).toBe('ready');
    const estimator = (id: 'A' | 'B') => playground.resolved(id).values.get('sac.estimator');
    expect([estimator('A'), estimator('B')]).toEqual(['score_function', 'reparameterization']);
    expect(link()).toBe('#v=2&pair=score-function&seed=1');
    expect(playground.runs.map(steps)).toEqual([0, 0]);
  });

  test('opens what a link says, and names what it could not use', async () => {
    await playground.start('#v=1&pair=leave-one-out&seed=x&foo=1');
    expect(playground.resolved('A').values.get('sac.baseline')).toBe('leave_one_out');
    expect(playground.$ignored.get()).toHaveLength(2);
  });

  test('stops where it was told to, and a reset reproduces every bit', async () => {
    await playground.start('');
    const first = await runTo(620);
    expect(playground.runs.map(steps)).toEqual([620, 620]);
    expect(first[0]).not.toBe(first[1]);
    await playground.reset();
    expect(playground.runs.map(steps)).toEqual([0, 0]);
    expect(await runTo(620)).toEqual(first);
    await playground.newSeed();
    expect(link()).toContain('seed=2');
    expect(await runTo(620)).not.toEqual(first);
  });

  test('extends the limit when Play is pressed at its end', async () => {
    await playground.start('');
    await runTo(50);
    playground.play();
    expect(playground.$stopAt.get()).toBe(10_050);
  });

  test('refuses a bad value in words, and changes nothing', async () => {
    await playground.start('');
    await runTo(40);
    const before = playground.$settings.get();
    for (const [key, value, words] of [
      ['sac.tau', '2', 'outside'],
      ['sac.tau', 'abc', '"abc" is not a number'],
      ['sac.tau', '0.1&seed=9', 'is not a number'],
      ['sac.tau', '', 'is not a number'],
      ['sac.batch_size', '1.5', 'whole number'],
    ] as const) {
      const complaints = await change(playground, parameter(key), value, ['A', 'B']);
      expect([...complaints.keys()]).toEqual([key]);
      expect(complaints.get(key)).toContain(words);
    }
    expect(playground.$settings.get()).toBe(before);
    expect(playground.runs.map(steps)).toEqual([40, 40]);
  });

  test('says beside both parameters that one stands in the way of the other', async () => {
    await playground.start('');
    const loo = () => change(playground, parameter('sac.baseline'), 'leave_one_out', ['A']);
    const reason = '1 is outside [2, 64], which baseline “leave-one-out” needs.';
    expect([...(await loo())]).toEqual([
      ['sac.baseline', `Not applied. Change action samples per state first: ${reason}`],
      ['sac.action_samples', `Change this first: ${reason}`],
    ]);
    expect(await change(playground, parameter('sac.action_samples'), '2', ['A'])).toEqual(accepted);
    expect(await loo()).toEqual(accepted);
  });

  test('applies a live parameter at once and any other by starting over', async () => {
    await playground.start('');
    await runTo(40);
    expect(await change(playground, parameter('sac.tau'), '0.02', ['A', 'B'])).toEqual(accepted);
    expect(playground.runs.map(steps)).toEqual([40, 40]);
    expect(notes('A')).toEqual(['target smoothing set to 0.02 at step 40']);
    expect(await change(playground, parameter('sac.batch_size'), '64', ['B'])).toEqual(accepted);
    expect(playground.runs.map(steps)).toEqual([40, 0]);
    expect(playground.resolved('A').values.get('sac.batch_size')).toBe('128');
    expect(playground.resolved('B').values.get('sac.batch_size')).toBe('64');
    expect(notes('B')).toEqual([]);
  });

  test('notes where a slider came to rest, not its way there', async () => {
    await playground.start('');
    await runTo(40);
    const tau = parameter('sac.tau');
    await Promise.all(
      ['0.02', '0.03', '0.04', '4e-2'].map((value) => change(playground, tau, value, ['A', 'B'])),
    );
    expect(notes('A')).toEqual(['target smoothing set to 0.04 at step 40']);
    await change(playground, parameter('sac.gamma'), '0.9', ['A']);
    await change(playground, tau, '0.05', ['A', 'B']);
    expect(notes('A').map((note) => note.split(' set')[0])).toEqual([
      'target smoothing',
      'discount',
      'target smoothing',
    ]);
    expect(notes('B')).toEqual(['target smoothing set to 0.05 at step 40']);
  });

  test('changes environment and algorithm together with what belongs to them', async () => {
    await playground.start('');
    const outcome = await selectFor(playground, { environment: 'cart_pole' }, ['A', 'B']);
    expect(outcome.refusal).toBe('');
    expect(outcome.replaced.map(({ from }) => from.id)).toEqual(['sac', 'sac']);
    expect(playground.resolved('A').environment.id).toBe('cart_pole');
    expect(playground.$pair.get()).toBe('');
    expect(link()).toBe(
      '#v=2&runs=2&environment=cart_pole&algorithm=sac_discrete&seed=1&probe_every=200',
    );
    await runTo(30);
    await playground.choosePair('leave-one-out');
    expect(link()).toBe('#v=2&pair=leave-one-out&seed=1');
  });

  test('explains an algorithm that does not fit, and changes nothing', async () => {
    await playground.start('');
    await selectFor(playground, { environment: 'cart_pole', algorithm: 'a2c' }, ['B']);
    const before = playground.$settings.get();
    const { refusal } = await selectFor(playground, { algorithm: 'sac' }, ['A', 'B']);
    expect(refusal).toContain('continuous');
    expect(playground.$settings.get()).toBe(before);
    expect(playground.resolved('B').algorithm.id).toBe('a2c');
  });

  test('is on a pair again when its runs have the presets, by link or by choice', async () => {
    await playground.start('#v=1&preset=pendulum-sac&preset=pendulum-sac&seed=4');
    expect(playground.$pair.get()).toBe('');
    expect(link()).toBe('#v=2&runs=2&preset=pendulum-sac&seed=4');
    await selectFor(playground, { preset: 'pendulum-sac-leave-one-out' }, ['A']);
    expect(playground.$pair.get()).toBe('leave-one-out');
    expect(link()).toContain('seed=4');
  });

  test('changes a parameter only in the runs that have it', async () => {
    await playground.start('');
    await selectFor(playground, { environment: 'cart_pole', algorithm: 'a2c' }, ['B']);
    expect(playground.having('sac.tau')).toEqual(['A']);
    expect(await change(playground, parameter('sac.tau'), '0.02', ['A', 'B'])).toEqual(accepted);
    expect(playground.resolved('A').values.get('sac.tau')).toBe('0.02');
    expect([...playground.$settings.get().get('B')!.keys()]).not.toContain('sac.tau');
  });

  test('asks each run for its own real time', async () => {
    await playground.start('');
    await selectFor(playground, { environment: 'cart_pole', algorithm: 'a2c' }, ['B']);
    expect(playground.asked('A')).toBeNull();
    playground.setSpeed(2);
    expect(playground.asked('A')).toBeCloseTo(40);
    expect(playground.asked('B')).toBeCloseTo(100);
  });

  test('pushes and drags what the policy acts on', async () => {
    await playground.start('');
    const kicks: number[] = [];
    const drags: number[][] = [];
    sessions[0]!.kick = (strength) => void kicks.push(strength);
    sessions[0]!.drag = (x, y) => void drags.push([x, y]);
    await push(playground.runs[0]!, 'left', playground.resolved('A').environment);
    await push(playground.runs[0]!, 'right', playground.resolved('A').environment);
    await drag(playground.runs[0]!, 0.5, -1);
    expect([kicks, drags]).toEqual([[0.8, -0.8], [[0.5, -1]]]);
    await selectFor(playground, { environment: 'cart_pole', algorithm: 'a2c' }, ['A']);
    sessions.at(-1)!.kick = (strength) => void kicks.push(strength);
    await push(playground.runs[0]!, 'left', playground.resolved('A').environment);
    expect(kicks.at(-1)).toBe(-0.8);
  });

  test('refuses text that would not stay one value', async () => {
    await playground.start('');
    await selectFor(playground, { environment: 'gridworld', algorithm: 'a2c' }, ['A', 'B']);
    const map = parameter('gridworld.map');
    for (const text of ['', 's g', 's&g', 's=g']) {
      const complaints = await change(playground, map, text, ['A', 'B']);
      expect(complaints.get(map.key)).toContain('no spaces');
    }
    expect((await change(playground, map, '...', ['A'])).get(map.key)).not.toBe('');
    expect(await change(playground, map, 's.g', ['A', 'B'])).toEqual(accepted);
    expect(playground.resolved('B').values.get(map.key)).toBe('s.g');
  });

  test('goes on with one run when the other dies, and revives it', async () => {
    await playground.start('');
    playground.setStopAt(null);
    playground.play();
    lines[1]!.failure('out of memory');
    expect(playground.runs[1]!.$view.get()).toMatchObject({
      phase: 'dead',
      message: 'out of memory',
    });
    await vi.waitFor(() => expect(steps(playground.runs[0]!)).toBeGreaterThan(20));
    expect(playground.$playing.get()).toBe(true);
    await playground.restart('B');
    await vi.waitFor(() => expect(steps(playground.runs[1]!)).toBeGreaterThan(20));
  });

  test.each<[string, () => void]>([
    ['died', () => lines[1]!.failure('out of memory')],
    [
      'diverged',
      () => {
        sessions[1]!.train = () => 0;
        sessions[1]!.status = () => 'Diverged: a weight is not finite';
      },
    ],
  ])('plays on with one run at the end of its limit after the other %s', async (end, happen) => {
    await playground.start('');
    happen();
    playground.setStopAt(40);
    playground.play();
    await vi.waitFor(() => expect(playground.runs[0]!.$view.get().activity).toBe('finished'));
    await vi.waitFor(() => expect(playground.$playing.get()).toBe(false));
    const { phase, activity } = playground.runs[1]!.$view.get();
    expect(end === 'died' ? phase : activity).toBe(end === 'died' ? 'dead' : 'diverged');
    playground.play();
    expect(playground.$stopAt.get()).toBe(10_040);
    await vi.waitFor(() => expect(steps(playground.runs[0]!)).toBeGreaterThan(60));
  });

  test('with every worker dead still refuses what is wrong, and comes back', async () => {
    await playground.start('');
    for (const line of lines.slice()) line.failure('out of memory');
    playground.play();
    expect(playground.$playing.get()).toBe(false);
    await expect(
      push(playground.runs[0]!, 'left', playground.resolved('A').environment),
    ).resolves.toBeUndefined();
    const critics = parameter('sac.critics');
    const before = playground.$settings.get();
    for (let attempt = 0; attempt < 3; attempt++) {
      const complaints = await change(playground, critics, '99', ['A', 'B']);
      expect(complaints.get(critics.key)).toContain('outside');
    }
    expect(playground.$settings.get()).toBe(before);
    expect(open.size).toBe(1);
    const asking = change(playground, critics, '1', ['A', 'B']);
    await Promise.resolve(); // its turn has come
    lines.at(-1)!.failure('out of memory');
    expect((await asking).get(critics.key)).toContain('no run is working');
    expect(await change(playground, critics, '1', ['A', 'B'])).toEqual(accepted);
    expect(open.size).toBe(2);
    expect(playground.runs.map((run) => run.$view.get().phase)).toEqual(['ready', 'ready']);
    expect(playground.resolved('B').values.get(critics.key)).toBe('1');
  });

  test('does what is asked of it in turn, two forks at once as well', async () => {
    await playground.start('');
    const seed = playground.catalog.run.parameters.find(({ key }) => key === 'seed')!;
    void change(playground, seed, '7', ['A', 'B']);
    await selectFor(playground, { environment: 'lqr' }, ['A', 'B']);
    expect(playground.resolved('B').environment.id).toBe('lqr');
    expect(playground.resolved('B').values.get('seed')).toBe('7');
    const sources = [playground.arms[0]!, ...playground.arms];
    await Promise.all(sources.map((source) => forkArm(playground, source)));
    expect(playground.arms.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
  });

  test('trains nothing while it is hidden', async () => {
    await playground.start('');
    playground.setStopAt(null);
    playground.play();
    await vi.waitFor(() => expect(steps(playground.runs[0]!)).toBeGreaterThan(5));
    playground.setHidden(true);
    await vi.waitFor(() => expect(playground.runs[0]!.$view.get().activity).toBe('paused'));
    expect(playground.$playing.get()).toBe(true);
    playground.setHidden(false);
    await vi.waitFor(() => expect(playground.runs[0]!.$view.get().activity).toBe('training'));
  });

  test('or trains on while it is hidden, if asked to', async () => {
    await playground.start('');
    playground.setStopAt(null);
    playground.$inBackground.set(true);
    playground.play();
    await vi.waitFor(() => expect(steps(playground.runs[0]!)).toBeGreaterThan(5));
    playground.setHidden(true);
    const before = steps(playground.runs[0]!);
    await vi.waitFor(() => expect(steps(playground.runs[0]!)).toBeGreaterThan(before + 50));
    expect(playground.runs[0]!.$view.get().activity).toBe('training');
  });

  test('trains at once if Play is pressed before the runs are there', async () => {
    const starting = playground.start('');
    playground.$phase.listen((phase) => phase === 'starting' && playground.play());
    await starting;
    await vi.waitFor(() => playground.runs.forEach((run) => expect(steps(run)).toBeGreaterThan(5)));
  });

  test('says why it could not start', async () => {
    const starting = playground.start('');
    playground.$phase.listen((phase) => {
      if (phase === 'starting')
        setTimeout(() => lines.forEach((each) => each.failure('no such file')));
    });
    await starting;
    expect(playground.$phase.get()).toBe('failed');
    expect(playground.$failure.get()).toBe('no such file');
  });
});
