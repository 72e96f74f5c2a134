import { describe, expect, test } from 'vitest';
import { finishOf, parseRace, raceColumns } from '../../../../web/src/app/lab/race';
import { raceStrings } from '../../../../web/src/app/lab/race-strings';
import { startLabModule } from '../../live';

const acp = await startLabModule();

function race(milliseconds: number) {
  const live = new acp.Race('dimensions=4');
  live.advance(milliseconds);
  const result = parseRace(live.result());
  live.delete();
  return result;
}

describe('a race of the live module', () => {
  test('is understood from its first iteration to its end', () => {
    const [early, late] = [race(0), race(60_000)];
    expect(early.finished).toBe(false);
    expect(early.contestants.map(finishOf)).toEqual([null, null, null]);
    expect(raceColumns(early)).toEqual([[], ...Array<number[]>(9).fill([])]);
    expect(late.finished).toBe(true);
    const columns = raceColumns(late);
    expect(columns).toHaveLength(10);
    for (const column of columns) expect(column).toHaveLength(columns[0].length);
    const [pathwise, scored] = late.contestants.map((each) => finishOf(each)!);
    expect(pathwise!.backward).toBe(pathwise!.forward);
    expect(pathwise!.forward).toBe(16 * pathwise!.median);
    expect(scored!.backward).toBe(0);
    expect(scored!.slowest).toBeGreaterThanOrEqual(scored!.upper);
  });

  test('states its seeds, and the ratio of theory', () => {
    const late = race(60_000);
    expect(raceStrings.caption(late)).toContain('Mean over 32 seeds');
    expect(raceStrings.ratio.after(late)).toContain('In 4 dimensions: 4 at the optimum, 84');
  });

  test('is refused if something is missing', () => {
    expect(() => parseRace('{}')).toThrow();
  });
});

test('curves of different lengths share their x column', () => {
  const curve = (iteration: number[]) => ({
    iteration,
    mean: iteration.map((x) => 1 / x),
    lower: iteration.map(() => 0.1),
    upper: iteration.map(() => 2),
  });
  const [first] = race(0).contestants;
  const contestants = [
    { ...first!, curve: curve([1, 4]) },
    { ...first!, curve: curve([1, 2]) },
  ];
  const [xs, mean, , , other] = raceColumns({ contestants });
  expect(xs).toEqual([1, 2, 4]);
  expect(mean).toEqual([1, null, 0.25]);
  expect(other).toEqual([1, 0.5, null]);
});
