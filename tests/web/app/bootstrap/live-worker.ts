import type { BootstrapWorker } from '../../../../web/src/app/bootstrap/bootstrap';
import { type BootstrapItems, itemsOf } from '../../../../web/src/app/bootstrap/settings';
import { wrapBootstrapModule } from '../../../../web/src/core/bootstrap-core';
import { parseBootstrapCatalog } from '../../../../web/src/protocol/bootstrap';
import type { BootstrapCommands } from '../../../../web/src/protocol/bootstrap-commands';
import { bootstrapArguments } from '../../../../web/src/protocol/bootstrap-requests';
import { RefusedError } from '../../../../web/src/protocol/client';
import type { Args, Result } from '../../../../web/src/protocol/commands';
import { dispatch } from '../../../../web/src/protocol/requests';
import { Bootstrapping } from '../../../../web/src/worker/bootstrapping';
import { startExactModule } from '../../live';

/** The worker's commands in this thread, over the module as it is shipped. */
export interface LiveWorker extends BootstrapWorker {
  readonly asked: (readonly [name: string, ...args: unknown[]])[];
  readonly items: BootstrapItems;
}

export async function liveWorker(): Promise<LiveWorker> {
  const { handlers } = new Bootstrapping(wrapBootstrapModule(await startExactModule()));
  const asked: [string, ...unknown[]][] = [];
  return {
    asked,
    items: itemsOf(parseBootstrapCatalog(handlers.catalog())),
    call: async <N extends keyof BootstrapCommands>(
      name: N,
      ...args: Args<BootstrapCommands, N>
    ) => {
      asked.push([name, ...args]);
      await Promise.resolve();
      try {
        return dispatch(handlers, bootstrapArguments, name, args) as Result<BootstrapCommands, N>;
      } catch (error) {
        throw new RefusedError(error instanceof Error ? error.message : String(error));
      }
    },
  };
}
