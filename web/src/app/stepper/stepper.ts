import { atom, type ReadableAtom } from 'nanostores';
import { lowest } from '../../draw/extent';
import type { Field } from '../../protocol/field';
import { isSampleEntry } from '../../protocol/trace';
import type { Arm } from '../experiment/arm';
import type { Playground } from '../experiment/playground';
import type { Stepped } from '../link/link';
import type { ArmId } from '../settings/arms';
import { codeOf } from './code';
import { move, type Stride } from './cursor';
import { type Pairing, paired, runLines } from './lines';
import { type Recorded, Recorder } from './recorder';
import { Tape } from './tape';
import type { Connect } from './trace-worker';

/** A run as it is looked at. */
export interface Track {
  id: ArmId;
  recorded: Recorded;
}

/** What is on display: all runs beside each other, or one of them. */
export type Scope = ArmId | 'all';

export interface Place {
  scope: Scope;
  /** one for each run in scope */
  tracks: readonly Track[];
  rows: readonly Pairing[];
  /** the row of the cursor */
  row: number;
  /** of the batch, from 0 */
  sample: number;
}

/** The first row of those that are repeated. */
export function firstRow(rows: readonly Pairing[]): number {
  const isRepeated = ({ lines }: Pairing) => lines.some((line) => line !== null && line.indent > 0);
  return Math.max(0, rows.findIndex(isRepeated));
}

/** What critic and policy say of actions in one state. */
interface Looked {
  before: Field;
  after: Field;
}

export type State =
  | { phase: 'working'; steps: number; place: Place | null }
  | { phase: 'failed'; message: string }
  | { phase: 'ready'; place: Place; note: '' | 'first' | 'line' | 'sample' };

/** Leads copies of all runs through their updates, line by line. */
export class Stepper {
  readonly #playground: Playground;
  readonly #tapes: ReadonlyMap<ArmId, Tape>;
  readonly #state = atom<State>({ phase: 'working', steps: 0, place: null });
  #scope: Scope;
  #line = '';
  #sample = 0;
  /** the place that has been told of last */
  #told: Stepped | null = null;
  #isClosed = false;
  /** done when all that was asked for before is */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(playground: Playground, connect: Connect) {
    this.#playground = playground;
    this.#tapes = new Map(playground.arms.map((arm) => [arm.id, this.#tapeOf(arm, connect)]));
    this.#scope = playground.arms.length > 1 ? 'all' : playground.arms[0]!.id;
  }

  get $state(): ReadableAtom<State> {
    return this.#state;
  }

  /** Looks at what a link says, or at what the runs are about to do. */
  async open(): Promise<void> {
    const stepped = this.#playground.$stepped.get();
    if (!stepped) return this.latest();
    const [, scope, line = ''] = /^(?:([a-d])\.)?(.*)$/.exec(stepped.line) ?? [];
    const id = scope?.toUpperCase() as ArmId | undefined;
    if (id && this.#tapes.has(id)) this.#scope = id;
    this.#line = line;
    this.#sample = stepped.sample - 1;
    await this.reach(stepped.step);
  }

  /** Looks at what somebody else has asked for; resolves to whether that is so. */
  async follows(stepped: Stepped | null): Promise<boolean> {
    if (stepped === null || stepped === this.#told) return false;
    await this.open();
    return true;
  }

  latest(): Promise<void> {
    return this.#work((tape) => tape.latest());
  }

  reach(step: number): Promise<void> {
    return this.#work((tape) => tape.reach(step));
  }

  /** Looks at all runs or at one; the line stays. */
  choose(scope: Scope): void {
    this.#scope = scope;
    this.#show();
  }

  follow(sample: number): void {
    this.#sample = sample;
    this.#show();
  }

  /** Puts the cursor on a row. */
  point(row: number): void {
    this.#line = this.#rows()[row]?.id ?? '';
    this.#show();
  }

  /** Takes a stride; at either end of an iteration to another one. */
  async stride(stride: Stride, by: 1 | -1): Promise<void> {
    while (!this.#isClosed && this.#state.get().phase === 'working') await this.#turn;
    const state = this.#state.get();
    if (this.#isClosed || state.phase !== 'ready') return;
    const { rows, row } = state.place;
    const phases = rows.map(({ lines }) => ({ phase: lines.find(Boolean)!.phase }));
    const first = firstRow(rows);
    const target = move(phases, row, stride, by, first);
    if (target.to === 'line') {
      this.point(target.line);
      return;
    }
    const missing: Tape[] = [];
    const line = this.#line;
    this.#line = rows.at(target.end === 'last' ? -1 : first)?.id ?? '';
    await this.#work(async (tape) => {
      if (target.by > 0) await tape.next();
      else if (!(await tape.previous())) missing.push(tape);
    });
    if (missing.length === 0) return;
    this.#line = line;
    this.#show('first');
  }

  /**
   * What critic and policy say in the state of a transition, before its update and after it; `null`
   * where another update is looked at by now.
   */
  look({ id, recorded }: Track, sample: number, dimension: number): Promise<Looked | null> {
    const tape = this.#tapes.get(id)!;
    const done = this.#turn.then(async () => {
      if (this.#isClosed || tape.now !== recorded) return null;
      const state = stateOf(recorded, sample);
      const before = await tape.look(false, state, dimension);
      return { before, after: await tape.look(true, state, dimension) };
    });
    this.#turn = done.catch(() => undefined);
    return done.catch(() => null);
  }

  close(): void {
    this.#isClosed = true;
    for (const tape of this.#tapes.values()) tape.close();
  }

  #tapeOf({ id, run }: Arm, connect: Connect): Tape {
    const recorder = new Recorder(connect, (steps) => {
      const state = this.#state.get();
      if (state.phase === 'working') this.#state.set({ ...state, steps });
    });
    return new Tape(recorder, run, this.#playground.settings.of(id));
  }

  /** Does something with every tape, after all that was asked for before. */
  #work(work: (tape: Tape) => Promise<void>): Promise<void> {
    const done = this.#turn.then(async () => {
      if (this.#isClosed) return;
      const state = this.#state.get();
      const place = state.phase === 'failed' ? null : state.place;
      this.#state.set({ phase: 'working', steps: 0, place });
      try {
        await Promise.all([...this.#tapes.values()].map(work));
        this.#show();
      } catch (error) {
        this.#fail(error);
      }
    });
    this.#turn = done;
    return done;
  }

  #fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (!this.#isClosed) this.#state.set({ phase: 'failed', message });
  }

  #ids(): ArmId[] {
    const ids = [...this.#tapes.keys()];
    return this.#scope === 'all' ? ids : ids.filter((id) => id === this.#scope);
  }

  #rows(): Pairing[] {
    const code = this.#ids().map((id) => {
      const resolved = this.#playground.resolved(id);
      return runLines(codeOf(resolved.algorithm.id), resolved);
    });
    return paired(code);
  }

  /** Publishes the place; what is asked for and is not there is as near as can be, and noted. */
  #show(note: '' | 'first' = ''): void {
    const ids = this.#ids();
    const tracks = ids.flatMap((id) => {
      const recorded = this.#tapes.get(id)!.now;
      return recorded ? [{ id, recorded }] : [];
    });
    if (tracks.length < ids.length) return;
    const rows = this.#rows();
    const found = rows.findIndex(({ id }) => id === this.#line);
    const row = found < 0 ? firstRow(rows) : found;
    const most = lowest(tracks.map(({ recorded }) => recorded.trace.batch));
    const sample = Math.max(0, Math.min(this.#sample, most - 1));
    const isNoted = note === '' && this.#line !== '' && found < 0;
    const problem = isNoted ? 'line' : sample === this.#sample ? note : 'sample';
    this.#line = rows[row]?.id ?? '';
    this.#sample = sample;
    const place = { scope: this.#scope, tracks, rows, row, sample };
    this.#state.set({ phase: 'ready', place, note: problem });
    this.#tell(tracks[0]!.recorded.trace.environment_steps);
  }

  #tell(step: number): void {
    const isOne = this.#scope !== 'all' && this.#tapes.size > 1;
    const line = isOne ? `${this.#scope.toLowerCase()}.${this.#line}` : this.#line;
    this.#told = { step, line, sample: this.#sample + 1 };
    this.#playground.$stepped.set(this.#told);
  }
}

/** The state of a transition as the networks see it. */
function stateOf({ trace }: Recorded, sample: number): number[] {
  const entry = trace.entries.filter(isSampleEntry).findLast(({ name }) => name === 's');
  return entry?.values.map((row) => row[row.length === 1 ? 0 : sample] ?? 0) ?? [];
}
