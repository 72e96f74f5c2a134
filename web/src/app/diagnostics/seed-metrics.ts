import { highest } from '../../draw/extent';
import { bandLines, linesFigure, type SeedLine } from '../curves/seed-lines';
import { seedsOfArms } from '../curves/band-sentences';
import type { Statistics } from '../curves/standing';
import type { Figure } from '../figure/figure';
import { formatCount } from '../text/format';
import { bandWords } from '../text/en/bands';
import { diagnosticStrings as words } from '../text/en/diagnostics';
import type { Bin } from '../../protocol/bins';
import { type About, captionOfOthers, formulasOf, styleOf } from './metric-figure';
import { type Measured, type MetricLines, metricLines, scaleOf } from './metric-lines';

/** A run with what all seeds of its arm have measured. */
export interface MeasuredSeeds extends Measured {
  seeds: readonly { seed: string; bins: readonly Bin[] }[];
}

const WIDTH = 2;

/** Every metric that has been measured, of all seeds, with its figure. */
export async function seedMetrics(
  runs: readonly MeasuredSeeds[],
  about: (runs: readonly Measured[]) => About,
  statistics: Pick<Statistics, 'bands' | 'coverage'>,
): Promise<{ name: string; figure: Figure }[]> {
  return Promise.all(
    metricLines(runs).map(async (metric) => {
      const figure = await metricOfSeeds(metric, runs, about, statistics);
      return { name: metric.name, figure };
    }),
  );
}

async function metricOfSeeds(
  metric: MetricLines,
  runs: readonly MeasuredSeeds[],
  about: (runs: readonly Measured[]) => About,
  statistics: Pick<Statistics, 'bands' | 'coverage'>,
): Promise<Figure> {
  const { name, title, unit, lines } = metric;
  const arms = lines.map(({ run }) => runs.find(({ id }) => id === run.id)!);
  const all = arms.flatMap((arm) => linesOfSeeds(name, arm));
  const yScale = scaleOf({ ...metric, lines: all });
  const { settings, ...from } = about(arms);
  const rows = highest(all.flatMap(({ points }) => points.map((point) => point.rows)));
  const every = [...new Set(arms.map(everyOf))].map((text) => formatCount(Number(text)));
  return linesFigure(
    await bandLines(
      arms.map((arm) => seedLine(name, arm)),
      statistics,
    ),
    {
      title: title.charAt(0).toUpperCase() + title.slice(1),
      yLabel: words().yLabel(title, unit, yScale === 'log'),
      yScale,
      seeds: seedsOfArms(arms.map((arm) => ({ id: arm.id, counted: arm.seeds }))),
      notes: [
        bandWords().lines.every(every.join(' / ')),
        rows > 1 ? bandWords().lines.binned(formatCount(rows)) : '',
        captionOfOthers(metric),
      ],
      formulas: formulasOf(metric),
      file: `${name.replaceAll('_', '-')}-of-seeds`,
      about: settings,
      ...from,
    },
  );
}

const everyOf = ({ resolved }: Measured) => resolved.values.get('diagnostics_every') ?? '';

function linesOfSeeds(name: string, arm: MeasuredSeeds): MetricLines['lines'] {
  const seeds = arm.seeds.map(({ bins }) => ({ ...arm, bins }));
  return seeds.flatMap(
    (seed) => metricLines([seed]).find((each) => each.name === name)?.lines ?? [],
  );
}

function seedLine(name: string, arm: MeasuredSeeds): SeedLine {
  return {
    style: styleOf(arm),
    width: WIDTH,
    seeds: arm.seeds.map(({ seed, bins }) => {
      const [line] = linesOfSeeds(name, { ...arm, seeds: [{ seed, bins }] });
      const points = line?.points ?? [];
      return { seed, x: points.map(({ steps }) => steps), y: points.map(({ value }) => value) };
    }),
  };
}
