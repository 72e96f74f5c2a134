import type uPlot from 'uplot';
import { type CurveChart, curveOptions, type CurveStyle, evaluationSeries } from './curves';
import type { Theme } from './theme';

/** How an arm of so many seeds looks. */
export interface BandStyle extends CurveStyle {
  seeds: number;
}

export interface BandChart extends CurveChart {
  bands: readonly BandStyle[];
}

/** Columns of an arm beside those of its seeds. */
const EDGES = 3;
const EDGE: uPlot.Series = { points: { show: false }, width: 0, spanGaps: true };
/** How much of a seed's line covers what is under it: more of fewer. */
const faintness = (seeds: number) => Math.min(0.45, Math.max(0.15, 0.75 / Math.sqrt(seeds)));
const FILL = '33';

/** Options of a chart over the columns that `bandColumns` makes. */
export function bandOptions(chart: BandChart): uPlot.Options {
  const options = curveOptions(chart);
  let last = 0;
  const bands = chart.bands.map(({ seeds, color }): uPlot.Band => {
    last += seeds + EDGES;
    return { series: [last, last - 1], fill: `${color}${FILL}` };
  });
  return {
    ...options,
    series: [{}, ...chart.bands.flatMap((arm) => seriesOf(arm, chart.theme))],
    bands,
  };
}

function seriesOf(arm: BandStyle, theme: Theme): uPlot.Series[] {
  const { color, dash, seeds } = arm;
  const seed: uPlot.Series = {
    ...{ stroke: color, alpha: faintness(seeds), width: 1, dash, spanGaps: true },
    points: { show: false },
  };
  const all = Array.from({ length: seeds }, () => seed);
  return [...all, evaluationSeries(arm, theme), EDGE, EDGE];
}
