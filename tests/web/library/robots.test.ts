// The half-cheetah against hand calculations, and in a run.
import loadMujoco, { type MjModel } from '@mujoco/mujoco';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import model from '../../../web/src/library/half-cheetah.xml?raw';
import type { Tools } from '../../../web/src/library/environment';
import { createSession, halfCheetah, type Mujoco } from '../../../web/src/library/index';

vi.mock('@acp/host-wasm?url', () => ({
  default: pathToFileURL(resolve(import.meta.dirname, '../../../build/wasm/acp_host.wasm')).href,
}));

const tools = { uniform: () => 0, normal: () => 0 } as unknown as Tools;
let simulator: Awaited<ReturnType<typeof loadMujoco>>;
let mujoco: Mujoco<MjModel>;
beforeAll(async () => {
  simulator = await loadMujoco();
  mujoco = simulator;
});

/** A robot at rest, so high that nothing touches the ground. */
function falling() {
  const task = halfCheetah(mujoco);
  const data = task.create();
  task.reset(data, tools);
  data.qpos[1] = 5;
  return { task, data };
}

test('has the mass and the gears of HalfCheetah-v5', () => {
  const cheetah = simulator.MjModel.from_xml_string(model);
  const masses = cheetah.body_mass as Float64Array;
  expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(14, 9);
  const gears = Array.from({ length: 6 }, (_, i) => (cheetah.actuator_gear as Float64Array)[6 * i]);
  expect(gears).toEqual([120, 90, 60, 120, 60, 30]);
  cheetah.delete();
});

test('falls freely: its springs are at rest and nothing slows it down', () => {
  const { task, data } = falling();
  const { reward } = task.step(data, [0, 0, 0, 0, 0, 0], tools);
  expect(reward).toBeCloseTo(0, 12);
  // Semi-implicit Euler: after n steps of h the speed is g n h, the way g h² n (n + 1) / 2.
  expect(data.qvel[1]).toBeCloseTo(-9.81 * 0.05, 9);
  expect(data.qpos[1]).toBeCloseTo(5 - 9.81 * 0.01 ** 2 * 15, 9);
  expect(Math.max(...data.qvel.subarray(2).map(Math.abs))).toBeLessThan(1e-9);
  task.destroy!(data);
});

test('observes all but the way, and is paid for the way less the effort', () => {
  const { task, data } = falling();
  data.qvel[0] = 2;
  const action = [1, 0, -1, 0.5, 0, 0];
  const from = data.qpos[0]!;
  const { reward, terminated } = task.step(data, action, tools);
  expect(reward).toBeCloseTo((data.qpos[0]! - from) / 0.05 - 0.1 * 2.25, 12);
  expect(terminated).toBe(false);
  expect(task.observe(data, tools)).toEqual([...data.qpos.slice(1), ...data.qvel]);
  expect(task.observation).toHaveLength(17);
  task.destroy!(data);
});

test('is trained to the same bits twice, and from a checkpoint', async () => {
  const sac = { algorithm: 'sac', 'sac.warmup_steps': 300, 'sac.batch_size': 16 };
  const digests = [];
  for (const stop of [400, 123]) {
    const environment = halfCheetah(mujoco);
    const session = await createSession({ ...sac, seed: 1, environment });
    session.train(stop);
    const other = await createSession({ ...sac, seed: 2, environment });
    other.load(session.save());
    other.train(400 - stop);
    digests.push(other.digest());
  }
  expect(digests[0]).toBe(digests[1]);
});
