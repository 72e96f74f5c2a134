import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { story } from '../../../../web/src/app/text/en/story';
import { exactVarianceRatio } from '../../../../web/src/app/text/variance-ratio';

const readme = readFileSync(resolve(import.meta.dirname, '../../../../README.md'), 'utf8');

test('the page and the README quote the same returns', () => {
  const quoted = readme
    .split('\n')
    .filter((line) => /^\| (score function|reparameterization)/.test(line))
    .map((line) => {
      const [, title, middle, range] = line
        .split('|')
        .map((cell) => cell.trim().replaceAll('−', '-'));
      const returns = [middle!.split(' [')[0]!, ...range!.split(' to ')];
      return [title!.includes('no baseline'), ...returns.map(Number)];
    });
  const shown = story().outcome.rows.map(({ label, value, worst, best }) => [
    label.includes('no baseline'),
    ...[value, worst, best],
  ]);
  expect(quoted).toHaveLength(3);
  expect(shown.toReversed()).toEqual(quoted);
});

test('the exact ratio of variances meets closed form S4: d 8, two standard deviations away', () => {
  expect(exactVarianceRatio(8, 2)).toBe(42);
});
