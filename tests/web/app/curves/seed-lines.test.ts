import { expect, test } from 'vitest';
import {
  bandLines,
  type LinesAbout,
  linesFigure,
  MOST_PLACES,
  type SeedLine,
} from '../../../../web/src/app/curves/seed-lines';
import { plainStatistics } from './some-seeds';

const about: LinesAbout = {
  ...{ title: 'Critic loss', yLabel: 'critic loss', seeds: '2 seeds, 1 to 2' },
  ...{ notes: ['Each reading is a mean.'], formulas: [], file: 'loss', about: '', build: '' },
  yScale: 'linear',
  link: '',
};

function lineOf(...lengths: number[]): SeedLine {
  const seeds = lengths.map((length, i) => {
    const x = Array.from({ length }, (_, at) => 100 * (at + 1));
    return { seed: String(i + 1), x, y: x.map((at) => at + i) };
  });
  const style = { name: 'A', color: '#b84a00', dash: [], marker: 'circle' } as const;
  return { style, width: 2, seeds };
}

test('a band is where all seeds have a value, and its file has every seed too', async () => {
  const figure = linesFigure(await bandLines([lineOf(3, 2)], plainStatistics()), about);
  expect(figure.readable!().slice(1)).toEqual([
    ['A', 100, 100.5, 100, 101],
    ['A', 200, 200.5, 200, 201],
  ]);
  expect(figure.rows()).toHaveLength(1 + 5 + 2);
  expect(figure.caption).toContain('2 seeds, 1 to 2');
  expect(figure.caption).toContain('2,000 resamples');
  expect(figure.caption).toContain('n = 2:');
  expect(figure.caption).toContain('differ in progress');
});

test('a long band is at few places, the last one among them, and says so', async () => {
  const bands = await bandLines([lineOf(480, 480)], plainStatistics());
  expect(bands.lines[0]!.points).toHaveLength(MOST_PLACES);
  expect(bands.lines[0]!.points.at(-1)!.x).toBe(48_000);
  const { caption } = linesFigure(bands, about);
  expect(caption).toContain(`bands are at ${MOST_PLACES}`);
  expect(caption).not.toContain('differ in progress');
});
