/** The id of the environment whose task a configuration brings along. */
export const FORMULA = 'formula';
/** The key of its text, which is escaped as an address is. */
export const FORMULA_TEXT = 'formula.task';

/** The key of a reward that is written in the place of a task's own, escaped likewise. */
export const REWARD = 'reward';

/** Whether a configuration, or a link, has what the first core does not know. */
export function isAboutFurther(text: string): boolean {
  return isAboutRobot(text) || /=formula\b|\b(reward|task)=/.test(text);
}

/** Whether it is about a task that a simulator moves. */
export function isAboutRobot(text: string): boolean {
  return /=(half.cheetah|hopper|walker|quadruped)\b/.test(text);
}

/** Whether an environment is one that is fetched when it is chosen. */
export function isFurther(environment: string): boolean {
  return isAboutFurther(`environment=${environment}`);
}
