import { drawLearning } from '../../draw/bootstrap/learning';
import {
  drawTradeOff,
  lengthAt,
  type TradeOff,
  type TradeOffStyles,
} from '../../draw/bootstrap/trade-off';
import { highest } from '../../draw/extent';
import { runDash } from '../../draw/line-style';
import { colorAt } from '../../draw/views/color-map';
import type { Figure } from '../figure/figure';
import { formatChosen } from '../laboratory/lab-catalog';
import { bootstrapStrings } from '../text/en/bootstrap';
import { figure as rounded } from '../text/numbers';
import gradientFormula from './formulas/gradient.tex';
import learningFormula from './formulas/learning.tex';
import valueFormula from './formulas/value.tex';
import { bestOf, type Part, partsOf, type ReturnRow, type Returns, type Target } from './returns';
import { type Axis, type BootstrapSettings, LENGTHS } from './settings';
import { type LearnedCell, PORTION } from './sheet';
import { formatBootstrapLink } from './bootstrap-link';

const words = () => bootstrapStrings().figures;
const formulas = { value: valueFormula, gradient: gradientFormula };
/** What of viridis can be seen on both grounds. */
const [DARKEST, LIGHTEST] = [0.2, 0.85];

/** Where lambda = 1 stands, which has no mean length. */
const ENDLESS = 200;
const TICKS = { n: LENGTHS, lambda: [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 1] };

function lengthOf(axis: Axis, at: number): number {
  return axis === 'n' ? at : Math.min(ENDLESS, 1 / (1 - at));
}

/** The lines of a trade-off, in the colours of three runs. */
export function stylesOf(color: (run: string) => string): TradeOffStyles {
  return {
    bias: { name: words().bias, color: color('a'), dash: [8, 5], marker: 'triangle' },
    variance: { name: words().variance, color: color('b'), dash: [2, 4], marker: 'square' },
    sum: { name: words().sum, color: color('c'), dash: [], marker: 'diamond' },
  };
}

/** The length under a pressed pointer. */
export function lengthUnder(event: PointerEvent, picture: TradeOff): number | undefined {
  const [canvas] = event.composedPath();
  if (!(canvas instanceof HTMLCanvasElement) || event.buttons !== 1) return undefined;
  const size = { width: canvas.clientWidth, height: canvas.clientHeight };
  return lengthAt(picture, event.offsetX, size);
}

/** The picture of errors over the length of the return; `undefined` without a policy. */
export function tradeOffOf(
  returns: Returns,
  settings: BootstrapSettings,
  target: Target,
  styles: TradeOffStyles,
): TradeOff | undefined {
  const { axis } = settings;
  return pictureOf(partsOf(returns[axis], target, settings.samples), settings, styles);
}

/** The same of parts that are known; `undefined` where none is. */
export function pictureOf(
  points: readonly Part[],
  settings: Pick<BootstrapSettings, 'axis' | 'n' | 'lambda'>,
  styles: TradeOffStyles,
): TradeOff | undefined {
  const { axis } = settings;
  const best = bestOf(points);
  if (!best) return undefined;
  const { length } = bootstrapStrings().verdict;
  const own = settings[axis];
  return {
    xLabel: words().xLabel[axis],
    yLabel: words().yLabel,
    ticks: TICKS[axis].map((at) => ({ value: lengthOf(axis, at), label: String(at) })),
    points: points.map((point) => ({ ...point, length: lengthOf(axis, point.at) })),
    styles,
    best: { at: best.at, label: words().best(length(axis, best.at)) },
    own: { at: own, label: words().own(length(axis, own)) },
  };
}

/** Its frame, with the core's own numbers in the table. */
export function tradeOffFigure(
  picture: TradeOff,
  rows: readonly ReturnRow[],
  returns: Returns,
  settings: BootstrapSettings,
  target: Target,
  build: string,
): Figure {
  const { axis, process, samples } = settings;
  const own = words()[target];
  const title = target === 'value' ? words().value.title[axis] : words().gradient.title;
  return {
    title,
    table: own.table,
    formulas: [{ mathml: formulas[target], text: own.formula }],
    caption: words().caption[axis],
    about: words().about(formatChosen(process), returns.error, samples),
    build,
    link: formatBootstrapLink(settings),
    file: `bootstrapping-${target}-${axis}`,
    rows: () => [
      [axis, 'squared_bias', 'variance', 'samples', 'mean_squared_error'],
      ...rows.map((row, i) => tableRow(row, target, samples, picture.points[i]!)),
    ],
    picture: {
      label: words().picture(title, picture.best.label),
      height: (width) => Math.min(380, Math.max(250, 0.66 * width)),
      draw: (context, size, theme) => drawTradeOff(context, picture, size, theme),
    },
  };
}

function tableRow(row: ReturnRow, target: Target, samples: number, { sum }: Part): number[] {
  return target === 'value'
    ? [row.at, row.squaredBias, row.variance, samples, sum]
    : [row.at, row.gradientSquaredBias, row.gradientVariance, samples, sum];
}

/** What TD(n) learns, over the step size; `undefined` before there is something. */
export function learningFigure(
  cells: readonly LearnedCell[],
  runs: number,
  n: number,
  build: string,
): Figure | undefined {
  if (runs === 0) return undefined;
  const text = bootstrapStrings().sheet;
  const best = cells.reduce((least, cell) => (cell.rms < least.rms ? cell : least));
  const error = highest(cells.map(({ standardError }) => standardError));
  const lengths = [...new Set(cells.map((cell) => cell.n))];
  const lines = lengths.map((length, i) => ({
    label: text.series(length),
    color: colorAt(DARKEST + ((LIGHTEST - DARKEST) * i) / (lengths.length - 1)),
    dash: runDash(i % 2),
    isOwn: length === n,
    points: cells
      .filter((cell) => cell.n === length)
      .map(({ stepSize: x, rms: value, standardError }) => ({ x, value, standardError })),
  }));
  const picture = { xLabel: text.xLabel, yLabel: text.yLabel, lines };
  return {
    title: text.title,
    table: text.table,
    formulas: [{ mathml: learningFormula, text: text.formula }],
    caption: text.caption(runs, error, runs / PORTION),
    about: text.about,
    build,
    link: '#bootstrap=',
    file: 'bootstrapping-learning',
    note: text.best(best.n, best.stepSize, rounded(best.rms)),
    rows: () => [
      ['n', 'step_size', 'rms', 'standard_error', 'runs'],
      ...cells.map((cell) => [cell.n, cell.stepSize, cell.rms, cell.standardError, runs]),
    ],
    picture: {
      label: text.picture(best.n, best.stepSize),
      height: (width) => Math.min(420, Math.max(280, 0.5 * width)),
      draw: (context, size, theme) => drawLearning(context, picture, size, theme),
    },
  };
}
