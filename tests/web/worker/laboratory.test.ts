import { expect, test } from 'vitest';
import { Laboratory } from '../../../web/src/worker/laboratory';
import { FakeLabCore } from '../fake-lab';

test('a race goes on when it is asked to, and frees the one before', () => {
  const core = new FakeLabCore();
  const { raceOpen, raceStep } = new Laboratory(core).handlers;
  expect(() => raceStep(5)).toThrow('there is no race yet');
  raceOpen('dimensions=8');
  raceStep(5);
  expect(raceStep(7)).toBe('12');
  raceOpen('dimensions=2');
  expect(core.races.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
  expect(raceStep(1)).toBe('1');
});

test('a bad configuration leaves the race as it was', () => {
  const core = new FakeLabCore();
  const { raceOpen, raceStep } = new Laboratory(core).handlers;
  raceOpen('dimensions=8');
  expect(() => raceOpen('bad=1')).toThrow('bad: unknown parameter');
  expect(core.races[0]!.isDeleted).toBe(false);
  expect(raceStep(3)).toBe('3');
});

test('a bench is replaced as a whole, and stays if the new task is bad', () => {
  const core = new FakeLabCore();
  const { open: labOpen, measure: labMeasure } = new Laboratory(core).handlers;
  const request = { config: 'samples=1', repeats: 100, rows: false };
  expect(() => labMeasure([request], 5)).toThrow('there is nothing on the bench yet');
  labOpen('policy=gaussian', null);
  expect(() => labOpen('bad=1', null)).toThrow('bad: unknown parameter');
  expect(core.labs[0]!.isDeleted).toBe(false);
  labOpen('policy=categorical', null);
  expect(core.labs.map(({ isDeleted }) => isDeleted)).toEqual([true, false]);
});

test('measurements are answered in order, with rows where asked', () => {
  const { open: labOpen, measure: labMeasure } = new Laboratory(new FakeLabCore()).handlers;
  labOpen('policy=gaussian', null);
  const [first, second] = labMeasure(
    [
      { config: 'samples=1', repeats: 100, rows: false },
      { config: 'samples=2', repeats: 200, rows: true },
    ],
    5,
  );
  expect(first).toEqual({ result: '100', rows: null });
  expect(second!.result).toBe('200');
  expect(second!.rows).toHaveLength(4);
});
