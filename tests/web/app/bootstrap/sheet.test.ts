import { expect, test } from 'vitest';
import { learningFigure } from '../../../../web/src/app/bootstrap/figures';
import {
  type LearnedCell,
  PooledMoments,
  PORTION,
  Sheet,
} from '../../../../web/src/app/bootstrap/sheet';
import { parseLearned } from '../../../../web/src/protocol/bootstrap';
import { liveWorker } from './live-worker';

test('moments of groups are those of all numbers', () => {
  const numbers = [1, 4, 2, 8, 5, 7, 1, 0];
  const of = (some: readonly number[]) => {
    const mean = some.reduce((sum, x) => sum + x, 0) / some.length;
    const squares = some.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (some.length * (some.length - 1))) };
  };
  const pooled = new PooledMoments();
  for (const group of [numbers.slice(0, 3), numbers.slice(3)]) {
    const { mean, error } = of(group);
    pooled.add(mean, error, group.length);
  }
  expect(pooled.mean).toBeCloseTo(of(numbers).mean, 12);
  expect(pooled.standardError).toBeCloseTo(of(numbers).error, 12);
});

/** Measured elsewhere over 1,500 runs: n, step size, error and standard error. */
const KNOWN = [
  [1, 0.8, 0.345, 0.0005],
  [2, 0.6, 0.2772, 0.0011],
  [4, 0.4, 0.2649, 0.0013],
  [8, 0.2, 0.2792, 0.0011],
  [16, 0.2, 0.3259, 0.0015],
  [64, 0.05, 0.4145, 0.0013],
] as const;

test('learns the figure of the book, within four standard errors', async () => {
  const worker = await liveWorker();
  const sheet = new Sheet();
  while (sheet.runs < 5 * PORTION) {
    sheet.take((await worker.call('walks', sheet.next())).map(parseLearned));
  }
  const cell = (n: number, stepSize: number): LearnedCell =>
    sheet.cells().find((each) => each.n === n && each.stepSize === stepSize)!;
  for (const [n, stepSize, rms, error] of KNOWN) {
    const found = cell(n, stepSize);
    expect(Math.abs(found.rms - rms)).toBeLessThan(4 * Math.hypot(error, found.standardError));
    expect(found.standardError).toBeLessThan(0.01);
  }
  const figure = learningFigure(sheet.cells(), sheet.runs, 4, 'build')!;
  const rows = figure.rows();
  expect(rows[0]).toEqual(['n', 'step_size', 'rms', 'standard_error', 'runs']);
  expect(rows.at(-1)!.at(-1)).toBe(100);
  expect(figure.note).toMatch(/^Least so far: n = (2|4) with step size/);
});

test('there is no figure before every cell has been learned once', () => {
  expect(learningFigure(new Sheet().cells(), 0, 4, 'build')).toBeUndefined();
});
