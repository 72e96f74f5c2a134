import { describe, expect, test } from 'vitest';
import { describeRun } from '../../../../web/src/app/stage/narration';
import { RateMeter } from '../../../../web/src/app/experiment/rate';
import type { RunView } from '../../../../web/src/app/experiment/run';
import { Viewer } from '../../../../web/src/app/experiment/viewer';
import { pendulum } from '../../../../web/src/draw/env/pendulum';

describe('RateMeter', () => {
  test('measures over about a second', () => {
    const meter = new RateMeter();
    expect(meter.rate()).toBeNaN();
    meter.add(0, 0);
    meter.add(100, 50);
    expect(meter.rate()).toBeNaN();
    for (let t = 200; t <= 3000; t += 100) meter.add(t, t / 2);
    expect(meter.rate()).toBeCloseTo(500);
    for (let t = 3100; t <= 5000; t += 100) meter.add(t, 1500 + (t - 3000) / 10);
    expect(meter.rate()).toBeCloseTo(100);
    meter.clear();
    expect(meter.rate()).toBeNaN();
  });
});

describe('Viewer', () => {
  const columns = ['theta', 'theta_dot', 'torque', 'reward'];
  const state = (theta: number) => new Float32Array([theta, 0, 0, 0]);
  const theta = (viewer: Viewer, now: number) =>
    viewer.scene(pendulum, columns, '#000', now)?.state[0];

  test('moves from one state to the next in the time of a step', () => {
    const viewer = new Viewer();
    expect(viewer.scene(pendulum, columns, '#000', 0)).toBeNull();
    viewer.add(state(0), 0, 0.05);
    expect(theta(viewer, 10)).toBe(0);
    viewer.add(state(0.5), 100, 0.05);
    expect(theta(viewer, 100)).toBeCloseTo(0);
    expect(theta(viewer, 125)).toBeCloseTo(0.25);
    expect(theta(viewer, 900)).toBeCloseTo(0.5);
    expect(viewer.isMoving(120)).toBe(true);
    expect(viewer.isMoving(900)).toBe(false);
  });

  test('is not disturbed by frames of the same state, and keeps a short trail', () => {
    const viewer = new Viewer();
    for (let i = 0; i < 40; i++) {
      viewer.add(state(i / 10), 50 * i, 0.05);
      viewer.add(state(i / 10), 50 * i + 20, 0.05);
    }
    const scene = viewer.scene(pendulum, columns, '#000', 1e6)!;
    expect(scene.trail).toHaveLength(14);
    expect(scene.trail.at(-1)![0]).toBeCloseTo(3.8);
  });
});

describe('describeRun', () => {
  const view = { phase: 'ready', steps: 4000, meanReturn: -310 } as RunView;

  test('is a sentence with a trend', () => {
    expect(describeRun('B', view, -900)).toBe('Run B, 4,000 steps, mean return −310.0, rising');
    expect(describeRun('B', view, -200)).toContain('falling');
    expect(describeRun('B', view, -311)).toContain('steady');
    expect(describeRun('B', view, NaN)).toContain('steady');
    expect(describeRun('B', { ...view, meanReturn: NaN }, NaN)).toContain('no finished episode');
    expect(describeRun('B', { ...view, phase: 'dead' }, NaN)).toContain('stopped working');
  });
});
