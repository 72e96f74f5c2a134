import * as v from 'valibot';
import type { CommandSet, Handlers, ToWorker } from './commands';

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
export const buffer = v.instance(ArrayBuffer);

/** What the arguments of each command may be. */
export type Arguments<C> = Readonly<Record<keyof C, v.GenericSchema<unknown, unknown[]>>>;

const toWorker = v.variant('type', [
  v.object({
    type: v.literal('call'),
    id: count,
    name: v.string(),
    args: v.array(v.unknown()),
  }),
  v.object({ type: v.literal('buffer'), buffer }),
]);

/** Throws `ValiError` unless `data` is a message a page may send. */
export function parseToWorker(data: unknown): ToWorker {
  return v.parse(toWorker, data);
}

/**
 * Calls the handler of `name`; throws `Error` if there is none, or naming the argument that is not
 * allowed.
 */
export function dispatch<C extends CommandSet<C>>(
  handlers: Handlers<C>,
  allowed: Arguments<C>,
  name: string,
  values: unknown[],
): unknown {
  if (!Object.hasOwn(allowed, name)) throw new Error(`${name}: this worker has no such command`);
  const command = name as keyof C & string;
  const result = v.safeParse(allowed[command], values);
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(`${name}: argument ${v.getDotPath(issue) ?? 'list'}: ${issue.message}`);
  }
  return handlers[command](...result.output);
}
