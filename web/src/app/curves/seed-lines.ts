import { type BandPoint, sharedRows } from '../../draw/bands';
import type { Curve } from '../../draw/curve-data';
import { lowest } from '../../draw/extent';
import { drawLines, type LineFigure } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import type { Coverage } from '../../protocol/score-commands';
import { cellText, type Figure, type Formula, type Rows } from '../figure/figure';
import { formatCount } from '../text/format';
import { bandWords } from '../text/en/bands';
import { coverageSentence } from './band-sentences';
import { bandOver, type Statistics } from './standing';

const words = () => bandWords().lines;
/** Places of a band: each is resampled 2,000 times. */
export const MOST_PLACES = 48;

/** Something that is measured in every seed of an arm. */
export interface SeedLine {
  style: EstimatorStyle;
  /** CSS pixels */
  width: number;
  seeds: readonly (Curve & { seed: string })[];
}

export interface BandLine extends SeedLine {
  points: readonly BandPoint[];
}

export interface BandLines {
  lines: readonly BandLine[];
  coverage: Coverage;
  fewest: number;
}

/** The interquartile mean of each line, where all of its seeds have a value. */
export async function bandLines(
  lines: readonly SeedLine[],
  statistics: Pick<Statistics, 'bands' | 'coverage'>,
): Promise<BandLines> {
  const fewest = lowest(lines.map(({ seeds }) => seeds.length));
  const [banded, coverage] = await Promise.all([
    Promise.all(
      lines.map(async (line) => ({
        ...line,
        points: await bandOver(spaced(sharedRows(line.seeds), MOST_PLACES), 'iqm', statistics),
      })),
    ),
    statistics.coverage(Math.max(1, fewest), 'iqm'),
  ]);
  return { lines: banded, coverage, fewest };
}

/** At most so many, evenly spaced, the last one among them. */
export function spaced<T>(rows: readonly T[], most: number): readonly T[] {
  const every = Math.ceil(rows.length / most);
  return rows.filter((_, i) => (rows.length - 1 - i) % every === 0);
}

/** What must be known besides the lines. */
export interface LinesAbout {
  title: string;
  yLabel: string;
  yScale: 'linear' | 'log';
  /** seeds of all arms */
  seeds: string;
  /** what a reading is, and whatever else there is to say */
  notes: readonly string[];
  formulas: readonly Formula[];
  file: string;
  about: string;
  build: string;
  /** hash of the experiment */
  link: string;
}

/** Bands with every seed beneath them. */
export function linesFigure(
  { lines, coverage, fewest }: BandLines,
  { yLabel, yScale, seeds, notes, ...about }: LinesAbout,
): Figure {
  const xLabel = words().columns.steps;
  const drawn: LineFigure = {
    ...{ xLabel, yLabel, xScale: 'linear', yScale, target: null },
    series: lines.map(({ style, width, seeds: curves, points }) => ({
      ...{ style, width, seeds: curves },
      points: points.map(({ x, middle: value, low: lower, high: upper }) => {
        return { x, value, lower, upper };
      }),
    })),
  };
  const hasThinned = lines.some(({ points }) => points.length === MOST_PLACES);
  const caption = [
    words().caption(seeds),
    ...notes,
    isUneven(lines) ? words().uneven : '',
    hasThinned ? words().thinned(formatCount(MOST_PLACES)) : '',
    coverageSentence({ coverage, fewest }),
  ];
  return {
    ...about,
    caption: caption.filter(Boolean).join(' '),
    table: words().table(about.title.toLowerCase()),
    rows: () => allRows(lines, yLabel),
    readable: () => bandRows(lines, yLabel),
    picture: {
      label: words().label(about.title, lines.flatMap(lastOf)),
      height: (width) => Math.min(260, Math.max(200, 0.5 * width)),
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}

function isUneven(lines: readonly BandLine[]): boolean {
  return lines.some(
    ({ seeds, points }) => new Set(seeds.map(({ x }) => x.at(-1))).size > 1 || points.length === 0,
  );
}

function lastOf({ style, points }: BandLine): string[] {
  const last = points.at(-1);
  if (!last) return [];
  const [middle, low, high] = [last.middle, last.low, last.high].map(cellText);
  return [words().last(style.name, middle!, low!, high!, formatCount(last.x))];
}

function bandRows(lines: readonly BandLine[], yLabel: string): Rows {
  const { line, steps, low: from, high: to } = words().columns;
  return [
    [line, steps, yLabel, from, to],
    ...lines.flatMap(({ style, points }) =>
      points.map(({ x, middle, low, high }) => [style.name, x, middle, low, high]),
    ),
  ];
}

function allRows(lines: readonly BandLine[], yLabel: string): Rows {
  const { line, row, seed: ofSeed, steps, low: from, high: to } = words().columns;
  return [
    [line, row, ofSeed, steps, yLabel, from, to],
    ...lines.flatMap(({ style: { name }, seeds, points }) => [
      ...seeds.flatMap(({ seed, x, y }) =>
        x.map((at, i) => [name, words().ofSeed, seed, at, y[i]!, null, null]),
      ),
      ...points.map(({ x, middle, low, high }) => [
        ...[name, words().ofAll(seeds.length), null, x, middle, low, high],
      ]),
    ]),
  ];
}
