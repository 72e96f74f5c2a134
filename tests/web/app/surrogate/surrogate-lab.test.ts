import { beforeEach, expect, test, vi } from 'vitest';
import { RefusedError } from '../../../../web/src/protocol/client';
import { SurrogateLab } from '../../../../web/src/app/surrogate/surrogate-lab';
import { processAs } from '../../../../web/src/app/surrogate/surrogate-settings';
import { catalog, FakeSurrogate } from './fake-surrogate';

let core: FakeSurrogate;
let lab: SurrogateLab;
beforeEach(async () => {
  core = new FakeSurrogate();
  lab = new SurrogateLab(() => core);
  await lab.start('#surrogate=');
  await vi.waitFor(() => expect(core.asked).toContain('surface 32'));
});

test('opens with the line of its process, and then all else', () => {
  expect(core.asked.slice(0, 3)).toEqual([
    'catalog',
    'open process=two_states:slip=0',
    'line direction=gradient&weighting=discounted 20',
  ]);
  expect(lab.$line.get()).toHaveLength(201);
});

test('of many places of the cursor only the newest one is asked about', async () => {
  core.asked.length = 0;
  for (let i = 1; i <= 50; i++) lab.set({ eta: i / 10 });
  await vi.waitFor(() => expect(lab.$place.get()?.eta).toBe(5));
  expect(core.asked.filter((asked) => asked.startsWith('at')).length).toBeLessThanOrEqual(2);
});

test('a longest step brings the cursor back, onto a place of the line', () => {
  lab.set({ eta: 13.37 });
  expect(lab.$settings.get()!.eta).toBe(13.4);
  lab.set({ span: 5 });
  expect(lab.$settings.get()!.eta).toBe(5);
  lab.set({ direction: 'policy_iteration' });
  expect(lab.$settings.get()!.eta).toBe(1);
});

test('a process that is refused leaves the figures, and is told', async () => {
  const before = lab.$line.get();
  core.failure = { name: 'open', error: new RefusedError('map: needs a goal') };
  lab.set({ process: processAs(catalog, 'grid', { map: 's...' }) });
  await vi.waitFor(() => expect(lab.$refusal.get()).toBe('map: needs a goal'));
  expect(lab.$line.get()).toBe(before);
  lab.set({ process: processAs(catalog, 'chain') });
  await vi.waitFor(() => expect(lab.$line.get()).not.toBe(before));
  expect(lab.$refusal.get()).toBe('');
});

test('what is drawn begins with the gradient, and is asked before its line', async () => {
  core.asked.length = 0;
  lab.set({ direction: 'drawn' });
  await vi.waitFor(() => expect(core.asked.join()).toContain('line direction=drawn'));
  expect(lab.$settings.get()!.drawn).toEqual([-1, 1]);
  expect(core.asked[0]).toBe('draw -1,1');
  lab.set({ drawn: [1, -0.5] });
  await vi.waitFor(() => expect(core.asked).toContain('draw 1,-0.5'));
  await vi.waitFor(() => expect(core.asked.at(-1)).toMatch(/^estimate/));
  const [draw, line] = ['draw 1,-0.5', 'line direction=drawn 20'].map((asked) =>
    core.asked.lastIndexOf(asked),
  );
  expect(draw).toBeLessThan(line!);
});

test('a drawing of a link that is of other logits is named', async () => {
  lab = new SurrogateLab(() => core);
  await lab.start('#surrogate=&direction=drawn&drawn=1,0,1');
  await vi.waitFor(() =>
    expect(lab.$ignored.get()).toEqual(['drawn: 3 numbers, where 2 are needed']),
  );
  expect(lab.$settings.get()!.drawn).toEqual([-1, 1]);
});

test('the bandit asks for itself alone, and the process is as it was', async () => {
  core.asked.length = 0;
  const { process } = lab.$settings.get()!;
  lab.set({ process: processAs(catalog, 'simplex') });
  await vi.waitFor(() => expect(lab.$simplex.get()).not.toBe(null));
  expect(core.asked).toEqual(['simplex offset=-2']);
  lab.set({ process });
  await vi.waitFor(() => expect(core.asked).toHaveLength(1));
});

test('both gradients are compared where the natural one is looked at', async () => {
  expect(lab.$speed.get()?.paths).toEqual([]);
  lab.set({ direction: 'natural' });
  await vi.waitFor(() => expect(lab.$speed.get()?.paths).toHaveLength(2));
  expect(core.asked).toContain('path method=natural&weighting=discounted&steps=300&step_size=0.1');
});

test('a run brings its process, and leaves again', async () => {
  const checkpoint = new ArrayBuffer(3);
  lab.freeze({ name: 'Run A', checkpoint });
  await vi.waitFor(() => expect(lab.$settings.get()!.process.id).toBe('grid'));
  expect(core.asked).toContain('open run of 3 bytes');
  expect(lab.$settings.get()!.process.values.get('map')).toBe('sg.');
  await vi.waitFor(() => expect(core.asked.at(-1)).toBe('surface 32'));
  core.asked.length = 0;
  lab.freeze({ name: 'Run A', checkpoint: new ArrayBuffer(4) });
  await vi.waitFor(() => expect(core.asked[0]).toBe('open run of 4 bytes'));
  await vi.waitFor(() => expect(core.asked.join()).toContain('line direction=gradient'));
  lab.freeze(null);
  await vi.waitFor(() => expect(core.asked).toContain('open process=grid:map=sg.'));
});

test('a run that is no process is told, and what was seen before stays', async () => {
  core.failure = { name: 'open', error: new RefusedError('environment: has no finite number') };
  lab.freeze({ name: 'run.acp', checkpoint: new ArrayBuffer(3) });
  await vi.waitFor(() => expect(lab.$refusal.get()).toContain('no finite number'));
  expect(lab.$settings.get()!).toMatchObject({ moment: null, process: { id: 'two_states' } });
  core.asked.length = 0;
  lab.set({ eta: 3 });
  await vi.waitFor(() => expect(core.asked[0]).toMatch(/^at .* 3$/));
  await lab.openFile({ size: 2 ** 40, name: 'large.acp' } as File);
  expect(lab.$refusal.get()).toBe('large.acp is larger than any saved run');
});

test('a run that comes first is what the laboratory opens with', async () => {
  core.asked.length = 0;
  lab = new SurrogateLab(() => core);
  lab.freeze({ name: 'Run A', checkpoint: new ArrayBuffer(3) });
  await lab.start('#surrogate=');
  await vi.waitFor(() => expect(core.asked[1]).toBe('open run of 3 bytes'));
});

test('a first run that is refused leaves a laboratory that works, and is told', async () => {
  lab = new SurrogateLab(() => core);
  core.failure = { name: 'open', error: new RefusedError('environment: has no finite number') };
  lab.freeze({ name: 'Run A', checkpoint: new ArrayBuffer(3) });
  await lab.start('#surrogate=');
  await vi.waitFor(() => expect(lab.$line.get()).toHaveLength(201));
  expect(lab.$refusal.get()).toContain('no finite number');
  expect(lab.$settings.get()!.moment).toBe(null);
});

test('a guess stays until the line is another one', () => {
  lab.set({ predict: true, eta: 4 });
  expect(lab.$guess.get()).toBe(null);
  lab.reveal();
  expect(lab.$settings.get()!.predict).toBe(false);
  lab.set({ eta: 9 });
  expect(lab.$guess.get()).toBe(4);
  lab.set({ direction: 'natural' });
  expect(lab.$guess.get()).toBe(null);
});

test('a core that has died is replaced, and asked everything again', async () => {
  core.failure = { name: 'line', error: new Error('gone') };
  lab.set({ direction: 'natural' });
  await vi.waitFor(() => expect(lab.$phase.get()).toBe('failed'));
  core.asked.length = 0;
  lab.retry();
  await vi.waitFor(() => expect(core.asked).toHaveLength(11));
  expect(core.asked[0]).toBe('open process=two_states:slip=0');
  expect(lab.$phase.get()).toBe('ready');
});
