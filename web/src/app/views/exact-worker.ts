import type { Client } from '../../protocol/client';
import type { TableCommands } from '../../protocol/table-commands';
import { connect } from '../experiment/worker-client';
import type { Solver } from './exact-values';

/** One worker for all runs on display, from when it is first asked until `close`. */
export class ExactWorker {
  #client: Client<TableCommands> | undefined;

  readonly client = (): Solver =>
    (this.#client ??= connect<TableCommands>(
      () => new Worker(new URL('../../worker/tables.ts', import.meta.url), { type: 'module' }),
      { frame: () => undefined, death: () => (this.#client = undefined) },
    ));

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }
}
