import { chosen } from '../laboratory/lab-catalog';
import { find } from '../laboratory/lab-settings';
import type { bootstrapStrings } from '../text/en/bootstrap';
import { type BootstrapItems, type BootstrapSettings, defaultSettings } from './settings';

/** A situation as a question, and the settings that answer it. */
export interface Example {
  id: Exclude<keyof ReturnType<typeof bootstrapStrings>['examples'], 'label'>;
  process: string;
  own: Partial<BootstrapSettings>;
}

export const examples: readonly Example[] = [
  { id: 'ahead', process: 'random_walk', own: {} },
  { id: 'good', process: 'random_walk', own: { error: 0.1 } },
  { id: 'blank', process: 'random_walk', own: { error: 1 } },
  { id: 'lambda', process: 'random_walk', own: { error: 1, axis: 'lambda' } },
  { id: 'batch', process: 'random_walk', own: { samples: 64 } },
  { id: 'endless', process: 'autoregression', own: {} },
  { id: 'learning', process: 'run', own: {} },
];

/** Runs with the same batch; only how soon each trusts its critic differs. */
export const RUNS = '#v=2&runs=3&preset=cart-pole-a2c&a2c.steps=64&a.a2c.n=1&b.a2c.n=5&c.a2c.n=64';

export function settingsOf({ process, own }: Example, items: BootstrapItems): BootstrapSettings {
  return { ...defaultSettings(items), ...own, process: chosen(find(items.processes, process)) };
}
