import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import type { Sweep } from '../../../../web/src/app/experiment/recorded';
import { type Entry, readSweep } from '../../../../web/src/app/sweeps/read-sweep';
import { unhurried } from '../../../../web/src/app/sweeps/unhurried';
import { type Given, unpack } from '../../../../web/src/app/sweeps/unpack';
import { idOf, MOST_RUNS } from '../../../../web/src/protocol/sweep';
import { atOnce } from './at-once';

const NATIVE = resolve(import.meta.dirname, '../../../../build/native/acp');
const folder = mkdtempSync(join(tmpdir(), 'sweeps-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  builds: string[];
  missing: number;
  arms: { name: string; config: string; seeds: number; worst: number; best: number }[];
}

const acp = (...words: string[]) =>
  execFileSync(NATIVE, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const read = (source: string, files: readonly Entry[]) => atOnce(readSweep(catalog, source, files));
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const entry = (path: string): Entry => ({ path, text: text(path) });
const given = (path: string, bytes: Uint8Array | string): Given => ({
  path,
  file: new Blob([bytes as Uint8Array<ArrayBuffer>]),
});

let entries: Entry[];
let report: Report;
let sweep: Sweep;
beforeAll(() => {
  const words = ['preset=cart-pole-a2c', 'seeds=3..6', 'a2c.gamma=0.9,0.99', 'steps=400'];
  acp('sweep', ...words, 'evaluate_every=200', '--out', 's', '--jobs', '1');
  report = JSON.parse(acp('report', 's', '--format', 'json')) as Report;
  const runs = readdirSync(join(folder, 's/runs')).map((name) => `s/runs/${name}`);
  entries = ['s/plan.jsonl', 's/results.jsonl', ...runs].map(entry);
  sweep = read('s', entries);
});

const lasts = ({ arms }: Sweep) =>
  arms.map(({ name, config, seeds }) => {
    const scores = seeds.map(({ evaluations }) => evaluations.at(-1)!.meanReturn);
    const [worst, best] = [Math.min(...scores), Math.max(...scores)];
    return { name, config, seeds: seeds.length, worst, best };
  });
const arms = () =>
  report.arms.map(({ name, config, seeds, worst, best }) => {
    return { name, config, seeds, worst, best };
  });

describe('a folder of a sweep', () => {
  test('has the arms, names and scores of the report', () => {
    expect(lasts(sweep)).toEqual(arms());
    expect(sweep.builds).toEqual(report.builds);
    expect(sweep.arms[0]!.seeds.map(({ seed }) => seed)).toEqual(['3', '4', '5', '6']);
    expect(sweep).toMatchObject({ begun: 0, failed: 0, missing: 0 });
  });

  test('is the same as its results alone', () => {
    const alone = read('s', [entry('s/results.jsonl')]);
    expect(alone.arms).toEqual(sweep.arms);
  });

  test('says what is not whole', () => {
    const [first, second, third] = entries.slice(2).map(({ path }) => path);
    const left = entries.filter(({ path }) => ![first, second, third].includes(path));
    const other = (path: string | undefined, ending: string) => ({
      path: path!.replace('.jsonl', ending),
      text: '',
    });
    const partial = read('s', [
      ...left,
      other(first, '.partial'),
      other(second, '.partial'),
      other(second, '.failed'),
    ]);
    expect(partial).toMatchObject({ begun: 1, failed: 1, missing: 1 });
    expect(partial.arms.flatMap(({ seeds }) => seeds)).toHaveLength(5);
  });

  test('of several versions says which', () => {
    const changed = entries.map((each, i) =>
      i === 2 ? { ...each, text: each.text.replace(/"build":"[^"]*"/, '"build":"0.0.1"') } : each,
    );
    expect(read('s', changed).builds).toHaveLength(2);
  });

  test('keeps a run that diverged with what it last evaluated to', () => {
    const [run, evaluation] = entries[2]!.text.split('\n');
    const end = entries[2]!.text.trimEnd().split('\n').at(-1)!;
    const stopped = (...rows: string[]) =>
      read('s', [
        { path: 'r.jsonl', text: `${rows.join('\n')}\n` },
        { path: 'q.jsonl', text: entries[3]!.text },
      ]);
    const diverged = end.replace('"status":""', '"status":"diverged"');
    const seeds = stopped(run!, evaluation!, diverged).arms.flatMap((arm) => arm.seeds);
    expect(seeds.map(({ status }) => status).sort()).toEqual(['', 'diverged']);
    expect(() => stopped(run!, end)).toThrow('r.jsonl, line 2: no evaluation before it');
    expect(() => read('s', [{ path: 'r', text: `${run}\n${diverged}\n` }])).toThrow(
      'every seed stopped unevaluated',
    );
  });

  test('has the ids of the command line', () => {
    for (const line of text('s/plan.jsonl').trimEnd().split('\n')) {
      const run = JSON.parse(line) as { id: string; config: string; steps: number };
      expect(idOf(run)).toBe(run.id);
    }
  });
});

describe('what is wrong is named', () => {
  const change = (from: string | RegExp, to: string) => () =>
    read('s', [{ path: 'results.jsonl', text: text('s/results.jsonl').replace(from, to) }]);

  test.each([
    ['"updates":', '"updates":-', /^results.jsonl, line 2: updates: .*>=0.*-/],
    [/"mean_return":[^,]+/, '"mean_return":"x"', /line 2: mean_return: .*number.*"x"/],
    [/"mean_return":[^,]+/, '"mean_return":2e99', /line 2: mean_return: .*<=1e\+99.*2e\+99/],
    [/"mean_return":[^,]+/, '"mean_return":-1e300', /line 2: mean_return: .*>=-1e\+99.*-1e\+300/],
    [/"environment_steps":200/, '"environment_steps":900', /line 3: environment_steps: 400 is not/],
    ['"steps":400', '"steps":401', /line 1: id: [0-9a-f]{16} is not that of the run/],
    ['"type":"end"', '"type":"fin"', /line 4: type: .*"end".*"fin"/],
    [/^[^\n]+\n/, '', /line 1: type: "evaluation" before any "run"/],
    [/[^\n]+\n$/, '', /line 29: the run has no end/],
    [/^/, '{\n', /line 1: is not JSON/],
    [/^[^]*$/, '', /is empty/],
  ])('%s as %s', (from, to, message) => {
    expect(change(from, to)).toThrow(message);
  });

  test('a setting that is not of this version', () => {
    const rows = text('s/results.jsonl').split('\n').slice(0, 4);
    const run = JSON.parse(rows[0]!) as { id: string; config: string; steps: number };
    run.config += '&unknown=1';
    run.id = idOf(run);
    const changed = [JSON.stringify(run), ...rows.slice(1)].join('\n');
    expect(() => read('s', [{ path: 'r', text: changed }])).toThrow(
      /is not of this version: it has no "unknown"/,
    );
  });
});

describe('seeds of an arm', () => {
  const ofSeeds = (...seeds: string[]) => {
    const rows = text('s/results.jsonl').split('\n').slice(0, 4);
    const { config, ...run } = JSON.parse(rows[0]!) as { config: string; steps: number };
    const lines = seeds.flatMap((seed) => {
      const other = { ...run, config: config.replace(/(^|&)seed=\d+/, `$1seed=${seed}`) };
      return [JSON.stringify({ ...other, id: idOf(other) }), ...rows.slice(1)];
    });
    return read('s', [{ path: 'r', text: lines.join('\n') }]).arms;
  };

  test('are what the core takes for seeds', () => {
    const [arm] = ofSeeds('2147483647', '0', '1000000000');
    expect(arm!.seeds.map(({ seed }) => seed)).toEqual(['0', '1000000000', '2147483647']);
    for (const seed of ['2147483648', '1.5', '-1', 'x']) {
      expect(() => ofSeeds(seed)).toThrow(
        `its seed "${seed}" is no whole number from 0 to 2147483647`,
      );
    }
  });

  test('are no more than can be resampled', () => {
    const seeds = Array.from({ length: 1001 }, (_, i) => String(i));
    expect(ofSeeds(...seeds.slice(1))[0]!.seeds).toHaveLength(1000);
    expect(() => ofSeeds(...seeds)).toThrow(/config: ".*" has more than 1,000 seeds/);
  });
});

test('a large sweep is read between turns of the page, a larger one refused', async () => {
  const rows = text('s/results.jsonl').split('\n').slice(0, 4);
  const run = JSON.parse(rows[0]!) as { config: string; steps: number };
  const content = (count: number) =>
    Array.from({ length: count }, (_, i) => {
      const other = {
        ...run,
        config: run.config.replace(/a2c.gamma=[^&]+/, `a2c.gamma=0.${i + 1}`),
      };
      return [JSON.stringify({ ...other, id: idOf(other) }), ...rows.slice(1)].join('\n');
    }).join('\n');
  const steps = readSweep(catalog, 's', [{ path: 'r', text: content(MOST_RUNS) }]);
  let turns = 0;
  const clock = setInterval(() => turns++);
  const { arms: read } = await unhurried(steps);
  clearInterval(clock);
  expect(read).toHaveLength(MOST_RUNS);
  expect(turns).toBeGreaterThan(5);
  expect(() =>
    atOnce(readSweep(catalog, 's', [{ path: 'r', text: content(MOST_RUNS + 1) }])),
  ).toThrow(/^r, line 80001: the page opens at most 20000 runs$/);
});

describe('an archive', () => {
  const bytesOf = (value: string) => new TextEncoder().encode(value);

  test('of the folder has what the folder has', async () => {
    const files: Zippable = Object.fromEntries(entries.map((e) => [e.path, bytesOf(e.text)]));
    const unpacked = await unpack([given('s.zip', zipSync(files))]);
    expect(read('s', unpacked)).toEqual(sweep);
  });

  test('by tar and gzip too, and gzip alone', async () => {
    execFileSync('tar', ['-czf', 's.tar.gz', 's'], { cwd: folder });
    const packed = await unpack([given('s.tar.gz', readFileSync(join(folder, 's.tar.gz')))]);
    expect(read('s', packed)).toEqual(sweep);
    const alone = await unpack([given('r.gz', gzipSync(bytesOf(text('s/results.jsonl'))))]);
    expect(read('s', alone).arms).toEqual(sweep.arms);
  });

  test('of long texts is read in slices, which part no character', async () => {
    let [now, turns] = [0, 0];
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const { MessageChannel } = globalThis;
    vi.stubGlobal(
      'MessageChannel',
      class extends MessageChannel {
        constructor() {
          super();
          turns++;
        }
      },
    );
    const long = `x${'é'.repeat(2 ** 19)}`;
    for (const file of [given('a', long), given('a.zip', zipSync({ a: Buffer.from(long) }))]) {
      turns = 0;
      const [only] = await unpack([file]);
      expect(only!.text).toBe(long);
      expect(turns).toBeGreaterThan(16);
    }
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('that is cut short is refused', async () => {
    const whole = zipSync({ 'results.jsonl': bytesOf(text('s/results.jsonl')) });
    const cut = unpack([given('s.zip', whole.slice(0, 200))]);
    await expect(cut).rejects.toThrow(/s\.zip: is no whole archive/);
  });

  test('that would be too large is refused while it is unpacked', async () => {
    const zeros = new Uint8Array(2 ** 21);
    const bomb = zipSync({ 'a.jsonl': zeros, 'b.jsonl': zeros });
    expect(bomb.length).toBeLessThan(2 ** 14);
    await expect(unpack([given('s.zip', bomb)], 2 ** 20)).rejects.toThrow('it has more than 1 MB');
  });
});
