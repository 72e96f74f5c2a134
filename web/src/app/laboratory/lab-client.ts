import type { Args, Result } from '../../protocol/commands';
import type { Client, ClientEvents } from '../../protocol/client';
import type { LabCommands, LabRequest } from '../../protocol/lab-commands';
import { type LabResult, type LabTask, parseLabResult, parseLabTask } from '../../protocol/lab';
import { parseLabSection } from '../../protocol/lab';
import { speaking } from '../text/catalog';
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

/** A worker with the lab's core: another one takes its place once it has died. */
export class LabWorker {
  readonly #open: () => Client<LabCommands>;
  #client: Client<LabCommands>;

  /** `death` hears why a worker has died. */
  constructor(
    connect: (events: ClientEvents) => Client<LabCommands>,
    death: (reason: string) => void,
  ) {
    this.#open = () => connect({ frame: () => undefined, death });
    this.#client = this.#open();
  }

  /** Rejects as a `Client` does. */
  call<N extends keyof LabCommands>(
    name: N,
    ...args: Args<LabCommands, N>
  ): Promise<Result<LabCommands, N>> {
    if (this.#client.isDead) this.#client = this.#open();
    return this.#client.call(name, ...args);
  }
}

/** The core in a worker. */
export function labCore(client: Pick<LabWorker, 'call'>): LabCore {
  return {
    catalog: async () => speaking(completed(parseLabSection(await client.call('catalog'))), 'lab.'),
    open: async (task, checkpoint) => parseLabTask(await client.call('open', task, checkpoint)),
    measure: async (requests, milliseconds) => {
      const answers = await client.call('measure', requests, milliseconds);
      return answers.map(({ result, rows }) => ({ result: parseLabResult(result), rows }));
    },
    slice: (low, high, count) => client.call('slice', low, high, count),
  };
}
