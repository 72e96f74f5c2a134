import type { CoreSession } from '../core/core';
import type { Moment } from '../protocol/run-commands';

/** Environment steps between the first checkpoints. */
const INTERVAL = 250;
const MOST = 24;
const MOST_BYTES = 24 * 2 ** 20;

interface Kept extends Moment {
  checkpoint: ArrayBuffer;
}

/** Checkpoints of a run as it trains, few and evenly spaced however long it gets. */
export class Moments {
  #kept: Kept[] = [];
  #interval = INTERVAL;

  /** The first environment step after `steps` at which a checkpoint is due. */
  dueAfter(steps: number): number {
    return (Math.floor(steps / this.#interval) + 1) * this.#interval;
  }

  /** Keeps a checkpoint of a run that has just taken its step `steps`, if one is due. */
  keep(session: CoreSession, steps: number): void {
    if (steps % this.#interval !== 0) return;
    this.#kept.push({ steps, updates: session.updates(), checkpoint: session.save() });
    while (this.#kept.length > MOST || this.#bytes() > MOST_BYTES) {
      this.#interval *= 2;
      this.#kept = this.#kept.filter((each) => each.steps % this.#interval === 0);
    }
  }

  list(): Moment[] {
    return this.#kept.map(({ steps, updates }) => ({ steps, updates }));
  }

  /** The checkpoint nearest to a step, if there is any. */
  nearest(steps: number): ArrayBuffer | undefined {
    const distance = (each: Kept) => Math.abs(each.steps - steps);
    const [first, ...others] = this.#kept;
    return others.reduce((a, b) => (a && distance(a) <= distance(b) ? a : b), first)?.checkpoint;
  }

  #bytes(): number {
    return this.#kept.reduce((sum, { checkpoint }) => sum + checkpoint.byteLength, 0);
  }
}
