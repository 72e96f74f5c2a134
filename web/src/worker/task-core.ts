import type { Core, CoreSession } from '../core/core';
import { isAboutFurther } from '../protocol/further';
import { describe } from './serve';

/** Bytes of a checkpoint in which its configuration surely stands. */
const HEAD = 16 * 1024;

/** The core; one that knows further tasks takes its place once it hears of any. */
export class TaskCore implements Core {
  #core: Core;
  readonly #extend: (own: Core) => Promise<Core>;
  #isExtended = false;
  #failure = '';

  constructor(own: Core, extend: (own: Core) => Promise<Core>) {
    this.#core = own;
    this.#extend = extend;
  }

  prepare(args: readonly unknown[]): Promise<void> | undefined {
    if (this.#isExtended) return this.#core.prepare?.(args);
    if (!args.some(isFurther)) return undefined;
    return this.#extend(this.#core).then(
      (core) => {
        this.#core = core;
        this.#isExtended = true;
        return core.prepare?.(args);
      },
      (error: unknown) => {
        this.#failure = `environment: ${describe(error)}`;
      },
    );
  }

  catalog(config: string): string {
    return this.#for(config).catalog(config);
  }

  check(config: string): string {
    return this.#knows(config) ? this.#core.check(config) : this.#failure;
  }

  open(config: string): CoreSession {
    return this.#for(config).open(config);
  }

  resume(checkpoint: ArrayBuffer): CoreSession {
    return this.#for(checkpoint).resume(checkpoint);
  }

  #knows(about: unknown): boolean {
    return this.#isExtended || !isFurther(about);
  }

  #for(about: unknown): Core {
    if (this.#knows(about)) return this.#core;
    throw new Error(this.#failure);
  }
}

/** What an argument says of a configuration: it may be one, or a checkpoint. */
export function textOf(argument: unknown): string {
  if (argument instanceof ArrayBuffer) return new TextDecoder().decode(argument.slice(0, HEAD));
  return typeof argument === 'string' ? argument : '';
}

/** Whether it has to do with a task that the core does not know. */
function isFurther(argument: unknown): boolean {
  const isTask = (argument as { type?: unknown } | null)?.type === 'task';
  return isTask || isAboutFurther(textOf(argument));
}
