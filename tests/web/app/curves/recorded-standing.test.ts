import { expect, test } from 'vitest';
import { recordedCaption, besideSentence } from '../../../../web/src/app/curves/recorded-sentences';
import { recordedStanding } from '../../../../web/src/app/curves/recorded-standing';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import {
  RECORDED_IDS,
  type RecordedArm,
  type ShownArm,
  shownArms,
} from '../../../../web/src/app/experiment/recorded';
import { Playground } from '../../../../web/src/app/experiment/playground';
import { addSweep, closeSweep, toggleArm } from '../../../../web/src/app/sweeps/shown';
import { resolve } from '../../../../web/src/app/settings/settings';
import { plainStatistics, someSeed } from './some-seeds';

const [first, second] = catalog.environments;

function recorded(name: string, means: readonly number[], status = ''): RecordedArm {
  const config = `environment=${first!.id}`;
  const resolved = resolve(catalog, new Map([['environment', first!.id]]));
  const evaluation = (meanReturn: number, i: number) => {
    return { steps: 100 * (i + 1), updates: 9, meanReturn, deviation: 1, states: 16 };
  };
  const seeds = means.map((mean, i) => ({
    seed: String(i + 1),
    evaluations: [mean - 5, mean].map(evaluation),
    status: i === 0 ? status : '',
  }));
  return { name, config, resolved, steps: 200, seeds, id: null };
}

const shown = (arm: RecordedArm, place = 0): ShownArm => ({ ...arm, id: RECORDED_IDS[place]! });
const live = (environment = first!) => ({
  arm: { id: 'A', seeds: [someSeed(1, [-3]), someSeed(2, [-4])] },
  environment,
});

test('each counts by its last evaluation, however far the runs of the page are', async () => {
  const arm = shown(recorded('x', [10, 20, 30]));
  const { arms, fewest } = await recordedStanding([arm], live(), 15, 'iqm', plainStatistics());
  expect(arms[0]).toMatchObject({ id: 'R1', at: 200, shown: arm });
  expect([...arms[0]!.scores]).toEqual([10, 20, 30]);
  expect(arms[0]!.points.map(({ x }) => x)).toEqual([100, 200]);
  expect(arms[0]!.seeds.map(({ reached }) => reached)).toEqual([null, 100, 100]);
  expect(fewest).toBe(3);
});

test('an arm beside another one is of the last step that both have come to', async () => {
  const arms = [shown(recorded('x', [10, 20])), shown(recorded('y', [1, 2]), 1)];
  const asked: number[][][] = [];
  const statistics = {
    ...plainStatistics(),
    compare: (ours: Float64Array, others: Float64Array) => {
      asked.push([[...ours], [...others]]);
      return plainStatistics().compare(ours, others);
    },
  };
  const { comparisons } = await recordedStanding(arms, live(), null, 'iqm', statistics);
  expect(comparisons.map(({ id, with: other, at }) => [id, other, at])).toEqual([
    ['R1', 'A', 100],
    ['R2', 'A', 100],
    ['R2', 'R1', 200],
  ]);
  expect(asked).toEqual([
    [
      [5, 15],
      [-3, -4],
    ],
    [
      [-4, -3],
      [-3, -4],
    ],
    [
      [1, 2],
      [10, 20],
    ],
  ]);
  expect(besideSentence(comparisons[0]!)).toMatch(/^At step 100: .*R1 ends above one of A/);
});

test('beside a run whose evaluations are merged, it is of a step that both have', async () => {
  const merged = [1, 2].map((seed) => {
    const { evaluations, ...rest } = someSeed(seed, [-5, -4, -3]);
    return { ...rest, evaluations: evaluations.filter((_, i) => i !== 1) };
  });
  const other = { arm: { id: 'A', seeds: merged }, environment: first! };
  const arm = shown(recorded('x', [10, 20]));
  const { comparisons } = await recordedStanding([arm], other, null, 'iqm', plainStatistics());
  expect(comparisons[0]).toMatchObject({ with: 'A', at: 100 });
});

test('seeds that differ are no pairs', async () => {
  const other = { arm: { id: 'A', seeds: [someSeed(7, [-3, 1])] }, environment: first! };
  let asked: number[][] = [];
  const statistics = {
    ...plainStatistics(),
    compare: (ours: Float64Array, others: Float64Array) => {
      asked = [[...ours], [...others]];
      return plainStatistics().compare(ours, others);
    },
  };
  await recordedStanding([shown(recorded('x', [10]))], other, null, 'iqm', statistics);
  expect(asked).toEqual([
    [10, NaN],
    [NaN, 1],
  ]);
});

test('other environments are not compared, nor is what has no evaluation', async () => {
  const arm = shown(recorded('x', [10, 20]));
  const of = async (other: ReturnType<typeof live>) => {
    const standing = await recordedStanding([arm], other, null, 'iqm', plainStatistics());
    return besideSentence(standing.comparisons[0]!);
  };
  expect(await of(live(second))).toMatch(`A of ${second!.title}: their returns cannot be compared`);
  const unborn = { arm: { id: 'A', seeds: [someSeed(1, [])] }, environment: first! };
  expect(await of(unborn)).toMatch('once both have an evaluation');
});

test('the caption names seeds that stopped early', async () => {
  const arm = shown(recorded('x', [10, 20], 'diverged'));
  const standing = await recordedStanding([arm], undefined, null, 'iqm', plainStatistics());
  expect(recordedCaption(standing)).toMatch(/^R1: .* n = 2: .*R1 stopped early: seed 1 \(10\.0/);
});

test('four arms have names at a time; one that goes makes room', () => {
  const playground = new Playground(catalog, [], () => {
    throw new Error('no run is needed');
  });
  const arms = ['v', 'w', 'x', 'y', 'z'].map((name) => recorded(name, [1]));
  const about = { builds: ['1'], begun: 0, failed: 0, missing: 0 };
  addSweep(playground, { source: 's', arms, ...about });
  const names = () => shownArms(playground.$sweeps.get()).map(({ id, name }) => id + name);
  expect(names()).toEqual(['R1v', 'R2w', 'R3x', 'R4y']);
  const arm = (place: number) => playground.$sweeps.get()[0]!.arms[place]!;
  toggleArm(playground, arm(4));
  expect(names()).toHaveLength(4);
  toggleArm(playground, arm(1));
  toggleArm(playground, arm(4));
  expect(names()).toEqual(['R1v', 'R2z', 'R3x', 'R4y']);
  closeSweep(playground, playground.$sweeps.get()[0]!);
  expect(names()).toEqual([]);
});
