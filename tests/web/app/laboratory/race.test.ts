import { describe, expect, test } from 'vitest';
import {
  finishOf,
  parseRace,
  racePoints,
  variantOf,
} from '../../../../web/src/app/laboratory/race';
import { raceStrings } from '../../../../web/src/app/text/en/race';
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
    expect(early.contestants.flatMap(racePoints)).toEqual([]);
    expect(late.finished).toBe(true);
    for (const contestant of late.contestants) {
      const points = racePoints(contestant);
      expect(points[0]!.x).toBe(1);
      expect(points.at(-1)!.value).toBeLessThan(2 * late.target);
      for (const { value, lower, upper, expected } of points) {
        for (const number of [value, lower, upper, expected]) expect(number).toBeGreaterThan(0);
      }
    }
    expect(late.contestants.map(variantOf)).toEqual([
      'reparameterization',
      'score_function.leave_one_out',
      'score_function.none',
    ]);
    const [pathwise, scored] = late.contestants.map((each) => finishOf(each)!);
    expect(pathwise!.backward).toBe(pathwise!.forward);
    expect(pathwise!.forward).toBe(16 * pathwise!.reached);
    expect(scored!.backward).toBe(0);
    expect(scored!.slowest).toBeGreaterThanOrEqual(scored!.upper);
  });

  test('states its seeds, and the ratio of theory', () => {
    const late = race(60_000);
    expect(raceStrings().about(late)).toContain('32 seeds (random stream 1), 4 dimensions');
    expect(raceStrings().ratio.after(late)).toContain('In 4 dimensions: 4 at the optimum, 129');
  });

  test('is refused if something is missing', () => {
    expect(() => parseRace('{}')).toThrow();
  });
});
