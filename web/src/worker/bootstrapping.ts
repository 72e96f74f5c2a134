import type { BootstrapCore } from '../core/bootstrap-core';
import type { BootstrapCommands } from '../protocol/bootstrap-commands';
import type { Handlers } from '../protocol/commands';
import type { Service } from './serve';

/** Owns the bench of returns that bootstrap, for the process that was asked for last. */
export class Bootstrapping implements Service<BootstrapCommands> {
  readonly epoch = 0;
  readonly #core: BootstrapCore;
  #bench: ReturnType<BootstrapCore['openBootstrap']> | undefined;
  #process = '';

  constructor(core: BootstrapCore) {
    this.#core = core;
  }

  readonly handlers: Handlers<BootstrapCommands> = {
    catalog: () => this.#core.catalog(),
    returns: (process, error, steps, lambdas) => {
      const bench = this.#benchOf(process);
      return {
        steps: bench.nSteps(error, Float64Array.from(steps)),
        lambdas: bench.lambdas(error, Float64Array.from(lambdas)),
      };
    },
    walks: (configs) => configs.map((config) => this.#core.randomWalk(config)),
  };

  #benchOf(process: string) {
    if (this.#bench && process === this.#process) return this.#bench;
    const bench = this.#core.openBootstrap(`process=${process}`);
    this.#bench?.delete();
    this.#process = process;
    return (this.#bench = bench);
  }
}
