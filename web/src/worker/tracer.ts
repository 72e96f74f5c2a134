import type { Core } from '../core/core';
import type { TracedSession } from '../core/trace-core';
import type { Handlers } from '../protocol/commands';
import type { TraceCommands } from '../protocol/run-commands';
import type { Post, Scheduler, Service } from './serve';
import { Trainer } from './trainer';

/** A trainer whose run is led through updates, which tell what they compute. */
export class Tracer extends Trainer<TracedSession> implements Service<TraceCommands> {
  declare readonly handlers: Handlers<TraceCommands>;

  constructor(core: Core<TracedSession>, post: Post, scheduler: Scheduler) {
    super(core, post, scheduler);
    this.handlers.trace = () => this.lead((run) => run.trace());
    this.handlers.look = (...of) => this.lead((run) => run.look(...of));
  }
}
