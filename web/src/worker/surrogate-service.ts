import type { CoreSurrogate, SurrogateCore } from '../core/surrogate-core';
import type { Handlers } from '../protocol/commands';
import type { SurrogateCommands } from '../protocol/surrogate-commands';
import type { Service } from './serve';

/** Owns the bench of the surrogate laboratory, and answers about it. */
export class SurrogateService implements Service<SurrogateCommands> {
  readonly epoch = 0;
  readonly #core: SurrogateCore;
  #bench: CoreSurrogate | undefined;

  constructor(core: SurrogateCore) {
    this.#core = core;
  }

  readonly handlers: Handlers<SurrogateCommands> = {
    catalog: () => this.#core.catalog(),
    simplex: (config) => this.#core.simplex(config),
    open: (task, checkpoint) => {
      const bench = this.#core.open(task, checkpoint);
      this.#bench?.delete();
      this.#bench = bench;
      return bench.describe();
    },
    draw: (direction) => {
      this.#opened().setDrawn(direction);
      return null;
    },
    line: (config, etas) => this.#opened().line(config, etas),
    at: (config, eta) => this.#opened().at(config, eta),
    rollouts: (config, eta, most, seed) => this.#opened().rollouts(config, eta, most, seed),
    improve: (config) => this.#opened().improve(config),
    estimate: (config, etas, episodes, seed) =>
      this.#opened().estimate(config, etas, episodes, seed),
    path: (config) => this.#opened().path(config),
    surface: (count) => this.#opened().surface(count),
    polytope: () => this.#opened().polytope(),
  };

  #opened(): CoreSurrogate {
    if (!this.#bench) throw new Error('there is nothing on the bench yet');
    return this.#bench;
  }
}
