import { atom } from 'nanostores';
import type { TaskMessage } from '../../protocol/commands';

/** The tasks of the site that the page knows; workers hear of each. */
export const $tasks = atom<readonly TaskMessage[]>([]);
