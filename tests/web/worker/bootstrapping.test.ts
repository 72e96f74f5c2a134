import { beforeAll, expect, test } from 'vitest';
import { type BootstrapCore, wrapBootstrapModule } from '../../../web/src/core/bootstrap-core';
import { Bootstrapping } from '../../../web/src/worker/bootstrapping';
import { startExactModule } from '../live';

const RUN = 'preset=gridworld-actor-critic&evaluate_every=0';
const SAMPLING = 'states=3&rollouts=4&longest=8';
let core: BootstrapCore;
beforeAll(async () => {
  core = wrapBootstrapModule(await startExactModule());
});

function learned(lab: Bootstrapping, steps: number): ArrayBuffer {
  for (;;) {
    const checkpoint = lab.handlers.learn(RUN, steps, 20);
    if (checkpoint) return checkpoint;
  }
}

test('a run goes on where it was, and begins anew for an earlier moment', () => {
  const lab = new Bootstrapping(core);
  const early = learned(lab, 300);
  learned(lab, 900);
  expect(learned(lab, 300)).toEqual(early);
  expect(lab.handlers.learn('preset=pendulum-a2c', 100_000, 1)).toBeNull();
});

test('a run is followed in portions, each from a state at least', () => {
  let now = 0;
  const lab = new Bootstrapping(core, () => now++);
  const { freeze, sample } = lab.handlers;
  expect(() => sample(0, 5)).toThrow('place 0: there is no run');
  expect(freeze(0, SAMPLING, learned(lab, 300)).steps).toBe(300);
  const once = sample(0, 0);
  expect([once.states, once.isDone, once.rows.length]).toEqual([1, false, 4 * 5]);
  expect(sample(0, 100)).toMatchObject({ states: 3, isDone: true });
  expect(sample(0, 100).states).toBe(3);
});

test('what is no run with a critic is refused, and the one before stays', () => {
  const lab = new Bootstrapping(core);
  const { freeze, sample } = lab.handlers;
  freeze(1, SAMPLING, learned(lab, 300));
  sample(1, 1000);
  expect(() => freeze(1, SAMPLING, new ArrayBuffer(9))).toThrow(/checkpoint/);
  const table = core.openRun('preset=gridworld-q-learning');
  expect(() => freeze(1, SAMPLING, table.save())).toThrow(/^algorithm: this run has no V\(s\)/);
  expect(sample(1, 0).isDone).toBe(true);
});
