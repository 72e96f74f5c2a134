// Robots against hand calculations and published dimensions, and in runs.
import loadMujoco, { type MjModel } from '@mujoco/mujoco';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import cheetahModel from '../../../web/src/tasks/models/half-cheetah.xml?raw';
import hopperModel from '../../../web/src/tasks/models/hopper.xml?raw';
import quadrupedModel from '../../../web/src/tasks/models/quadruped.xml?raw';
import walkerModel from '../../../web/src/tasks/models/walker.xml?raw';
import type { Tools } from '../../../web/src/tasks/environment';
import {
  createSession,
  halfCheetah,
  hopper,
  type Mujoco,
  type MujocoData,
  quadruped,
  walker,
} from '../../../web/src/library/index';

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

const robots = { halfCheetah, hopper, walker, quadruped };
type Name = keyof typeof robots;
const models: Readonly<Record<Name, string>> = {
  halfCheetah: cheetahModel,
  hopper: hopperModel,
  walker: walkerModel,
  quadruped: quadrupedModel,
};

/** A robot at rest, so high that nothing touches the ground. */
function falling(name: Name) {
  const task = robots[name](mujoco);
  const data = task.create();
  task.reset(data, tools);
  data.qpos[name === 'quadruped' ? 2 : 1] = 5;
  return { task, data };
}

/** Kilograms of a capsule of water: a cylinder with half a ball at each end. */
const capsule = (radius: number, length: number) =>
  1000 * Math.PI * radius ** 2 * (length + (4 / 3) * radius);
const leg = [capsule(0.05, 0.45), capsule(0.04, 0.5)];
const walkerLeg = [...leg, capsule(0.06, 0.2)];

test.each([
  ['hopper', hopperModel, [capsule(0.05, 0.4), ...leg, capsule(0.06, 0.39)], [200, 200, 200]],
  [
    'walker',
    walkerModel,
    [capsule(0.05, 0.4), ...walkerLeg, ...walkerLeg],
    [100, 100, 100, 100, 100, 100],
  ],
])('the %s has the masses and gears of Gymnasium', (_, xml, masses, gears) => {
  const model = simulator.MjModel.from_xml_string(xml);
  const [world, ...bodies] = model.body_mass as Float64Array;
  expect(world).toBe(0);
  expect(bodies).toHaveLength(masses.length);
  bodies.forEach((mass, i) => expect(mass).toBeCloseTo(masses[i]!, 6));
  const all = model.actuator_gear as Float64Array;
  expect(gears.map((_, i) => all[6 * i])).toEqual(gears);
  model.delete();
});

test('the half-cheetah has the mass and the gears of HalfCheetah-v5', () => {
  const cheetah = simulator.MjModel.from_xml_string(cheetahModel);
  const masses = cheetah.body_mass as Float64Array;
  expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(14, 9);
  const gears = Array.from({ length: 6 }, (_, i) => (cheetah.actuator_gear as Float64Array)[6 * i]);
  expect(gears).toEqual([120, 90, 60, 120, 60, 30]);
  cheetah.delete();
});

test('the quadruped weighs 4 kg and 0.5 kg for each leg', () => {
  const model = simulator.MjModel.from_xml_string(quadrupedModel);
  const masses = model.body_mass as Float64Array;
  expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(6, 9);
  model.delete();
});

test('the half-cheetah falls freely: its springs are at rest and nothing slows it down', () => {
  const { task, data } = falling('halfCheetah');
  const { reward } = task.step(data, [0, 0, 0, 0, 0, 0], tools);
  expect(reward).toBeCloseTo(0, 12);
  // Semi-implicit Euler: after n steps of h the speed is g n h, the way g h² n (n + 1) / 2.
  expect(data.qvel[1]).toBeCloseTo(-9.81 * 0.05, 9);
  expect(data.qpos[1]).toBeCloseTo(5 - 9.81 * 0.01 ** 2 * 15, 9);
  expect(Math.max(...data.qvel.subarray(2).map(Math.abs))).toBeLessThan(1e-9);
  task.destroy!(data);
});

test.each([
  ['hopper', 3],
  ['walker', 6],
] as const)('the %s falls freely, exactly as a parabola', (name, motors) => {
  const { task, data } = falling(name);
  data.qpos[1] = 1.9;
  const { reward, terminated } = task.step(data, Array<number>(motors).fill(0), tools);
  expect(reward).toBeCloseTo(1, 9);
  expect(terminated).toBe(false);
  expect(data.qvel[1]).toBeCloseTo(-9.81 * 0.008, 9);
  expect(data.qpos[1]).toBeCloseTo(1.9 - (9.81 * 0.008 ** 2) / 2, 9);
  expect(Math.max(...data.qvel.subarray(2).map(Math.abs))).toBeLessThan(1e-9);
  task.destroy!(data);
});

/** A model in which nothing rubs, touches or stops, and which adds up its energy. */
const frictionless = (xml: string) =>
  xml
    .replaceAll(/ damping="[^"]*"/g, '')
    .replaceAll(/limited="true"/g, 'limited="false"')
    .replaceAll(/ (ctrl)?range="[^"]*"/g, '')
    .replaceAll(/ctrllimited="false"/g, '')
    .replace(/<option [^/]*\/>/, '')
    .replace(
      '<worldbody>',
      `<option gravity="0 0 -9.81" integrator="RK4" timestep="0.0005">
        <flag contact="disable" limit="disable" energy="enable" actuation="disable"/></option>
      <worldbody>`,
    );

test.each(Object.entries(models))(
  'the %s keeps its energy while it swings without friction',
  (_, xml) => {
    const model = simulator.MjModel.from_xml_string(frictionless(xml));
    const data = new simulator.MjData(model);
    const velocities = data.qvel as Float64Array;
    velocities.forEach((_, i) => (velocities[i] = 3 * Math.sin(i + 1)));
    const energy = () => {
      simulator.mj_forward(model, data);
      const [potential, kinetic] = data.energy as Float64Array;
      return [potential! + kinetic!, kinetic!] as const;
    };
    const [before] = energy();
    let most = 0;
    for (let i = 0; i < 1000; ++i) {
      simulator.mj_step(model, data);
      most = Math.max(most, energy()[1]);
    }
    expect(Math.abs(energy()[0] - before) / most).toBeLessThan(1e-6);
    data.delete();
    model.delete();
  },
);

test('the half-cheetah observes all but the way, and is paid for the way less the effort', () => {
  const { task, data } = falling('halfCheetah');
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

describe.each(['hopper', 'walker'] as const)('the %s', (name) => {
  const action = name === 'hopper' ? [1, 0, -0.5] : [1, 0, -0.5, 0, 0, 0];

  test('observes all but the way, speeds up to 10, and is paid for going and standing', () => {
    const { task, data } = falling(name);
    data.qpos[1] = 1.25;
    data.qvel[0] = 2;
    data.qvel[3] = -30;
    const { reward, terminated } = task.step(data, action, tools);
    expect(terminated).toBe(false);
    expect(reward).toBeCloseTo(data.qpos[0]! / 0.008 - 0.001 * 1.25 + 1, 12);
    const seen = task.observe(data, tools);
    expect(seen).toHaveLength(task.observation.length);
    const places = data.qpos.length - 1;
    expect([...seen].slice(0, places)).toEqual([...data.qpos.slice(1)]);
    expect(Math.max(...[...seen].slice(places).map(Math.abs))).toBeLessThanOrEqual(10);
    task.destroy!(data);
  });

  test.each([
    ['too low', (qpos: Float64Array) => (qpos[1] = 0.65)],
    ['leaning', (qpos: Float64Array) => (qpos[2] = 1.1)],
  ])('ends its episode unpaid when it is %s', (_, put) => {
    const { task, data } = falling(name);
    put(data.qpos);
    const still = action.map(() => 0);
    const from = data.qpos[0]!;
    const { reward, terminated } = task.step(data, still, tools);
    expect(terminated).toBe(true);
    expect(reward).toBeCloseTo((data.qpos[0]! - from) / 0.008, 12);
    task.destroy!(data);
  });
});

test('the hopper ends its episode when anything is beyond all bounds', () => {
  const { task, data } = falling('hopper');
  data.qvel[0] = 150;
  expect(task.step(data, [0, 0, 0], tools).terminated).toBe(true);
  task.destroy!(data);
});

describe('the quadruped', () => {
  const still = Array<number>(8).fill(0);

  test('stands where its stance is, for more than a second', () => {
    const task = quadruped(mujoco);
    const data = task.create();
    task.reset(data, tools);
    for (let i = 0; i < 50; ++i) expect(task.step(data, still, tools).terminated).toBe(false);
    expect(data.qpos[2]).toBeGreaterThan(0.25);
    task.destroy!(data);
  });

  test('is paid for the way, not beyond 1.5 m/s, less the way sideways and the effort', () => {
    const { task, data } = falling('quadruped');
    data.qvel.set([1, -0.5]);
    const { reward } = task.step(data, [1, -1, 0, 0, 0, 0, 0, 0], tools);
    const [x, y] = data.qpos;
    expect(reward).toBeCloseTo(x! / 0.04 - (0.1 * Math.abs(y!)) / 0.04 - 0.02 * 2, 12);
    data.qvel[0] = 20;
    data.qvel[1] = 0;
    const { reward: most } = task.step(data, still, tools);
    expect(most).toBeLessThanOrEqual(1.5);
    expect(most).toBeGreaterThan(1.4);
    task.destroy!(data);
  });

  test('sees where down is, in its own directions', () => {
    const { task, data } = falling('quadruped');
    expect([...task.observe(data, tools)].slice(0, 3)).toEqual([-0, -0, -1]);
    // Nose down by a right angle: down is where its head is.
    data.qpos.set([Math.SQRT1_2, 0, Math.SQRT1_2, 0], 3);
    const [ahead, aside, below] = task.observe(data, tools);
    expect(ahead).toBeCloseTo(1, 12);
    expect(aside).toBeCloseTo(0, 12);
    expect(below).toBeCloseTo(0, 12);
    expect(task.observe(data, tools)).toHaveLength(task.observation.length);
    task.destroy!(data);
  });

  test('pays 1 for a fall, which ends its episode', () => {
    const { task, data } = falling('quadruped');
    data.qpos.set([0, 1, 0, 0], 3);
    const { reward, terminated } = task.step(data, still, tools);
    expect(terminated).toBe(true);
    expect(reward).toBeLessThan(-0.9);
    task.destroy!(data);
  });
});

describe.each(Object.keys(robots) as Name[])('the drawing of the %s', (name) => {
  /** Numbers by the names of their columns. */
  const drawnOf = (task: ReturnType<(typeof robots)[Name]>, data: MujocoData) => {
    const numbers = task.draw!(data);
    return new Map(task.drawing!.map((column, i) => [column, numbers[i]!]));
  };

  test('has every capsule, as long as in the model, where the state is', () => {
    const { task, data } = falling(name);
    const before = drawnOf(task, data);
    data.qpos[0] = 3;
    data.qvel[0] = 0.5;
    const after = drawnOf(task, data);
    expect(after.get('speed')).toBe(0.5);
    const ids = [...after.keys()].flatMap((column) => /^radius (\d+)$/.exec(column)?.[1] ?? []);
    expect(ids).toHaveLength({ halfCheetah: 8, hopper: 4, walker: 7, quadruped: 8 }[name]);
    const model = simulator.MjModel.from_xml_string(models[name]);
    for (const id of ids) {
      const length = (of: Map<string, number>) =>
        Math.hypot(
          ...['x', 'y', 'z'].map((k) => of.get(`to ${k} ${id}`)! - of.get(`from ${k} ${id}`)!),
        );
      const half = (model.geom_size as Float64Array)[3 * Number(id) + 1]!;
      expect(length(after)).toBeCloseTo(2 * half, 9);
      expect(after.get(`from x ${id}`)! - before.get(`from x ${id}`)!).toBeCloseTo(3, 9);
    }
    model.delete();
    task.destroy!(data);
  });

  test('changes nothing of what follows', () => {
    const twins = [falling(name), falling(name)];
    const action = twins[0]!.task.action.map(() => 0.3);
    for (let i = 0; i < 5; ++i) {
      twins[0]!.task.draw!(twins[0]!.data);
      for (const { task, data } of twins) task.step(data, action, tools);
    }
    const [one, other] = twins.map(({ task, data }) => [...task.save!(data)]);
    expect(one).toEqual(other);
    for (const { task, data } of twins) task.destroy!(data);
  });
});

test.each(Object.keys(robots) as Name[])('the %s goes where it is pushed and pulled', (name) => {
  const { task, data } = falling(name);
  const height = name === 'quadruped' ? 2 : 1;
  task.push!(data, -0.5);
  expect(data.qvel[0]).toBe(-1);
  task.drag!(data, 1, 4);
  expect(data.qvel[0]).toBeCloseTo(-1 + 0.3, 12);
  expect(data.qvel[height]).toBeCloseTo(-0.3, 12);
  task.drag!(data, 100, 5);
  expect(data.qvel[0]).toBeCloseTo(-0.7 + 0.5, 12);
  task.destroy!(data);
});

test.each(Object.entries(robots))(
  '%s is trained to the same bits twice, and from a checkpoint',
  async (_, robot) => {
    const sac = { algorithm: 'sac', 'sac.warmup_steps': 300, 'sac.batch_size': 16 };
    const digests = [];
    for (const stop of [400, 123]) {
      const environment = robot(mujoco);
      const session = await createSession({ ...sac, seed: 1, environment });
      session.train(stop);
      const other = await createSession({ ...sac, seed: 2, environment });
      other.load(session.save());
      other.train(400 - stop);
      digests.push(other.digest());
    }
    expect(digests[0]).toBe(digests[1]);
  },
);

describe('the digests of robots', () => {
  const golden = resolve(import.meta.dirname, '../../golden/robots.json');
  const { settings, steps, digests } = JSON.parse(readFileSync(golden, 'utf8')) as {
    settings: Record<string, string | number>;
    steps: number;
    digests: Record<string, string>;
  };

  test.each(Object.entries(robots))('%s ends with that on record', async (_, robot) => {
    const environment = robot(mujoco);
    const session = await createSession({ ...settings, environment });
    session.train(steps);
    expect(session.digest()).toBe(digests[environment.id!]);
  });
});
