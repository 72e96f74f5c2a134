import type { Core } from '../../web/src/core/core';
import { Client, type ClientEvents, type TransportEvents } from '../../web/src/protocol/client';
import type { CommandSet, FromWorker } from '../../web/src/protocol/commands';
import type { CrewCommands } from '../../web/src/protocol/crew-commands';
import { crewArguments } from '../../web/src/protocol/crew-requests';
import type { Arguments } from '../../web/src/protocol/requests';
import type { RunCommands } from '../../web/src/protocol/run-commands';
import { runArguments } from '../../web/src/protocol/run-requests';
import { Crew } from '../../web/src/worker/crew';
import { type Post, type Scheduler, serve, type Service } from '../../web/src/worker/serve';
import { Trainer } from '../../web/src/worker/trainer';

/** A channel that lets timers have their turn, as the event loop of a browser does. */
export class FairChannel {
  port1 = { onmessage: (): void => undefined, close: (): void => undefined };
  port2 = {
    postMessage: (): void => void setImmediate(() => this.port1.onmessage()),
  };
}

/** Workers on this thread, over any core. */
export interface Office<C extends CommandSet<C>> {
  connect: (events: ClientEvents) => Client<C>;
  /** of all workers there have been */
  lines: TransportEvents[];
  open: Set<TransportEvents>;
}

type Begin<TheCore, C extends CommandSet<C>> = (
  core: TheCore,
  post: Post,
  scheduler: Scheduler,
) => Service<C>;

export function office<TheCore, C extends CommandSet<C>>(
  core: TheCore,
  allowed: Arguments<C>,
  begin: Begin<TheCore, C>,
): Office<C> {
  const lines: TransportEvents[] = [];
  const open = new Set<TransportEvents>();
  const connect = (events: ClientEvents) =>
    new Client<C>((listener) => {
      let isOpen = true;
      lines.push(listener);
      open.add(listener);
      const scope = {
        onmessage: null as ((event: MessageEvent) => void) | null,
        postMessage: (message: FromWorker) => {
          if (isOpen) setTimeout(() => listener.message(message));
        },
        close: () => {
          isOpen = false;
          open.delete(listener);
        },
      };
      void serve(Promise.resolve(core), allowed, begin, scope);
      return {
        send: (data) =>
          void setTimeout(() => isOpen && scope.onmessage?.({ data } as MessageEvent)),
        close: scope.close,
      };
    }, events);
  return { connect, lines, open };
}

export const runOffice = (core: Core): Office<RunCommands> =>
  office(core, runArguments, (...parts) => new Trainer(...parts));

export const crewOffice = (core: Core): Office<CrewCommands> =>
  office(core, crewArguments, (...parts) => new Crew(...parts));
