import uPlot from 'uplot';
import { numerals } from './language';
import type { Sketch } from './sketch';
import type { Theme } from './theme';
import { type Reference, valueRange } from './value-range';

export interface CurveStyle {
  name: string;
  color: string;
  /** lengths of dashes and gaps; empty for a solid line */
  dash: number[];
}

export interface CurveChart {
  runs: readonly CurveStyle[];
  references: readonly Reference[];
  /** what must be in the picture, whatever was measured */
  reach?: Omit<Sketch, 'points' | 'color'> | null;
  xLabel: string;
  yLabel: string;
  width: number;
  height: number;
  theme: Theme;
  /** Called with the row under the cursor, or `null`. */
  onCursor(row: number | null): void;
}

const compact = numerals({ notation: 'compact', maximumFractionDigits: 2 });
const plain = numerals({ maximumFractionDigits: 1 });

/** CSS pixels across a point. */
const POINT = 6;
/** Columns of a run. */
export const COLUMNS = 4;
const BAND_EDGE: uPlot.Series = { points: { show: false }, width: 0, spanGaps: true };

/** Options of a chart over the columns that `alignCurves` makes. */
export function curveOptions(chart: CurveChart): uPlot.Options {
  const { theme } = chart;
  const axis = {
    stroke: theme.muted,
    font: `12px ${theme.font}`,
    labelFont: `12px ${theme.font}`,
    labelSize: 18,
    ticks: { show: false },
  };
  return {
    width: chart.width,
    height: chart.height,
    legend: { show: false },
    padding: [12, 16, 0, 0],
    scales: {
      x: { time: false, range: (_plot, _min, max) => [0, rightEnd(max, chart)] },
      y: {
        range: (_plot, min, max) => valueRange(min, max, [...chart.references, ...ends(chart)]),
      },
    },
    axes: [
      {
        ...axis,
        label: chart.xLabel,
        size: 28,
        grid: { show: false },
        values: (_plot, ticks) => ticks.map(compact),
      },
      {
        ...axis,
        label: chart.yLabel,
        size: 52,
        space: 44,
        grid: { stroke: theme.line, width: 1 },
        values: (_plot, ticks) => ticks.map(plain),
      },
    ],
    series: [
      {},
      ...chart.runs.flatMap((run) => [
        evaluationSeries(run, theme),
        episodeSeries(run),
        BAND_EDGE,
        BAND_EDGE,
      ]),
    ],
    bands: chart.runs.map(({ color }, i) => ({
      series: [COLUMNS * i + COLUMNS, COLUMNS * i + COLUMNS - 1],
      fill: `${color}14`,
    })),
    cursor: { y: false, points: { size: 8 }, drag: { x: false, y: false } },
    hooks: {
      draw: [(plot) => drawReferences(plot, chart)],
      setCursor: [(plot) => chart.onCursor(plot.cursor.idx ?? null)],
    },
  };
}

function rightEnd(max: number, { reach }: CurveChart): number {
  return Math.max(Number.isFinite(max) ? max : 0, reach?.steps ?? 0) || 1;
}

function ends({ reach }: CurveChart): Pick<Reference, 'value'>[] {
  return reach ? [{ value: reach.low }, { value: reach.high }] : [];
}

/** A thick line, with points while they are apart. */
export function evaluationSeries(run: CurveStyle, theme: Theme): uPlot.Series {
  return {
    label: run.name,
    stroke: run.color,
    width: 2.25,
    dash: run.dash,
    spanGaps: true,
    points: { show: arePointsApart, size: POINT, width: 2, stroke: run.color, fill: theme.ground },
  };
}

/** Points that touch would hide the line. */
function arePointsApart(plot: uPlot, series: number, first: number, last: number): boolean {
  const column = plot.data[series]!;
  let count = 0;
  for (let i = first; i <= last; i++) if (column[i] != null) count++;
  return count * POINT <= plot.bbox.width / uPlot.pxRatio;
}

function episodeSeries(run: CurveStyle): uPlot.Series {
  return {
    stroke: run.color,
    alpha: 0.3,
    width: 1,
    spanGaps: true,
    points: { show: false },
  };
}

function drawReferences(plot: uPlot, chart: CurveChart): void {
  const { ctx: context, bbox } = plot;
  const ratio = uPlot.pxRatio;
  context.save();
  context.lineJoin = 'round';
  context.fillStyle = chart.theme.muted;
  context.font = `${11 * ratio}px ${chart.theme.font}`;
  context.textAlign = 'right';
  for (const reference of chart.references) {
    const y = plot.valToPos(reference.value, 'y', true);
    context.strokeStyle = chart.theme.muted;
    context.lineWidth = ratio;
    context.setLineDash([ratio, 3 * ratio]);
    context.beginPath();
    context.moveTo(bbox.left, y);
    context.lineTo(bbox.left + bbox.width, y);
    context.stroke();
    context.textBaseline = reference.side === 'above' ? 'bottom' : 'top';
    const gap = (reference.side === 'above' ? -3 : 3) * ratio;
    const x = bbox.left + bbox.width - 4 * ratio;
    context.setLineDash([]);
    context.strokeStyle = chart.theme.ground;
    context.lineWidth = 4 * ratio;
    context.strokeText(reference.label, x, y + gap);
    context.fillText(reference.label, x, y + gap);
  }
  context.restore();
}
