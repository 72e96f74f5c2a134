import type { CoreLab, LabCore } from '../../web/src/core/lab-core';

export class FakeRace implements ReturnType<LabCore['openRace']> {
  milliseconds = 0;
  isDeleted = false;

  advance(milliseconds: number): boolean {
    this.milliseconds += milliseconds;
    return false;
  }
  result(): string {
    return String(this.milliseconds);
  }
  delete(): void {
    this.isDeleted = true;
  }
}

export class FakeLab implements CoreLab {
  readonly repeats = new Map<string, number>();
  isDeleted = false;

  describe(): string {
    return '{}';
  }
  measure(config: string, repeats: number): number {
    if (config.includes('bad')) throw new Error('bad: unknown parameter');
    this.repeats.set(config, repeats);
    return repeats;
  }
  result(config: string): string {
    return String(this.repeats.get(config));
  }
  recent(): Float32Array {
    return new Float32Array([1, 2, 3, 4]);
  }
  slice(low: number, high: number): Float32Array {
    return new Float32Array([low, 0, 0, high, 0, 0]);
  }
  delete(): void {
    this.isDeleted = true;
  }
}

/** Refuses whatever has the key `bad`. */
export class FakeLabCore implements LabCore {
  readonly labs: FakeLab[] = [];
  readonly races: FakeRace[] = [];

  catalog(): string {
    return '{}';
  }
  openLab(task: string): FakeLab {
    if (task.includes('bad')) throw new Error('bad: unknown parameter');
    this.labs.push(new FakeLab());
    return this.labs.at(-1)!;
  }
  openRace(config: string): FakeRace {
    if (config.includes('bad')) throw new Error('bad: unknown parameter');
    this.races.push(new FakeRace());
    return this.races.at(-1)!;
  }
}
