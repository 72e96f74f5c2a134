import { type AcpHostModule, startAnywhere } from '../core/load-anywhere';
import { isOf } from '../protocol/task-address';
import type { ShownEnvironment } from './environment';
import { hostTask } from './host';
import { pictured } from './pictured';

/** A module that knows the task at an address. Throws `Error` that says what is wrong with it. */
export async function startTask(address: string): Promise<AcpHostModule> {
  const [module, environment] = await Promise.all([startAnywhere(), loadTask(address)]);
  hostTask(module, environment, pictured);
  return module;
}

/** Runs a module, of the site of this script alone, and gives the task that it exports. */
export async function loadTask(
  address: string,
  origin = location.origin,
): Promise<ShownEnvironment> {
  if (!isOf(origin, address)) throw new Error('a task is code: only this site may bring it');
  const { default: task } = (await import(/* @vite-ignore */ address)) as { default?: unknown };
  if (typeof task === 'object' && task !== null) return task as ShownEnvironment;
  throw new Error('it has no default export that is an object: `export default { … }`');
}
