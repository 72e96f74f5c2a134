import type { FieldAxes, FieldReply } from '../../protocol/run-commands';
import { DeadWorkerError, RefusedError } from '../../protocol/client';
import { decodeField, type Field } from '../../protocol/field';

/** What answers for a run. */
export interface FieldSource {
  field(...axes: FieldAxes): Promise<FieldReply>;
}

/** Milliseconds between two requests, at least. */
const INTERVAL = 250;
/** Training waits for a view for at most one part in so many of the time. */
const SHARE = 20;
/** Milliseconds that training may wait at once; then cells get larger. */
const LONGEST = 20;
/** Cells along an axis: the core's usual number, and what comes after it. */
const CELLS = [0, 16, 8] as const;

/** Asks a run for a view again and again, at a rate that leaves training alone. */
export class FieldWatch {
  readonly #source: FieldSource;
  readonly #take: (field: Field) => void;
  #isWaiting = false;
  #due = 0;
  #coarseness = 0;

  constructor(source: FieldSource, take: (field: Field) => void) {
    this.#source = source;
    this.#take = take;
  }

  /** Asks if it is time to; what to ask for depends on the cells along an axis. */
  refresh(now: number, request: (cells: number) => FieldAxes): void {
    if (this.#isWaiting || now < this.#due) return;
    this.#isWaiting = true;
    this.#due = now + INTERVAL;
    void this.#ask(now, request(CELLS[this.#coarseness]!));
  }

  /** Asks the next time without waiting. */
  hurry(): void {
    this.#due = 0;
  }

  /** Half as many cells along each axis take a quarter of the time. */
  #adapt(milliseconds: number): void {
    if (milliseconds > LONGEST) this.#coarseness = Math.min(this.#coarseness + 1, CELLS.length - 1);
    else if (4 * milliseconds < LONGEST) this.#coarseness = Math.max(this.#coarseness - 1, 0);
  }

  /** A run that is starting over or dead is asked again later. */
  async #ask(now: number, axes: FieldAxes): Promise<void> {
    try {
      const { buffer, milliseconds } = await this.#source.field(...axes);
      this.#due = Math.max(this.#due, now + SHARE * milliseconds);
      this.#adapt(milliseconds);
      this.#take(decodeField(buffer));
    } catch (error) {
      if (!(error instanceof RefusedError) && !(error instanceof DeadWorkerError)) throw error;
    } finally {
      this.#isWaiting = false;
    }
  }
}
