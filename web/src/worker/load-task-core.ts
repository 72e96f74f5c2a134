import { wrapModule } from '../core/core';
import { loadCore } from '../core/load';
import type { FromWorker } from '../protocol/commands';
import { TaskCore, textOf } from './task-core';

/** The core of a worker that says of what it fetches how far that is. */
export async function loadTaskCore(post: (message: FromWorker) => void): Promise<TaskCore> {
  return new TaskCore(await loadCore(), async (own) => {
    const { extended } = await import('./further-modules');
    return extended(own, { wrapModule, textOf }, (bytes) => post({ type: 'fetched', bytes }));
  });
}
