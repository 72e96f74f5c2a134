// The robots for the command line in Node: `robots.mjs` of its folder (tools/package.mjs).
import loadMujoco from '@mujoco/mujoco';
import type { AcpTask } from '../core/load-anywhere';
import type { Preset } from '../protocol/catalog';
import { robotPresets } from '../protocol/robot-presets';
import { Adapter } from './adapter';
import { describe } from './conformance';
import { type Numbers, toolsOf } from './host';
import { robotTasks } from './robot-tasks';

/** Starts the simulator; the robots, in the order of their list, with the functions of a run. */
export async function startRobots(numbers: Numbers): Promise<Adapter[]> {
  const mujoco = await loadMujoco();
  const tools = toolsOf(numbers);
  return robotTasks.map((robot) => new Adapter(robot(mujoco), tools));
}

/** What there is to know of robots without the simulator. */
interface RobotList {
  environments: AcpTask[];
  presets: readonly Preset[];
}

/** Tries each robot, and describes it. */
export async function listRobots(): Promise<RobotList> {
  const mujoco = await loadMujoco();
  const listed = (task: AcpTask): AcpTask => ({ ...task, drawing: [], isTouched: false });
  return {
    environments: robotTasks.map((robot) => listed(describe(robot(mujoco), Math))),
    presets: robotPresets,
  };
}
