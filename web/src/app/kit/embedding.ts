import { atom } from 'nanostores';

/** Parts of the page that an embedding page may show or hide, beside Play and the agents. */
export const PARTS = [
  'header',
  'intro',
  'pairs',
  'transport',
  'settings',
  'curves',
  'gradients',
  'views',
  'diagnostics',
  'stepper',
  'runs',
  'story',
  'footer',
] as const;
export type Part = (typeof PARTS)[number];

/** What a frame shows unless it is asked for more. */
export const STAGE: readonly Part[] = ['transport', 'curves'];

/** What decides which parameters there are: locked as soon as anything is. */
export const TASK_KEYS: readonly string[] = ['preset', 'environment', 'algorithm'];

/** What the page around this one shows and locks; set before the first paint, and then fixed. */
export const embedding = {
  isOn: false,
  /** whether only the stage is on display */
  isStageOnly: false,
  hidden: new Set<Part>() as ReadonlySet<Part>,
  locked: new Set<string>() as ReadonlySet<string>,
};

/** Parts that the page itself does without for now. */
export const $folded = atom<readonly Part[]>([]);

export function shows(part: Part): boolean {
  return !embedding.hidden.has(part) && !$folded.get().includes(part);
}

/** Whether a parameter is shown but not to be changed. */
export function isLocked(key: string): boolean {
  const { locked } = embedding;
  return locked.has('all') || locked.has(key) || (locked.size > 0 && TASK_KEYS.includes(key));
}
