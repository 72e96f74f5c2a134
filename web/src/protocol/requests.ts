import type { Args, CommandSet, Handlers, ToWorker } from './commands';
import {
  bytes,
  count,
  type MessageShapes,
  misfit,
  readMessage,
  type Shape,
  type Shapes,
  text,
} from './shapes';

/** What the arguments of each command may be. */
export type Arguments<C extends CommandSet<C>> = {
  readonly [N in keyof C]: Shapes<Args<C, N>>;
};

const values: Shape<unknown[]> = (value) => (Array.isArray(value) ? null : '');

const toWorker: MessageShapes<ToWorker> = {
  call: { id: count, name: text, args: values },
  buffer: { buffer: bytes },
  task: { id: text, url: text },
};

/** Throws `Error` unless `data` is a message a page may send. */
export function parseToWorker(data: unknown): ToWorker {
  return readMessage(toWorker, data);
}

/**
 * Calls the handler of `name`; throws `Error` if there is none, or naming the argument that is not
 * allowed.
 */
export function dispatch<C extends CommandSet<C>>(
  handlers: Handlers<C>,
  allowed: Arguments<C>,
  name: string,
  args: unknown[],
): unknown {
  if (!Object.hasOwn(allowed, name)) throw new Error(`${name}: this worker has no such command`);
  const command = name as keyof C & string;
  const shapes = allowed[command];
  const wrong = misfit(shapes, args);
  if (wrong !== null) throw new Error(`${name}: argument ${wrong}: not allowed`);
  return handlers[command](...(args.slice(0, shapes.length) as Args<C, typeof command>));
}
