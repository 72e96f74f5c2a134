import type { Client } from '../../protocol/client';
import type { LabCommands, LabRequest } from '../../protocol/lab-commands';
import { type LabResult, type LabTask, parseLabResult, parseLabTask } from '../../protocol/lab';
import { parseLabSection } from '../../protocol/lab';
import { completed, type LabCatalog } from './lab-catalog';

export interface Answer {
  result: LabResult;
  /** rows of action, objective and estimate, oldest first */
  rows: Float32Array | null;
}

/** What the lab asks of the core. */
export interface LabCore {
  catalog(): Promise<LabCatalog>;
  open(task: string, checkpoint: ArrayBuffer | null): Promise<LabTask>;
  measure(requests: LabRequest[], milliseconds: number): Promise<Answer[]>;
  /** rows of action, objective, density */
  slice(low: number, high: number, count: number): Promise<Float32Array>;
}

/** The core in a worker. */
export function labCore(client: Client<LabCommands>): LabCore {
  return {
    catalog: async () => completed(parseLabSection(await client.call('catalog'))),
    open: async (task, checkpoint) => parseLabTask(await client.call('open', task, checkpoint)),
    measure: async (requests, milliseconds) => {
      const answers = await client.call('measure', requests, milliseconds);
      return answers.map(({ result, rows }) => ({ result: parseLabResult(result), rows }));
    },
    slice: (low, high, count) => client.call('slice', low, high, count),
  };
}
