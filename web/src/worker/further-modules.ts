import type { Core } from '../core/core';
import { type AcpHostModule, startAnywhere } from '../core/load-anywhere';
import { FurtherCore, type Knowing, type Means } from './further-core';

interface Own extends Pick<Means, 'textOf'> {
  wrapModule: (module: AcpHostModule) => Core;
}

/** A core that knows further tasks; `tell` hears how much of a simulator has come. */
export function extended(
  core: Core,
  { wrapModule, textOf }: Own,
  tell: (bytes: number) => void,
): Core {
  const fetchCore = async (needed: Knowing) => wrapModule(await start(needed, tell));
  return new FurtherCore(core, { fetchCore, textOf });
}

async function start(needed: Knowing, tell: (bytes: number) => void): Promise<AcpHostModule> {
  if (needed === 'formulas') return startAnywhere();
  if (needed === 'MuJoCo') {
    const { startRobots } = await import('../tasks/robots-module');
    return startRobots(tell);
  }
  const { startTask } = await import('../tasks/task-module');
  return startTask(needed);
}
