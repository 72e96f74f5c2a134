import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import type { HandedExperiment } from '../../../../web/src/app/files/hand-in';
import { embedding } from '../../../../web/src/app/kit/embedding';
import { Experiments } from '../../../../web/src/app/lesson/experiments';

const KEY = 'lesson.x.experiments';
const run = {
  id: 'A',
  config: 'seed=1',
  steps: 300,
  updates: 200,
  digest: '0123456789abcdef',
  evaluation: { steps: 300, mean_return: -1.5 },
};
const experiment = (change: Partial<typeof run> = {}): HandedExperiment => ({
  link: 'https://example.org/#v=2&seed=1',
  runs: [{ ...run, ...change }],
});
const content = (change: object = {}) => ({
  version: 1,
  build: catalog.build,
  experiments: [experiment()],
  ...change,
});

let stored: Map<string, string>;
const keep = (value: unknown) => stored.set(KEY, JSON.stringify(value));
const earlier = () => new Experiments('x').latest;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});
afterEach(() => {
  embedding.isOn = false;
  vi.unstubAllGlobals();
});

test('what runs came to is there in the next visit, of this lesson alone', () => {
  new Experiments('x').add(experiment());
  expect(earlier()).toEqual([experiment()]);
  expect(new Experiments('y').latest).toEqual([]);
});

test('the same settings are kept once, as they were last, and 32 of others', () => {
  const experiments = new Experiments('x');
  for (let seed = 0; seed < 40; seed++) experiments.add(experiment({ config: `seed=${seed}` }));
  experiments.add(experiment({ config: 'seed=20', steps: 600 }));
  expect(experiments.latest).toHaveLength(32);
  expect(experiments.latest[0]).toEqual(experiment({ config: 'seed=8' }));
  expect(experiments.latest.at(-1)).toEqual(experiment({ config: 'seed=20', steps: 600 }));
  expect(earlier()).toEqual(experiments.latest);
});

test('nothing is written that is there already', () => {
  const experiments = new Experiments('x');
  experiments.add(experiment());
  stored.clear();
  experiments.add(experiment());
  expect(stored.size).toBe(0);
});

test.each([
  ['nothing', null],
  ['a later version', content({ version: 2 })],
  ['another version of the page', content({ build: '0.0.0' })],
  ['too many', content({ experiments: Array(33).fill(experiment()) })],
  ['no runs', content({ experiments: [{ ...experiment(), runs: [] }] })],
  ['too many runs', content({ experiments: [{ ...experiment(), runs: Array(5).fill(run) }] })],
  ['a long link', content({ experiments: [{ ...experiment(), link: 'x'.repeat(4001) }] })],
  ['no steps', content({ experiments: [experiment({ steps: 0 })] })],
  ['half an update', content({ experiments: [experiment({ updates: 0.5 })] })],
  ['a digest that is none', content({ experiments: [experiment({ digest: 'x' })] })],
  ['another arm', content({ experiments: [experiment({ id: 'E' })] })],
  ['something more', content({ grade: 1 })],
])('what was not kept here is nothing: %s', (_, value) => {
  keep(value);
  expect(earlier()).toEqual([]);
});

test('what is no JSON is nothing, and the next visit writes over it', () => {
  stored.set(KEY, '{"version":');
  const experiments = new Experiments('x');
  expect(experiments.latest).toEqual([]);
  experiments.add(experiment());
  expect(earlier()).toEqual([experiment()]);
});

test('where nothing may be kept it lasts as long as the page', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('forbidden');
    },
    setItem: () => {
      throw new Error('full');
    },
  });
  const experiments = new Experiments('x');
  experiments.add(experiment());
  expect(experiments.latest).toEqual([experiment()]);
});

test('a frame neither keeps nor reads anything', () => {
  keep(content());
  embedding.isOn = true;
  const experiments = new Experiments('x');
  expect(experiments.latest).toEqual([]);
  experiments.add(experiment({ config: 'seed=2' }));
  expect(JSON.parse(stored.get(KEY)!)).toEqual(content());
});
