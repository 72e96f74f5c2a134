import formulas from 'virtual:metric-formulas';
import { highest } from '../../draw/extent';
import { lineMarker } from '../../draw/gradient-curves';
import { drawLines, type LineFigure } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import { runColor } from '../kit/color-theme';
import { formatCount } from '../text/format';
import type { Figure, Formula, Rows } from '../figure/figure';
import { figure } from '../text/numbers';
import { diagnosticStrings as words } from '../text/en/diagnostics';
import { type Measured, type MetricLines, scaleOf, thinned } from './metric-lines';

/** Rows of the data table. */
const READABLE = 48;
const WIDTH = 2;

/** What must be known of the runs to read their figures. */
export interface About {
  /** settings with seeds */
  settings: string;
  /** version of the core */
  build: string;
  /** hash of the experiment */
  link: string;
}

export function styleOf({ id, title, style }: Measured): EstimatorStyle {
  const name = words().line(id, title);
  return { name, color: runColor(id), dash: runDash(style), marker: lineMarker(style) };
}

export function metricFigure(metric: MetricLines, { settings, ...from }: About): Figure {
  const { name, title, unit, lines } = metric;
  const yScale = scaleOf(metric);
  const drawn: LineFigure = {
    xLabel: words().xLabel,
    yLabel: words().yLabel(title, unit, yScale === 'log'),
    xScale: 'linear',
    yScale,
    target: null,
    series: lines.map(({ run, points }) => ({
      style: styleOf(run),
      width: WIDTH,
      points: points.map(({ steps: x, value }) => ({ x, value, lower: value, upper: value })),
    })),
  };
  const count = lines.reduce((sum, { points }) => sum + points.length, 0);
  const readable = () => rowsOf(metric, Math.floor(READABLE / lines.length));
  const shown = Math.min(count, readable().length - 1);
  const heading = title.charAt(0).toUpperCase() + title.slice(1);
  return {
    title: heading,
    caption: captionOf(metric),
    about: settings,
    ...from,
    file: name.replaceAll('_', '-'),
    table: words().table(title),
    formulas: formulasOf(metric),
    rows: () => rowsOf(metric, Infinity),
    readable,
    note: shown < count ? words().thinned(formatCount(shown), formatCount(count)) : '',
    picture: {
      label: words().label(heading, lines.flatMap(lastOf)),
      height: (width) => Math.min(260, Math.max(200, 0.5 * width)),
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}

export function formulasOf({ definitions }: MetricLines): Formula[] {
  return definitions.map(({ formula, help, runs }) => ({
    mathml: formulas[formula] ?? '',
    text: help,
    runs: definitions.length > 1 ? runs.join(', ') : '',
  }));
}

function lastOf({ run, points }: MetricLines['lines'][number]): string[] {
  const last = points.at(-1);
  return last ? [words().last(run.id, figure(last.value), formatCount(last.steps))] : [];
}

function captionOf(metric: MetricLines): string {
  const { lines } = metric;
  const values = (key: string) => lines.map(({ run }) => run.resolved.values.get(key) ?? '');
  const every = [...new Set(values('diagnostics_every'))].map((text) => formatCount(Number(text)));
  const seeds = values('seed').map((seed, i) => words().seedOf(lines[i]!.run.id, seed));
  const most = highest(lines.flatMap(({ points }) => points.map(({ rows }) => rows)));
  return [
    words().caption(every.join(' / '), seeds.join(', ')),
    most > 1 ? words().bins(formatCount(most)) : '',
    captionOfOthers(metric),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Which runs do not have the metric; `""` if all do. */
export function captionOfOthers({ without }: MetricLines): string {
  const others = without.map(({ id, resolved }) => words().runName(id, resolved.algorithm.title));
  return others.length > 0 ? words().without(others.join(', ')) : '';
}

function rowsOf({ title, lines }: MetricLines, mostOfEach: number): Rows {
  const { run: head, updates, seconds, rows } = words().columns;
  return [
    [head, words().xLabel, updates, seconds, rows, title],
    ...lines.flatMap(({ run, points }) =>
      thinned(points, mostOfEach).map((point) => [
        ...[run.id, point.steps, point.updates, point.seconds, point.rows, point.value],
      ]),
    ),
  ];
}
