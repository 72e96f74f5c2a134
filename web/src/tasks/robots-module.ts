import { type AcpHostModule, startAnywhere } from '../core/load-anywhere';
import { fetchMujoco } from './fetch-mujoco';
import { hostTask } from './host';
import { robotPresets } from '../protocol/robot-presets';
import { robotTasks } from './robot-tasks';

/** A module that knows the robots and their presets; `tell` hears of the simulator's bytes. */
export async function startRobots(tell: (bytes: number) => void): Promise<AcpHostModule> {
  const [module, mujoco] = await Promise.all([startAnywhere(), fetchMujoco(tell)]);
  for (const robot of robotTasks) hostTask(module, robot(mujoco));
  for (const preset of robotPresets) module.addPreset(preset);
  return module;
}
