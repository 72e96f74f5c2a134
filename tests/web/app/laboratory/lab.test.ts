import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Lab, SOME } from '../../../../web/src/app/laboratory/lab';
import { linkOfLab } from '../../../../web/src/app/laboratory/about';
import { chosen } from '../../../../web/src/app/laboratory/lab-catalog';
import type { LabCore } from '../../../../web/src/app/laboratory/lab-client';
import { comparedSamples, configOf } from '../../../../web/src/app/laboratory/plan';
import { DeadWorkerError } from '../../../../web/src/protocol/client';
import { catalog, FakeLab } from './fake-lab';

let core: FakeLab;
let lab: Lab;
beforeEach(async () => {
  core = new FakeLab();
  lab = new Lab(core, false);
  await lab.start('');
});

let now = 0;
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    lab.turn((now += 250));
    await new Promise((done) => setTimeout(done, 0));
  }
}

describe('the lab', () => {
  test('opens a task and measures every variant at every number of samples', async () => {
    await turns(40);
    expect(core.opened).toHaveLength(1);
    expect([...lab.results.keys()]).toHaveLength(3 * 7);
    for (const { repeats } of lab.results.values()) expect(repeats).toBeGreaterThanOrEqual(SOME);
    expect(lab.rows.size).toBe(3);
  });

  test('without streaming it comes to rest, until more is asked for', async () => {
    await turns(200);
    const calls = core.measured.length;
    await turns(5);
    expect(core.measured.length).toBe(calls);
    lab.more();
    await turns(5);
    expect(core.measured.length).toBeGreaterThan(calls);
  });

  test('has one call under way at a time, and starts over when the task changes', async () => {
    lab.turn((now += 250));
    lab.turn((now += 250));
    await turns(10);
    const objective = chosen(catalog.objectives[1]!, { frequency: '3' });
    lab.set({ objective });
    await turns(2);
    expect(core.opened).toHaveLength(2);
    expect(core.opened[1]).toContain('cosine:frequency=3');
    const repeats = [...lab.results.values()].map((result) => result.repeats);
    expect(Math.max(0, ...repeats)).toBeLessThanOrEqual(SOME);
  });

  test('goes on without an estimator that the core refuses, and says why', async () => {
    core.unable = 'reparameterization';
    await turns(10);
    expect(lab.$unable.get().get('reparameterization')).toContain('does not suit');
    expect(lab.variants().map(({ id }) => id)).toEqual([
      'score_function.none',
      'score_function.value',
    ]);
    expect(lab.results.size).toBeGreaterThan(0);
  });

  test('keeps the task that it has if another is refused', async () => {
    await turns(3);
    const objective = { id: 'refuse', values: new Map<string, string>() };
    lab.set({ objective });
    await turns(2);
    expect(lab.$refusal.get()).toBe('mu: too large');
    expect(lab.$task.get()?.objective).toContain('quadratic');
    expect(lab.$phase.get()).toBe('ready');
  });

  test('leaves a moment of discrete actions for a task of discrete actions', async () => {
    await turns(2);
    core.policy = 'categorical';
    lab.freeze({ checkpoint: new ArrayBuffer(8), run: 'A', steps: 250 });
    await turns(2);
    lab.freeze(null);
    await turns(2);
    expect(core.opened.at(-1)).toMatch(/^policy=categorical:logits=[^&]*&objective=table/);
  });

  test('opens each frozen moment, though run and step be those of the one before', async () => {
    const [first, second] = [new ArrayBuffer(8), new ArrayBuffer(8)];
    const open = vi.spyOn(core as LabCore, 'open');
    for (const checkpoint of [first, second]) {
      lab.freeze({ checkpoint, run: 'A', steps: 699 });
      await turns(2);
    }
    expect(open.mock.calls.map(([, checkpoint]) => checkpoint)).toEqual([first, second]);
    expect(open.mock.calls[1]![1]).toBe(second);
  });

  test('has a link as it is now, and none at a frozen moment', () => {
    lab.set({ seed: 7 });
    expect(linkOfLab(lab)).toMatch(/^#v=1&lab=quadratic.*seed=7$/);
    lab.freeze({ checkpoint: new ArrayBuffer(8), run: 'A', steps: 699 });
    expect(linkOfLab(lab)).toBeNull();
  });

  test('gives the score function twice the samples at equal evaluations', async () => {
    await turns(20);
    const settings = { ...lab.$settings.get()!, samples: 8, budget: 'evaluations' as const };
    const samples = lab.variants().map((each) => comparedSamples(each, settings, lab.results));
    expect(samples).toEqual([8, 16, 16]);
  });

  test('takes at least two samples for the leave-one-out baseline', () => {
    lab.set({ show: ['score_function.leave_one_out'] });
    const [variant] = lab.variants();
    expect(configOf(variant!, lab.$settings.get()!, 1)).toContain('samples=2');
  });

  describe('whose worker has died', () => {
    test('measures again what it had measured, and says so until something changes', async () => {
      await turns(40);
      const before = [...lab.results.values()].map(({ repeats }) => repeats);
      lab.lose('out of memory');
      expect([lab.results.size, lab.$loss.get()]).toEqual([0, 'out of memory']);
      await turns(40);
      expect(core.opened).toEqual([core.opened[0], core.opened[0]]);
      expect([...lab.results.values()].map(({ repeats }) => repeats)).toEqual(before);
      expect(lab.$phase.get()).toBe('ready');
      lab.set({ seed: 2 });
      expect(lab.$loss.get()).toBe('');
    });

    test('gives up if that was to no avail, and starts again when asked to', async () => {
      await turns(40);
      lab.lose('out of memory');
      lab.lose('still out of memory');
      expect([lab.$phase.get(), lab.$failure.get()]).toEqual(['failed', 'still out of memory']);
      await lab.retry();
      await turns(40);
      expect([lab.$phase.get(), lab.results.size]).toEqual(['ready', 3 * 7]);
    });

    test('before it has said anything fails, and is loaded again when asked to', async () => {
      const dead = new DeadWorkerError('it could not be loaded');
      vi.spyOn(core, 'catalog').mockRejectedValueOnce(dead);
      const other = new Lab(core, false);
      await other.start('#lab=cosine');
      expect(other.$failure.get()).toBe('it could not be loaded');
      await other.retry();
      expect(other.$settings.get()?.objective.id).toBe('cosine');
    });
  });
});
