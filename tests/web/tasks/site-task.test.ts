// A task from a module of the site: how it is loaded, and what a picture is drawn from.
import { beforeEach, describe, expect, test } from 'vitest';
import { wrapModule } from '../../../web/src/core/core';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { isOf } from '../../../web/src/protocol/task-address';
import type { ShownEnvironment } from '../../../web/src/tasks/environment';
import { hostTask } from '../../../web/src/tasks/host';
import { pictured } from '../../../web/src/tasks/pictured';
import { loadTask } from '../../../web/src/tasks/task-module';
import { startHostModule } from '../live';

/** Goes on by its action; 7 is where it starts. */
const walk: ShownEnvironment<{ x: number }> = {
  id: 'walk',
  observation: ['x', 'force'],
  action: [{ name: 'force', low: -2, high: 2 }],
  timeLimit: 50,
  create: () => ({ x: 0 }),
  reset: (state) => void (state.x = 7),
  step(state, [force]) {
    state.x += force!;
    return { reward: -Math.abs(state.x), terminated: false };
  },
  observe: ({ x }) => [x / 10, 0.5],
};

let module: Awaited<ReturnType<typeof startHostModule>>;
beforeEach(async () => {
  module = await startHostModule();
});

/** The columns of a task in the catalog, and its numbers after so many steps for the viewer. */
function shown(environment: ShownEnvironment<{ x: number }>, algorithm: string, steps: number) {
  const { id } = hostTask(module, environment, pictured);
  const { draw } = parseCatalog(module.catalog()).environments.at(-1)!;
  const session = wrapModule(module).open(`environment=${id}&algorithm=${algorithm}&seed=1`);
  session.watch(steps, true);
  const { buffer, words } = session.packFrame(new ArrayBuffer(0));
  const row = [...decodeFrame(buffer, words).draw];
  return { row: Object.fromEntries(draw.map((name, i) => [name, row[i]])), status: session.status };
}

describe('the picture of any task', () => {
  test('has the observation, action and reward, and room for all that has been seen', () => {
    const drawn: ShownEnvironment<{ x: number }> = {
      ...walk,
      drawing: ['place'],
      draw: ({ x }) => [x],
    };
    const plain = shown(walk, 'sac', 1).row;
    expect(Object.keys(plain)).toEqual([
      ...['x', 'force', 'x low', 'x high', 'force low', 'force high'],
      ...['force (action)', 'action force (action) low', 'action force (action) high', 'reward'],
    ]);
    expect(plain.force).toBe(0.5);
    expect([plain['x low'], plain['x high']]).toEqual([-1, 1]);
    const [action, reward] = [plain['force (action)']!, plain.reward!];
    expect(Math.abs(action)).toBeGreaterThan(0);
    expect(plain.x).toBeCloseTo(0.7 + action / 10, 5);
    expect(reward).toBeCloseTo(-Math.abs(7 + action), 5);
    const own = shown({ ...drawn, id: 'drawn' }, 'sac', 1).row;
    expect(own.place).toBeCloseTo(7 + own.force!, 5);
    expect([own['place low'], own['place high']]).toEqual([-10, 10]);
  });

  test('says which choice was made, and 0 before any', () => {
    const chosen: ShownEnvironment<{ x: number }> = { ...walk, action: ['left', 'right'] };
    const { row } = shown(chosen, 'dqn', 1);
    expect(row['choice left']! + row['choice right']!).toBe(1);
    const before = shown({ ...chosen, id: 'before' }, 'dqn', 0).row;
    expect([before['choice left'], before['choice right'], before.reward]).toEqual([0, 0, 0]);
  });

  test('can be drawn where a state has only been loaded', () => {
    const saved: ShownEnvironment<{ x: number }> = {
      ...walk,
      save: ({ x }) => [x],
      load: (state, [x]) => void (state.x = x!),
    };
    hostTask(module, saved, (task, environment, tools) => {
      const [drawn, adapter] = pictured(task, environment, tools);
      const state = adapter.create()!;
      adapter.load(state, Float64Array.of(5));
      const out = new Float32Array(drawn.drawing.length);
      expect(adapter.draw(state, out)).toBe(out.length);
      expect(out[0]).toBe(0.5);
      return [drawn, adapter];
    });
  });

  test('stops the run where its numbers are not those that were named', () => {
    const wrong = { ...walk, drawing: ['place'], draw: () => [1, 2] };
    expect(() => {
      const { status } = shown(wrong, 'sac', 1);
      if (status() !== '') throw new Error(status());
    }).toThrow('draw of walk: 2 numbers instead of 1');
  });
});

describe('the module of a task', () => {
  test.each([
    ['https://example.org', 'https://example.org/a.js', true],
    ['http://localhost:4173', 'http://localhost:4173/tasks/a.js?v=2', true],
    ['https://example.org', 'https://example.org.evil.example/a.js', false],
    ['https://example.org', 'https://example.org@evil.example/a.js', false],
    ['https://example.org', 'http://example.org/a.js', false],
    ['https://example.org', 'https://example.org:8443/a.js', false],
    ['https://example.org', 'blob:https://example.org/0123', false],
    ['https://example.org', 'data:text/javascript,export default {}', false],
    ['null', 'null/a.js', false],
    ['file://', 'file:///a.js', false],
  ])('of %s may be at %s: %s', (origin, address, expected) => {
    expect(isOf(origin, address)).toBe(expected);
  });

  test('of another site is not run', async () => {
    const address = 'data:text/javascript,globalThis.hasRun = true; export default {}';
    await expect(loadTask(address, 'https://example.org')).rejects.toThrow('only this site');
    expect('hasRun' in globalThis).toBe(false);
  });
});
