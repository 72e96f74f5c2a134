import type { ShownEnvironment, Tools } from './environment.js';
import cheetahModel from './models/half-cheetah.xml?raw';
import hopperModel from './models/hopper.xml?raw';
import quadrupedModel from './models/quadruped.xml?raw';
import walkerModel from './models/walker.xml?raw';

// HalfCheetah-v5, Hopper-v5 and Walker2d-v5 of Gymnasium: observation, reward, termination, reset
// and time limit; the models, and the quadruped, are our own.

/** What a simulated robot holds; numbers are live views of the simulator's memory. */
export interface MujocoData {
  readonly qpos: Float64Array;
  readonly qvel: Float64Array;
  readonly ctrl: Float64Array;
  readonly qacc_warmstart: Float64Array;
  readonly geom_xpos: Float64Array;
  readonly geom_xmat: Float64Array;
  delete(): void;
}

/** What a robot is made of. */
export interface MujocoModel {
  readonly ngeom: number;
  readonly geom_type: Int32Array;
  readonly geom_size: Float64Array;
}

/** What is needed of `await loadMujoco()`, the default export of `@mujoco/mujoco` 3.14.0. */
export interface Mujoco<Model extends MujocoModel = never> {
  readonly MjModel: { from_xml_string(xml: string): Model };
  readonly MjData: new (model: Model) => MujocoData;
  mj_resetData(model: Model, data: MujocoData): void;
  mj_kinematics(model: Model, data: MujocoData): void;
  mj_step(model: Model, data: MujocoData): void;
}

/** What each robot adds to what all have. */
interface Robot extends Omit<
  ShownEnvironment<MujocoData>,
  'create' | 'destroy' | 'reset' | 'step' | 'save' | 'load' | 'drawing' | 'draw' | 'push' | 'drag'
> {
  model: string;
  /** physics steps in one environment step */
  frames: number;
  /** where the height of the torso is in `qpos`, and its speed upwards in `qvel` */
  height: number;
  /** away from where the model rests */
  scatter: (data: MujocoData, tools: Tools) => void;
  /** what the motors get of an action; that itself */
  control?: (action: readonly number[]) => readonly number[];
  /** after an environment step that began at x and y */
  judge: (
    data: MujocoData,
    action: readonly number[],
    from: readonly [number, number],
  ) => { reward: number; terminated: boolean };
}

function taskOf<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
  robot: Robot,
): ShownEnvironment<MujocoData> {
  const { model: xml, frames, height, scatter, control, judge, ...described } = robot;
  const model = mujoco.MjModel.from_xml_string(xml);
  const shapes = shapesOf(model);
  return {
    ...described,
    drawing: ['speed', ...shapes.flatMap(({ columns }) => columns)],
    create: () => new mujoco.MjData(model),
    destroy(data) {
      data.delete();
    },
    reset(data, tools) {
      mujoco.mj_resetData(model, data);
      scatter(data, tools);
    },
    step(data, action) {
      const from = [data.qpos[0]!, data.qpos[1]!] as const;
      data.ctrl.set(control?.(action) ?? action);
      // The solver starts from where it was: forgotten, positions and velocities are the state.
      data.qacc_warmstart.fill(0);
      for (let i = 0; i < frames; ++i) mujoco.mj_step(model, data);
      return judge(data, action, from);
    },
    save: ({ qpos, qvel }) => [...qpos, ...qvel],
    load(data, numbers) {
      mujoco.mj_resetData(model, data);
      data.qpos.set(numbers.slice(0, data.qpos.length));
      data.qvel.set(numbers.slice(data.qpos.length));
    },
    draw(data) {
      mujoco.mj_kinematics(model, data);
      return [data.qvel[0]!, ...shapes.flatMap(({ place }) => place(data))];
    },
    push({ qvel }, strength) {
      qvel[0] = qvel[0]! + STRONGEST_PUSH * strength;
    },
    drag({ qpos, qvel }, x, y) {
      const pull = (by: number) => clip(TUG * by, STRONGEST_TUG);
      qvel[0] = qvel[0]! + pull(x - qpos[0]!);
      qvel[height] = qvel[height]! + pull(y - qpos[height]!);
    },
  };
}

/** m/s that a push changes the speed by. */
const STRONGEST_PUSH = 2;
/** 1/s that a pull of the pointer gives in a picture for each metre, and the most that it gives. */
const TUG = 0.3;
const STRONGEST_TUG = 0.5;

/** A part of a robot as it is drawn. */
interface RobotShape {
  columns: readonly string[];
  place: (data: MujocoData) => readonly number[];
}

const AXES = ['x', 'y', 'z'];
/** Kinds of shapes in MuJoCo. */
const [CAPSULE, BOX] = [3, 6];

/** Both ends of every capsule and its radius; the middle of every box and its half axes. */
function shapesOf(model: MujocoModel): RobotShape[] {
  const shapes: RobotShape[] = [];
  for (let i = 0; i < model.ngeom; ++i) {
    const [width, depth, height] = Array.from(model.geom_size.subarray(3 * i, 3 * i + 3));
    const middle = ({ geom_xpos }: MujocoData) => AXES.map((_, k) => geom_xpos[3 * i + k]!);
    const axis = ({ geom_xmat }: MujocoData, n: number, length: number) =>
      AXES.map((_, k) => length * geom_xmat[9 * i + 3 * k + n]!);
    if (model.geom_type[i] === CAPSULE) {
      shapes.push({
        columns: [...AXES.flatMap((name) => [`from ${name}`, `to ${name}`]), 'radius'].map(
          (name) => `${name} ${i}`,
        ),
        place(data) {
          const half = axis(data, 2, depth!);
          return [...middle(data).flatMap((at, k) => [at - half[k]!, at + half[k]!]), width!];
        },
      });
    } else if (model.geom_type[i] === BOX) {
      const names = ['middle', 'length', 'width', 'height'];
      shapes.push({
        columns: names.flatMap((name) => AXES.map((along) => `${name} ${along} ${i}`)),
        place: (data) => [
          ...middle(data),
          ...[width!, depth!, height!].flatMap((half, n) => axis(data, n, half)),
        ],
      });
    }
  }
  return shapes;
}

const squares = (action: readonly number[]) => action.reduce((sum, each) => sum + each * each, 0);
const clip = (x: number, most: number) => Math.min(most, Math.max(-most, x));
const torques = (joints: readonly string[]) => joints.map((name) => ({ name, low: -1, high: 1 }));
/** Of a robot in a plane: all but the way, of which nothing depends. */
const planar = (joints: readonly string[]) => [
  ...['height', 'pitch', ...joints],
  ...['forward', 'upward', 'pitch', ...joints].map((name) => `${name} velocity`),
];

const CHEETAH = ['back thigh', 'back shin', 'back foot', 'front thigh', 'front shin', 'front foot'];

/**
 * Six joints that learn to run: the reward is the forward speed in m/s, less 0.1 |action|², over
 * 1,000 steps of 0.05 s. Needs the simulator, which is not part of this package:
 * `halfCheetah(await loadMujoco())`.
 */
export function halfCheetah<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
): ShownEnvironment<MujocoData> {
  return taskOf(mujoco, {
    id: 'half_cheetah',
    title: 'Half-cheetah',
    help: 'Six joints: run forwards, with little effort.',
    source: 'Gymnasium HalfCheetah-v5; model of this project',
    random: -269,
    threshold: 4000,
    model: cheetahModel,
    frames: 5,
    height: 1,
    secondsPerStep: 0.05,
    observation: planar(CHEETAH),
    action: torques(CHEETAH),
    timeLimit: 1000,
    scatter({ qpos, qvel }, { uniform, normal }) {
      for (let i = 0; i < qpos.length; ++i) qpos[i] = qpos[i]! + uniform(-0.1, 0.1);
      for (let i = 0; i < qvel.length; ++i) qvel[i] = normal(0, 0.1);
    },
    judge: ({ qpos }, action, [x]) => ({
      reward: (qpos[0]! - x) / 0.05 - 0.1 * squares(action),
      terminated: false,
    }),
    observe: ({ qpos, qvel }) => [...qpos.subarray(1), ...qvel],
  });
}

/** A robot in a plane that falls: 1 for each step upright, and the speed less the effort. */
function upright<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
  about: Pick<Robot, 'id' | 'title' | 'help' | 'source' | 'random' | 'model'>,
  joints: readonly string[],
  isUpright: (state: readonly number[]) => boolean,
): ShownEnvironment<MujocoData> {
  return taskOf(mujoco, {
    ...about,
    frames: 4,
    height: 1,
    observation: planar(joints),
    action: torques(joints),
    timeLimit: 1000,
    secondsPerStep: 0.008,
    scatter({ qpos, qvel }, { uniform }) {
      for (const all of [qpos, qvel]) {
        for (let i = 0; i < all.length; ++i) all[i] = all[i]! + uniform(-0.005, 0.005);
      }
    },
    judge({ qpos, qvel }, action, [x]) {
      const stands = isUpright([...qpos.subarray(1), ...qvel]);
      const reward = (qpos[0]! - x) / 0.008 - 0.001 * squares(action) + (stands ? 1 : 0);
      return { reward, terminated: !stands };
    },
    observe: ({ qpos, qvel }) => [
      ...qpos.subarray(1),
      ...Array.from(qvel, (velocity) => clip(velocity, 10)),
    ],
  });
}

/**
 * A leg of three joints that learns to hop: 1 for each step above 0.7 m and within 0.2 rad, and the
 * forward speed in m/s, less 0.001 |action|², over 1,000 steps of 0.008 s.
 */
export function hopper<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
): ShownEnvironment<MujocoData> {
  return upright(
    mujoco,
    {
      id: 'hopper',
      title: 'Hopper',
      help: 'A leg of three joints: hop forwards, and do not fall.',
      source: 'Gymnasium Hopper-v5; model of this project',
      random: 15.5,
      model: hopperModel,
    },
    ['thigh', 'leg', 'foot'],
    ([height, ...others]) =>
      height! > 0.7 && Math.abs(others[0]!) < 0.2 && others.every((each) => Math.abs(each) < 100),
  );
}

/**
 * Two legs of three joints that learn to walk: 1 for each step between 0.8 and 2 m and within 1
 * rad, and the forward speed in m/s, less 0.001 |action|², over 1,000 steps of 0.008 s.
 */
export function walker<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
): ShownEnvironment<MujocoData> {
  const joints = ['thigh', 'leg', 'foot'];
  return upright(
    mujoco,
    {
      id: 'walker',
      title: 'Walker',
      help: 'Two legs of three joints: walk forwards, and do not fall.',
      source: 'Gymnasium Walker2d-v5; model of this project',
      random: 0.9,
      model: walkerModel,
    },
    ['right', 'left'].flatMap((side) => joints.map((joint) => `${side} ${joint}`)),
    ([height, pitch]) => height! > 0.8 && height! < 2 && Math.abs(pitch!) < 1,
  );
}

const LEGS = ['front left', 'front right', 'back left', 'back right'];
const QUADRUPED = LEGS.flatMap((leg) => [`${leg} hip`, `${leg} knee`]);
/** Radians, of a hip and of a knee: in which it stands, and how far an action of 1 moves it. */
const STANCE = [0.6, -1.2];
const REACH = [0.6, 0.8];
/** Joints behind the place and the orientation of the body, and behind its velocities. */
const [PLACES, SPEEDS] = [7, 6];

/** What is up, as the body sees it: the last row of its rotation, of a unit quaternion. */
function upOf(qpos: Float64Array): [number, number, number] {
  const [w, x, y, z] = qpos.subarray(3, PLACES) as unknown as [number, number, number, number];
  return [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)];
}

/**
 * Four legs of two joints that learn to walk, in three dimensions: an action moves the places that
 * the joints are held at. The reward is the forward speed up to 1.5 m/s, less 0.1 of the speed
 * sideways and 0.02 |action|², over 500 steps of 0.04 s; a fall costs 1 and ends the episode.
 */
export function quadruped<Model extends MujocoModel>(
  mujoco: Mujoco<Model>,
): ShownEnvironment<MujocoData> {
  return taskOf(mujoco, {
    id: 'quadruped',
    title: 'Quadruped',
    help: 'Four legs of two joints, held where the action says: walk forwards, and do not fall.',
    source: 'Task and model of this project',
    random: -2.2,
    threshold: 350,
    model: quadrupedModel,
    frames: 8,
    height: 2,
    secondsPerStep: 0.04,
    observation: [
      ...['down x', 'down y', 'down z'],
      ...['x', 'y', 'z', 'roll', 'pitch', 'yaw'].map((name) => `${name} velocity`),
      ...QUADRUPED,
      ...QUADRUPED.map((name) => `${name} velocity`),
    ],
    action: torques(QUADRUPED),
    timeLimit: 500,
    scatter({ qpos }, { uniform }) {
      QUADRUPED.forEach((_, i) => (qpos[PLACES + i] = STANCE[i % 2]! + uniform(-0.05, 0.05)));
    },
    control: (action) => action.map((each, i) => STANCE[i % 2]! + REACH[i % 2]! * each),
    judge({ qpos }, action, [x, y]) {
      const forward = Math.min((qpos[0]! - x) / 0.04, 1.5);
      const sideways = Math.abs(qpos[1]! - y) / 0.04;
      const terminated = qpos[2]! < 0.15 || upOf(qpos)[2] < 0.5;
      const reward = forward - 0.1 * sideways - 0.02 * squares(action) - (terminated ? 1 : 0);
      return { reward, terminated };
    },
    observe: ({ qpos, qvel }) => [
      ...upOf(qpos).map((each) => -each),
      ...qvel.subarray(0, SPEEDS),
      ...Array.from(qpos.subarray(PLACES), (angle, i) => angle - STANCE[i % 2]!),
      ...Array.from(qvel.subarray(SPEEDS), (velocity) => 0.1 * velocity),
    ],
  });
}
