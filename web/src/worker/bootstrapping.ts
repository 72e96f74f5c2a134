import type { BootstrapCore, CoreLearner } from '../core/bootstrap-core';
import type { BootstrapCommands } from '../protocol/bootstrap-commands';
import type { Handlers } from '../protocol/commands';
import { FrozenBench } from './frozen-bench';
import type { Service } from './serve';

/**
 * Owns the bench of returns that bootstrap, for the process that was asked for last, the run that
 * learns, and those that are frozen.
 */
export class Bootstrapping implements Service<BootstrapCommands> {
  readonly epoch = 0;
  readonly #core: BootstrapCore;
  readonly #frozen: FrozenBench;
  #bench: ReturnType<BootstrapCore['openBootstrap']> | undefined;
  #process = '';
  #run: CoreLearner | undefined;
  #config = '';

  constructor(core: BootstrapCore, now = () => performance.now()) {
    this.#core = core;
    this.#frozen = new FrozenBench(core, now);
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
    learn: (config, steps, milliseconds) => {
      const run = this.#runOf(config, steps);
      const missing = steps - run.steps();
      if (missing > 0 && run.train(missing, milliseconds) === 0) {
        throw new Error(`the run has stopped before step ${steps}`);
      }
      return run.steps() === steps ? run.save() : null;
    },
    freeze: (...run) => this.#frozen.freeze(...run),
    sample: (place, milliseconds) => this.#frozen.sample(place, milliseconds),
  };

  #benchOf(process: string) {
    if (this.#bench && process === this.#process) return this.#bench;
    const bench = this.#core.openBootstrap(`process=${process}`);
    this.#bench?.delete();
    this.#process = process;
    return (this.#bench = bench);
  }

  /** One that has not gone too far. */
  #runOf(config: string, steps: number): CoreLearner {
    if (this.#run && config === this.#config && this.#run.steps() <= steps) return this.#run;
    const run = this.#core.openRun(config);
    this.#run?.delete();
    this.#config = config;
    return (this.#run = run);
  }
}
