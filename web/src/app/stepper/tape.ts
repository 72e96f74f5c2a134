import { formatConfig, type Settings } from '../../protocol/config';
import type { Field } from '../../protocol/field';
import type { Run } from '../experiment/run';
import type { Recorded, Recorder, Start } from './recorder';

/** Bytes of checkpoints that a tape keeps, and updates in any case. */
const [MOST_BYTES, LEAST_KEPT] = [48 * 2 ** 20, 2];

type Source = Pick<Run, 'save' | 'moments' | 'moment'>;

/** Updates of one run, recorded one after the other, with the one that is looked at. */
export class Tape {
  readonly #recorder: Recorder;
  readonly #run: Source;
  readonly #settings: Settings;
  #records: Recorded[] = [];
  #at = 0;

  /** `settings` are what the run has started with, if nothing has been changed since. */
  constructor(recorder: Recorder, run: Source, settings: Settings) {
    this.#recorder = recorder;
    this.#run = run;
    this.#settings = settings;
  }

  get now(): Recorded | null {
    return this.#records[this.#at] ?? null;
  }

  /** The first update that the run has yet to make. */
  async latest(): Promise<void> {
    this.#adopt([await this.#recorder.recordAfter(await this.#run.save(), 0)]);
  }

  /** The first update at an environment step or after it. */
  async reach(step: number): Promise<void> {
    this.#adopt([await this.#recordAfter(Math.max(0, step - 1))]);
  }

  async next(): Promise<void> {
    const { now } = this;
    if (!now) return;
    const following = this.#records[this.#at + 1] ?? (await this.#recorder.recordNext(now));
    this.#records[++this.#at] = following;
    this.#forget();
  }

  /** The update before; resolves to whether there is one. */
  async previous(): Promise<boolean> {
    if (!this.now) return false;
    if (this.#at === 0) return this.#recordBefore(this.now.trace.environment_steps);
    this.#at--;
    return true;
  }

  look(isAfter: boolean, observation: readonly number[], dimension: number): Promise<Field> {
    const { before, after } = this.now!;
    return this.#recorder.look(isAfter ? after : before, observation, dimension);
  }

  close(): void {
    this.#recorder.close();
  }

  /** From ever further back, as long as nothing is learned on the way. */
  async #recordBefore(step: number): Promise<boolean> {
    for (let back = 2; ; back *= 2) {
      const from = Math.max(0, step - back);
      const records = [await this.#recordAfter(from)];
      while (records.at(-1)!.trace.environment_steps < step)
        records.push(await this.#recorder.recordNext(records.at(-1)!));
      if (records.length > 1) {
        this.#adopt(records);
        this.#at = records.length - 2;
        return true;
      }
      if (from === 0) return false;
    }
  }

  /** From the last moment that the run has kept before the step, else from its beginning. */
  async #recordAfter(step: number): Promise<Recorded> {
    const moments = await this.#run.moments();
    const kept = moments.findLast(({ steps }) => steps <= step);
    if (kept) {
      const checkpoint = await this.#run.moment(kept.steps);
      return this.#recorder.recordAfter({ checkpoint }, step);
    }
    const start: Start = { config: formatConfig(this.#settings) };
    return this.#recorder.recordAfter(start, step);
  }

  #adopt(records: Recorded[]): void {
    this.#records = records;
    this.#at = 0;
    this.#forget();
  }

  /** Those furthest from the one that is looked at, which is one of the last. */
  #forget(): void {
    const bytes = () => this.#records.reduce((sum, { after }) => sum + after.byteLength, 0);
    while (this.#at >= LEAST_KEPT && bytes() > MOST_BYTES) {
      this.#records.shift();
      this.#at--;
    }
  }
}
