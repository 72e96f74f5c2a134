import type { Environment } from './environment.js';
import model from './half-cheetah.xml?raw';

// HalfCheetah-v5 of Gymnasium: observation, reward, reset and time limit; the model is our own.

/** What a simulated robot holds; numbers are live views of the simulator's memory. */
export interface MujocoData {
  readonly qpos: Float64Array;
  readonly qvel: Float64Array;
  readonly ctrl: Float64Array;
  readonly qacc_warmstart: Float64Array;
  delete(): void;
}

/** What is needed of `await loadMujoco()`, the default export of `@mujoco/mujoco` 3.14.0. */
export interface Mujoco<Model = never> {
  readonly MjModel: { from_xml_string(xml: string): Model };
  readonly MjData: new (model: Model) => MujocoData;
  mj_resetData(model: Model, data: MujocoData): void;
  mj_step(model: Model, data: MujocoData): void;
}

/** Physics steps, of 0.01 s, in one environment step. */
const FRAMES = 5;
const SECONDS = 0.01 * FRAMES;
const JOINTS = ['back thigh', 'back shin', 'back foot', 'front thigh', 'front shin', 'front foot'];

/**
 * Six joints that learn to run: the reward is the forward speed in m/s, less 0.1 |action|², over
 * 1,000 steps of 0.05 s. Needs the simulator, which is not part of this package:
 * `halfCheetah(await loadMujoco())`.
 */
export function halfCheetah<Model>(mujoco: Mujoco<Model>): Environment<MujocoData> {
  const cheetah = mujoco.MjModel.from_xml_string(model);
  return {
    id: 'half_cheetah',
    observation: [
      ...['height', 'pitch', ...JOINTS],
      ...['forward', 'upward', 'pitch', ...JOINTS].map((name) => `${name} velocity`),
    ],
    action: JOINTS.map((name) => ({ name, low: -1, high: 1 })),
    timeLimit: 1000,
    create: () => new mujoco.MjData(cheetah),
    destroy(data) {
      data.delete();
    },
    reset(data, { uniform, normal }) {
      mujoco.mj_resetData(cheetah, data);
      const { qpos, qvel } = data;
      for (let i = 0; i < qpos.length; ++i) qpos[i] = qpos[i]! + uniform(-0.1, 0.1);
      for (let i = 0; i < qvel.length; ++i) qvel[i] = normal(0, 0.1);
    },
    step(data, action) {
      const before = data.qpos[0]!;
      data.ctrl.set(action);
      // The solver starts from where it was: forgotten, positions and velocities are the state.
      data.qacc_warmstart.fill(0);
      for (let i = 0; i < FRAMES; ++i) mujoco.mj_step(cheetah, data);
      const effort = action.reduce((sum, torque) => sum + torque * torque, 0);
      const reward = (data.qpos[0]! - before) / SECONDS - 0.1 * effort;
      return { reward, terminated: false };
    },
    observe: ({ qpos, qvel }) => [...qpos.subarray(1), ...qvel],
    save: ({ qpos, qvel }) => [...qpos, ...qvel],
    load(data, numbers) {
      mujoco.mj_resetData(cheetah, data);
      data.qpos.set(numbers.slice(0, data.qpos.length));
      data.qvel.set(numbers.slice(data.qpos.length));
    },
  };
}
