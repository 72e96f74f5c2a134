import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AcpModule } from '@acp/module';
import { wrapModule } from '../../../../web/src/core/core';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import { Playground } from '../../../../web/src/app/experiment/playground';
import { Seeds } from '../../../../web/src/app/seeds/seeds';
import { type OwnSweep, ownSweep } from '../../../../web/src/app/sweeps/own-sweep';
import { readSweep } from '../../../../web/src/app/sweeps/read-sweep';
import { archive } from '../../../../web/src/app/sweeps/archive';
import { unpack } from '../../../../web/src/app/sweeps/unpack';
import { startModule } from '../../live';
import { crewOffice, FairChannel, runOffice } from '../../office';
import { atOnce } from './at-once';

const NATIVE = resolve(import.meta.dirname, '../../../../build/native/acp');
/** Milliseconds: how fast the machine is does not count. */
const PATIENCE = 50_000;
const STEPS = 700;
const folder = mkdtempSync(join(tmpdir(), 'own-sweeps-'));
afterAll(() => rmSync(folder, { recursive: true }));

const acp = (...words: string[]) =>
  execFileSync(NATIVE, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const read = (path: string) => linesOf(readFileSync(join(folder, path), 'utf8'));

let module: AcpModule;
beforeAll(async () => {
  module = await startModule();
  vi.stubGlobal('MessageChannel', FairChannel);
  const words = ['preset=cart-pole-a2c', 'a2c.gamma=0.9,0.99', 'seeds=3..5', `steps=${STEPS}`];
  acp('sweep', ...words, 'evaluate_every=200', '--out', 'native', '--jobs', '1');
});

let playground: Playground;
let seeds: Seeds;
let frames: ReturnType<typeof setInterval>;
beforeEach(async () => {
  const core = wrapModule(module);
  playground = new Playground(catalog, ['A', 'B'], runOffice(core).connect);
  playground.$watching.set(false);
  const noScores = () => {
    throw new Error('not asked');
  };
  seeds = new Seeds(playground, crewOffice(core).connect, noScores, 4);
  frames = setInterval(() => playground.runs.forEach((run) => run.refresh(performance.now())), 16);
  const both = 'preset=cart-pole-a2c&evaluate_every=200&seed=3&runs=2&seeds=3';
  await playground.start(`#v=2&${both}&a2c.gamma=0.9&b.a2c.gamma=0.99`);
});
afterEach(() => {
  playground.pause();
  clearInterval(frames);
});

const train = async () => {
  playground.$stopAt.set(STEPS);
  playground.play();
  await vi.waitFor(() => expect(playground.$playing.get()).toBe(false), PATIENCE);
};
const saved = (steps = STEPS) => ownSweep(playground, seeds.$cohorts.get(), steps);
const bytesOf = async (name: string, sweep: OwnSweep) =>
  new Uint8Array(await atOnce(archive(name, sweep)).arrayBuffer());

describe('the runs of the page', () => {
  test('are, as a sweep, those of acp sweep, and acp report reads them', async () => {
    await train();
    const bytes = await bytesOf('page', await saved());
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    expect(read('page/plan.jsonl')).toEqual(read('native/plan.jsonl'));
    for (const { id } of read('native/plan.jsonl')) {
      const [ours, theirs] = ['page', 'native'].map((of) => read(`${of}/runs/${String(id)}.jsonl`));
      expect(ours!.length).toBe(theirs!.length);
      ours!.forEach((row, i) => {
        const { mean_return: mean, standard_deviation: deviation, ...rest } = row;
        const expected = theirs![i]!;
        // A frame has numbers of 32 bits.
        const [a, b] = [expected.mean_return, expected.standard_deviation].map((value) =>
          typeof value === 'number' ? Math.fround(value) : undefined,
        );
        expect({ ...rest, mean, deviation }).toEqual({
          ...Object.fromEntries(Object.keys(rest).map((key) => [key, expected[key]])),
          ...{ mean: a, deviation: b },
        });
      });
    }
    const [ours, theirs] = ['page', 'native'].map((of) => acp('report', of));
    expect(ours).toBe(theirs);
    expect(acp('sweep', 'collect', '--out', 'page')).toBeDefined();
  });

  test('are opened again as they were, the same bytes each time', async () => {
    await train();
    const sweep = await saved();
    const bytes = await bytesOf('page', sweep);
    expect(await bytesOf('page', sweep)).toEqual(bytes);
    const entries = await unpack([{ path: 'page.zip', file: new Blob([bytes]) }]);
    const { arms, missing } = atOnce(readSweep(catalog, 'page.zip', entries));
    expect(missing).toBe(0);
    expect(
      arms.map(({ config, seeds: own }) => [/gamma=[^&]*/.exec(config)?.[0], own.length]),
    ).toEqual([
      ['gamma=0.9', 3],
      [undefined, 3],
    ]);
    const lasts = arms.map(({ seeds: own }) =>
      own.map((seed) => seed.evaluations.at(-1)!.meanReturn),
    );
    const shown = seeds.$cohorts
      .get()
      .map(({ $seeds }) => $seeds.get().map((seed) => seed.history.lastEvaluation()!.mean));
    expect(lasts).toEqual(shown);
  });

  test('are missing where they have not come to the end', async () => {
    await train();
    const { plan, results } = await saved(STEPS + 1);
    expect([plan.length, results.length]).toEqual([6, 0]);
  });

  test('are left out where changed on the way, and told once where equal', async () => {
    await train();
    playground.$changes.setKey('A', [{ key: 'a2c.gamma', text: 'changed' }]);
    const { plan, leftOut } = await saved();
    expect(leftOut).toEqual(['A']);
    expect(plan).toHaveLength(3);
    const [cohort] = seeds.$cohorts.get();
    const twice = await ownSweep(
      { $changes: playground.$changes, catalog },
      [
        { id: 'B', $seeds: cohort!.$seeds },
        { id: 'C', $seeds: cohort!.$seeds },
      ],
      STEPS,
    );
    expect([twice.plan.length, twice.results.length]).toEqual([3, 3]);
  });
});
