/** Ids of the environments that are robots. */
export const ROBOTS = ['half_cheetah', 'hopper', 'walker', 'quadruped'] as const;
export type RobotId = (typeof ROBOTS)[number];

/** Bytes of the simulator, MuJoCo, once it is unpacked. */
export const SIMULATOR_BYTES = 10_313_475;

/** The preset that shows a robot at its best. */
export function presetOfRobot(id: RobotId): string {
  return `${id.replace('_', '-')}-sac`;
}
