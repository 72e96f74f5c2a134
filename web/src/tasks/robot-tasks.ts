import { halfCheetah, hopper, quadruped, walker } from './robots';

/** The tasks of all robots, each of which takes the simulator. */
export const robotTasks = [halfCheetah, hopper, walker, quadruped] as const;
