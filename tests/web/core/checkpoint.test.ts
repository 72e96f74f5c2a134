import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpModule } from '@acp/module';
import { type Core, wrapModule } from '../../../web/src/core/core';
import { startModule } from '../live';

const SMALL = 'sac.batch_size=16&sac.hidden_units=8&sac.buffer_size=300&sac.warmup_steps=50&seed=5';

let acp: AcpModule;
let core: Core;
let checkpoint: ArrayBuffer;
beforeAll(async () => {
  acp = await startModule();
  core = wrapModule(acp);
  const run = core.open(SMALL);
  run.train(120, 60_000);
  checkpoint = run.save();
  run.delete();
});

describe('a checkpoint of the live module', () => {
  test('resumed equals uninterrupted, bit for bit', () => {
    const [whole, resumed] = [core.open(SMALL), core.resume(checkpoint)];
    expect(resumed.steps()).toBe(120);
    resumed.train(80, 60_000);
    whole.train(200, 60_000);
    expect(resumed.digest()).toBe(whole.digest());
    for (const run of [whole, resumed]) run.delete();
  });

  test('is refused wherever it is cut, and the run stays as it was', () => {
    const session = new acp.Session('seed=3');
    session.train(10, 60_000);
    const before = session.digest();
    const size = checkpoint.byteLength;
    const ends = (at: number) => at < 64 || at > size - 64;
    for (let at = 0; at < size; at += ends(at) ? 1 : 61) {
      const cut = new Uint8Array(checkpoint, 0, at);
      expect(() => session.load(cut), String(at)).toThrow(/^checkpoint: /);
    }
    const longer = new Uint8Array(size + 1);
    longer.set(new Uint8Array(checkpoint));
    expect(() => session.load(longer)).toThrow(/damaged or not complete/);
    expect(session.digest()).toBe(before);
    expect(session.steps()).toBe(10);
    session.delete();
  });

  test('is refused whatever bit of it is another one', () => {
    for (let at = 0; at < checkpoint.byteLength; at += 53) {
      const bytes = new Uint8Array(checkpoint.slice(0));
      bytes[at]! ^= 1 << (at % 8);
      expect(() => core.resume(bytes.buffer), String(at)).toThrow(/^checkpoint: /);
    }
  });
});
