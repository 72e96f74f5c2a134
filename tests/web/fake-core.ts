import type { Core, CoreSession, PackedFrame } from '../../web/src/core/core';
import { pack, status } from './pack';

/** A session that only counts, for tests of the loop around it. */
export class FakeSession implements CoreSession {
  taken = 0;
  watched = 0;
  stochastic = false;
  kicks = 0;
  readonly drags: [number, number][] = [];
  isDeleted = false;
  /** what each call of `train` was asked for */
  readonly slices: number[] = [];
  /** the most steps one slice takes */
  perSlice = 10;
  divergesAt = Infinity;
  checkpointBytes = 4;
  onTrain: () => void = () => undefined;

  constructor(readonly text: string) {}

  train(maxSteps: number): number {
    this.onTrain();
    this.slices.push(maxSteps);
    const taken = Math.min(maxSteps, this.perSlice, Math.max(0, this.divergesAt - this.taken));
    this.taken += taken;
    return taken;
  }
  watch(steps: number, stochastic: boolean): void {
    this.watched += steps;
    this.stochastic = stochastic;
  }
  kick(): void {
    this.kicks += 1;
  }
  drag(x: number, y: number): void {
    this.drags.push([x, y]);
  }
  tune(changes: string): void {
    if (changes.includes('bad')) throw new Error(`${changes}: is outside [0, 1]`);
  }
  config(): string {
    return this.text;
  }
  status(): string {
    return this.taken >= this.divergesAt ? 'the critic loss is not finite' : '';
  }
  digest(): string {
    return this.taken.toString(16).padStart(16, '0');
  }
  steps(): number {
    return this.taken;
  }
  policy(): string {
    return `{"steps":${this.taken}}`;
  }
  updates(): number {
    return Math.max(0, this.taken - 100);
  }
  save(): ArrayBuffer {
    const checkpoint = new ArrayBuffer(this.checkpointBytes);
    new DataView(checkpoint).setUint32(0, this.taken);
    return checkpoint;
  }
  field(across: number, up: number, columns: number, rows: number): ArrayBuffer {
    return new Float32Array([across, up, columns, rows]).buffer;
  }
  delete(): void {
    this.isDeleted = true;
  }
  packFrame(recycled: ArrayBuffer): PackedFrame {
    const words = pack([status(this.taken, this.status() ? 1 : 0)]);
    new Float32Array(recycled).set(words);
    return { buffer: recycled, words: words.length };
  }
}

export class FakeCore implements Core {
  readonly sessions: FakeSession[] = [];

  catalog(config: string): string {
    return `catalog for ${config}`;
  }
  check(config: string): string {
    return config.includes('bad') ? 'bad: unknown parameter' : '';
  }
  open(config: string): FakeSession {
    const problem = this.check(config);
    if (problem) throw new Error(problem);
    const session = new FakeSession(config);
    this.sessions.push(session);
    return session;
  }
  resume(checkpoint: ArrayBuffer): FakeSession {
    const steps = new DataView(checkpoint).getUint32(0);
    if (steps === 0) throw new Error('checkpoint: this is none');
    const session = this.open('seed=7');
    session.taken = steps;
    return session;
  }
}
