import uPlot from 'uplot';
import { type CurveChart, curveOptions } from './curves';
import { type Marker, traceMarker } from './lab/marker';
import { numerals } from './language';
import { runDash } from './line-style';

export interface GradientStyle {
  name: string;
  color: string;
  /** the place of its dashes and its marker */
  style: number;
  isActive: boolean;
}

export interface GradientChart extends CurveChart {
  lines: readonly GradientStyle[];
}

const compact = numerals({ notation: 'compact', maximumSignificantDigits: 2 });
const LOGARITHMIC: unknown = 3;
const SIZE = 3.5;
const MARKERS: readonly Marker[] = ['circle', 'square', 'triangle', 'diamond'];

const decade = (value: number) => (Number.isInteger(Math.log10(value)) ? value : null);

/** Options of a chart over the columns that `gradientColumns` makes: logarithmic, with bands. */
export function gradientOptions(chart: GradientChart): uPlot.Options {
  const options = curveOptions(chart);
  const [x, y] = options.axes!;
  return {
    ...options,
    scales: { ...options.scales, y: { distr: LOGARITHMIC as uPlot.Scale.Distr } },
    axes: [
      x!,
      {
        ...y,
        grid: { ...y!.grid, filter: (_plot, ticks) => ticks.map(decade) },
        values: (_plot, ticks) =>
          ticks.map((tick: number | null) => (tick === null ? '' : compact(tick))),
      },
    ],
    series: [{}, ...chart.lines.flatMap(lineSeries)],
    bands: chart.lines.map(({ color }, i) => ({
      series: [3 * i + 3, 3 * i + 2],
      fill: `${color}29`,
    })),
  };
}

function lineSeries({ name, color, style, isActive }: GradientStyle): uPlot.Series[] {
  const edge: uPlot.Series = { points: { show: false }, width: 0 };
  return [
    {
      label: name,
      stroke: color,
      width: isActive ? 3 : 1.25,
      dash: runDash(style),
      points: { show: true, stroke: color, fill: color, width: 1, paths: markers(style) },
    },
    edge,
    edge,
  ];
}

/** The marker of a line style. */
export function lineMarker(style: number): Marker {
  return MARKERS[style % MARKERS.length]!;
}

/** One marker for each point of a line. */
function markers(style: number): uPlot.Series.Points.PathBuilder {
  return (plot, series, first, last) => {
    const shapes = new Path2D();
    const [xs, values] = [plot.data[0], plot.data[series]!];
    for (let i = first; i <= last; i++) {
      const value = values[i];
      if (value == null) continue;
      const [x, y] = [plot.valToPos(xs[i]!, 'x', true), plot.valToPos(value, 'y', true)];
      traceMarker(shapes, lineMarker(style), x, y, SIZE * uPlot.pxRatio);
    }
    return { stroke: shapes, fill: shapes };
  };
}
