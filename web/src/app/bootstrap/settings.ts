import type { BootstrapCatalog } from '../../protocol/bootstrap';
import type { Parameter } from '../../protocol/catalog';
import { type Chosen, chosen, type LabItem } from '../laboratory/lab-catalog';
import { find } from '../laboratory/lab-settings';
import { speaking } from '../text/catalog';
import { RUN, runItem } from './frozen-settings';
import { chain as chainWords } from '../text/en/bootstrap';

/** What a return is made longer by: a number of steps, or the decay of their weights. */
export const AXES = ['n', 'lambda'] as const;
export type Axis = (typeof AXES)[number];

/** Everything that the reader can choose. */
export interface BootstrapSettings {
  process: Chosen;
  /** share by which the critic is off: it says `(1 - error) V` */
  error: number;
  /** returns that are averaged */
  samples: number;
  axis: Axis;
  /** the reader's own choice, to compare with the best */
  n: number;
  lambda: number;
}

export const LENGTHS = Array.from({ length: 10 }, (_, i) => 2 ** i);
export const LAMBDAS = [
  ...Array.from({ length: 20 }, (_, i) => i / 20),
  ...[0.96, 0.97, 0.98, 0.99, 1],
];
export const SAMPLES = [1, 4, 16, 64, 256];
/** What stands in the link without being said. */
export const USUAL = { error: 0.3, samples: 4, axis: 'n', n: 4, lambda: 0.95 } as const;

/** What the page can be about. */
export interface BootstrapItems {
  /** version of the core */
  build: string;
  processes: readonly LabItem[];
}

const CHAIN = 'autoregression';

/** The chain, the finite processes with what can be set of them, and runs. */
export function itemsOf({ build, autoregression, processes }: BootstrapCatalog): BootstrapItems {
  const chain = { id: CHAIN, ...chainWords, parameters: autoregression };
  const all = [...processes.toReversed(), chain].map((item) => ({
    ...item,
    formula: '',
    parameters: item.parameters.filter(isSettable).filter(isLast),
  }));
  return speaking({ build, processes: [...all, runItem()] }, 'exact.');
}

/** A number, or a map. */
function isSettable({ type }: Parameter): boolean {
  return type === 'number' || type === 'integer' || type === 'text';
}

/** An environment has a discount; that of its process counts. */
function isLast({ symbol }: Parameter, at: number, all: readonly Parameter[]): boolean {
  return symbol === '' || !all.slice(at + 1).some((other) => other.symbol === symbol);
}

/** Whether the process is a run that learns here. */
export const isRun = ({ process }: Pick<BootstrapSettings, 'process'>): boolean =>
  process.id === RUN;

export function defaultSettings({ processes }: BootstrapItems): BootstrapSettings {
  return { ...USUAL, process: chosen(find(processes, 'random_walk')) };
}
