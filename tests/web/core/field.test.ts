import type { AcpModule } from '@acp/module';
import { beforeAll, expect, test } from 'vitest';
import { wrapModule } from '../../../web/src/core/core';
import { type TracedSession, wrapTraceModule } from '../../../web/src/core/trace-core';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { decodeField } from '../../../web/src/protocol/field';
import { isSampleEntry, parseTrace } from '../../../web/src/protocol/trace';
import { startModule, startTraceModule } from '../live';

let acp: AcpModule;
beforeAll(async () => {
  acp = await startModule();
});

test('every algorithm can be looked at wherever it learns', () => {
  const catalog = parseCatalog(acp.catalog());
  const core = wrapModule(acp);
  for (const { id, environments } of catalog.algorithms) {
    for (const name of environments) {
      const task = catalog.environments.find((environment) => environment.id === name)!;
      const run = core.open(`environment=${name}&algorithm=${id}`);
      const field = decodeField(run.field(0, 1, 0, 0));
      expect(field.state, name).toHaveLength(task.state.length);
      expect(field.actions.rows, name).toBe(field.across.cells * field.up.cells);
      const isOfChoices = ['greedy', 'categorical'].includes(field.policy);
      expect(isOfChoices, `${id} on ${name}`).toBe(task.action.kind === 'discrete');
      run.delete();
    }
  }
});

test('looking changes nothing', () => {
  const core = wrapModule(acp);
  const [looked, alone] = [1, 2].map(() => core.open('preset=pendulum-sac&seed=1')) as [
    ReturnType<typeof core.open>,
    ReturnType<typeof core.open>,
  ];
  for (let i = 0; i < 12; i++) {
    for (const run of [looked, alone]) {
      run.train(100, 60_000);
      run.watch(3, false);
    }
    looked.field(0, i % 2 === 0 ? 1 : 2, 16, 16);
  }
  expect(looked.digest()).toBe(alone.digest());
  expect(looked.packFrame(new ArrayBuffer(0)).words).toBe(
    alone.packFrame(new ArrayBuffer(0)).words,
  );
});

test('what cannot be looked at is refused by name', () => {
  const run = wrapModule(acp).open('preset=pendulum-sac');
  expect(() => run.field(3, 1, 0, 0)).toThrow('across: 3 is outside [-1, 2]');
  expect(() => run.field(0, 0.5, 0, 0)).toThrow('up: 0.5 is not a whole number');
  expect(() => run.field(0, 1, 65, 0)).toThrow('columns: 65 is outside [0, 64]');
});

test('in a given state Q of every choice is what an update has found there', async () => {
  const tracing = wrapTraceModule(await startTraceModule());
  const [traced, fresh] = [1, 2].map(() =>
    tracing.open('environment=cart_pole&algorithm=dqn&seed=2'),
  ) as [TracedSession, TracedSession];
  const entries = parseTrace(traced.trace()).entries.filter(isSampleEntry);
  const values = (name: string) => entries.findLast((entry) => entry.name === name)!.values;
  for (const sample of [0, 5, 31]) {
    const state = Float64Array.from(values('s'), (row) => row[sample]!);
    const field = decodeField(fresh.look(state, -1));
    const action = values('a')[0]![sample]!;
    expect(field.values.data[action]).toBeCloseTo(values('q')[0]![sample]!, 5);
  }
  const digest = fresh.digest();
  fresh.look(new Float64Array(4), -1);
  expect(fresh.digest()).toBe(digest);
});

test('a state or a dimension that there is not is refused by name', async () => {
  const run = wrapTraceModule(await startTraceModule()).open('preset=pendulum-sac');
  expect(decodeField(run.look(new Float64Array(3), 0)).values.rows).toBe(64);
  expect(() => run.look(new Float64Array(2), 0)).toThrow('observation: 2 is outside [3, 3]');
  expect(() => run.look(new Float64Array(3), 1)).toThrow('dimension: 1 is outside [0, 0]');
  expect(() => run.look(Float64Array.of(0, 0, NaN), 0)).toThrow('observation: ');
});
