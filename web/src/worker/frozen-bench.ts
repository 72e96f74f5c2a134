import type { BootstrapCore } from '../core/bootstrap-core';
import type { FrozenRun, FrozenSample } from '../protocol/bootstrap-commands';

interface Frozen {
  returns: ReturnType<BootstrapCore['openReturns']>;
  states: number;
  isDone: boolean;
}

/** Owns frozen runs, each in a place of its own, and what has been sampled of them. */
export class FrozenBench {
  readonly #open: BootstrapCore['openReturns'];
  readonly #now: () => number;
  readonly #places = new Map<number, Frozen>();

  /** `now` is in milliseconds. */
  constructor({ openReturns }: Pick<BootstrapCore, 'openReturns'>, now: () => number) {
    this.#open = openReturns;
    this.#now = now;
  }

  /** Throws `Error` and changes nothing if the bytes are no run with a critic. */
  freeze(place: number, config: string, checkpoint: ArrayBuffer): FrozenRun {
    const returns = this.#open(config, checkpoint);
    this.#places.get(place)?.returns.delete();
    this.#places.set(place, { returns, states: 0, isDone: false });
    return { config: returns.config(), steps: returns.steps() };
  }

  /** At least from one more state, unless that was the last one. */
  sample(place: number, milliseconds: number): FrozenSample {
    const frozen = this.#places.get(place);
    if (!frozen) throw new Error(`place ${place}: there is no run`);
    const end = this.#now() + milliseconds;
    while (!frozen.isDone) {
      frozen.isDone = frozen.returns.advance();
      frozen.states += 1;
      if (this.#now() >= end) break;
    }
    const { states, isDone, returns } = frozen;
    return { states, isDone, rows: returns.rows() };
  }
}
