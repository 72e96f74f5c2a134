import { nameOf } from '../../draw/language';
import { drawHeatMap, heatMapHeight } from '../../draw/views/heat-map';
import type { HeatMap } from '../../draw/views/plane';
import { steadyRange } from '../../draw/lab/scale';
import { cellOf, evenCells, middleOf, planeOf, planeWith, type Span } from '../../draw/views/plane';
import { bandOf, isGaussian, probabilitiesOf } from '../../draw/views/policy';
import type { Algorithm } from '../../protocol/catalog';
import type { Field } from '../../protocol/field';
import type { Figure, Rows } from '../figure/figure';
import { figure } from '../text/numbers';
import { type Axes, isAction, isByChoice } from './axes';
import { actionLabel, axisLabel, axisName } from './labels';
import { type Looked, stateText } from './looked';
import { isMap, labelsOf, tableColumns, type TableMap, tableText } from './table-map';
import { type Quantity, viewStrings } from '../text/en/views';

const words = () => viewStrings().map;
/** How far colours may be off before the scale follows. */
const STEADY = 0.04;
/** Cells along an axis of the data table. */
const READABLE = 8;
/** The same where each cell is a state, and significant digits of what is in it. */
const [STATES, DIGITS] = [12, 3];

/** What the colours of a field stand for. */
export function quantityOf({ critic, values }: Field, axes: Axes, looked: Looked): Quantity {
  const { shape } = looked;
  if (critic !== 'q') return critic;
  if (isAction(axes.up, shape)) return 'action';
  return values.columns > 1 ? 'best' : 'policy';
}

/** The critic over two axes with the policy on it; `before` is the range of colours on display. */
export function heatMapOf(
  field: Field,
  axes: Axes,
  looked: Looked,
  before: Span | null,
  table: TableMap | null = null,
): HeatMap {
  const { shape, environment, color } = looked;
  const byChoice = isByChoice(axes, shape);
  const seen = planeOf(field, byChoice ? shape.choices.length : 0);
  const plane = table ? planeWith(seen, table.values[table.shown]) : seen;
  return {
    field,
    plane,
    xLabel: axisLabel(axes.across, environment, shape),
    yLabel: axisLabel(axes.up, environment, shape),
    valueLabel: valueLabelOf(quantityOf(field, axes, looked), table),
    isDownward: environment.state[axes.up] === 'row',
    isWhole: isMap(environment.id),
    choices: shape.choices,
    isByChoice: byChoice,
    labels: table ? labelsOf(table) : undefined,
    bounds: looked.bounds,
    range: plane.range && steadySpan(before, plane.range),
    color,
  };
}

function valueLabelOf(quantity: Quantity, table: TableMap | null): string {
  if (table && table.shown !== 'learned') return viewStrings().table.label(table.shown);
  return viewStrings().valueLabel(table?.quantity ?? quantity);
}

function steadySpan(before: Span | null, { low, high }: Span): Span {
  const shown = before && ([before.low, before.high] as const);
  const [from, to] = steadyRange(shown, [low, high], STEADY);
  return { low: from, high: to };
}

export function mapFigure(
  map: HeatMap,
  axes: Axes,
  looked: Looked,
  table: TableMap | null = null,
): Figure {
  const { id, about, build, link } = looked;
  const quantity = table?.quantity ?? quantityOf(map.field, axes, looked);
  const isLearned = !table || table.shown === 'learned';
  const title = isLearned
    ? words().title(id, quantity)
    : viewStrings().table.title(id, table.shown);
  return {
    title,
    caption: [captionOf(map, quantity, axes, looked), table ? tableText(table) : '']
      .filter(Boolean)
      .join(' '),
    table: words().table(id),
    file: words().file(id),
    about,
    build,
    link,
    rows: () => mapRows(map, axes, looked, table, Infinity),
    readable: () =>
      table
        ? rounded(mapRows(map, axes, looked, table, STATES))
        : mapRows(map, axes, looked, null, READABLE),
    picture: {
      label: `${title} ${words().over(map.xLabel, map.yLabel)}${extremes(map, axes, looked)}.`,
      height: heatMapHeight,
      draw: (context, size, theme) => drawHeatMap(context, map, size, theme),
    },
  };
}

function extremes({ plane, choices, isByChoice: byChoice }: HeatMap, axes: Axes, looked: Looked) {
  const { range } = plane;
  if (!range) return '';
  if (range.low === range.high) return `: ${words().flat(figure(range.low))}`;
  const { environment, shape } = looked;
  const [across, up] = [axes.across, axes.up].map((at) => axisName(at, environment, shape));
  const at = (end: 'low' | 'high') => {
    const { x, y } = middleOf(plane, cellOf(plane, end));
    return words().at(across!, figure(x), up!, byChoice ? choices[y]! : figure(y));
  };
  const [low, high] = [figure(range.low), figure(range.high)];
  return `: ${words().lowest(low, at('low'))}; ${words().highest(high, at('high'))}`;
}

function captionOf(map: HeatMap, quantity: Quantity, axes: Axes, looked: Looked): string {
  const { shape, algorithm, scale } = looked;
  const held = stateText(map.field, looked, (i) => i !== axes.across && i !== axes.up);
  const hasOtherActions = quantity === 'action' && shape.dimensions > 1;
  return [
    quantity === 'none' ? words().noCritic(algorithm.title) : '',
    quantity === 'none' && has(algorithm, 'baseline') ? words().noCriticHint : '',
    marksOf(map, axes, looked),
    isAction(axes.across, shape) ? '' : isAction(axes.up, shape) ? words().nowLine : words().now,
    held ? words().held(held) : '',
    hasOtherActions ? words().heldActions : '',
    quantity !== 'none' && has(algorithm, 'temperature') ? words().bonus : '',
    quantity !== 'none' && scale !== '1' ? words().scaled(scale) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether an algorithm has a parameter, by its name without the id. */
function has({ id, parameters }: Algorithm, name: string): boolean {
  return parameters.some(({ key }) => key === `${id}.${name}`);
}

function marksOf(map: HeatMap, axes: Axes, looked: Looked): string {
  const { field, isByChoice: byChoice } = map;
  const { marks } = viewStrings();
  const { shape, environment } = looked;
  if (map.labels) return marks.table;
  if (byChoice) return marks.dots;
  if (isAction(axes.across, shape)) return marks.cross;
  if (isAction(axes.up, shape)) return isGaussian(field) ? marks.band : marks.line;
  if (shape.choices.includes(nameOf('up'))) return marks.compass;
  if (shape.choices.length > 0) return marks.choices(shape.choices.join(', '));
  const [first, second] = [0, 1].map((i) => actionLabel(i, environment));
  return shape.dimensions > 1 ? marks.vectors(first!, second!) : marks.arrows(first!);
}

/** The cells, or some of them that are evenly spaced: at most so many along each axis. */
function mapRows(
  map: HeatMap,
  axes: Axes,
  looked: Looked,
  table: TableMap | null,
  most: number,
): Rows {
  const { field, plane, choices, isByChoice: byChoice } = map;
  const columns: Column[] = table
    ? tableColumns(field, table, looked)
    : [...valueColumns(map, axes, looked), ...policyColumns(map, axes, looked)];
  return [
    [map.xLabel, map.yLabel, ...columns.map(({ head }) => head)],
    ...evenCells(plane, most).map((cell) => {
      const { x, y } = middleOf(plane, cell);
      return [x, byChoice ? choices[y]! : y, ...columns.map(({ of }) => known(of(cell)))];
    }),
  ];
}

function known(value: number | string): number | string | null {
  return Number.isNaN(value) ? null : value;
}

function rounded(rows: Rows): Rows {
  return rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(DIGITS)) : cell)),
  );
}

function valueColumns({ field, plane }: HeatMap, axes: Axes, looked: Looked): Column[] {
  const quantity = quantityOf(field, axes, looked);
  if (quantity === 'none') return [];
  return [{ head: viewStrings().quantity(quantity), of: (cell) => plane.values[cell]! }];
}

interface Column {
  head: string;
  of: (cell: number) => number | string;
}

/** What the data tell of the policy: those dimensions of the action that the figure shows. */
function policyColumns(map: HeatMap, axes: Axes, looked: Looked): Column[] {
  const { field, plane, choices, bounds } = map;
  const { columns } = plane;
  if (map.isByChoice) {
    const chance = (cell: number) =>
      probabilitiesOf(field, cell % columns, choices.length)[Math.floor(cell / columns)]!;
    return [{ head: viewStrings().now.probability, of: chance }];
  }
  if (choices.length > 0) {
    return [{ head: viewStrings().choice, of: (cell) => choices[field.actions.data[cell]!]! }];
  }
  const onAxes = [axes.across, axes.up].filter((index) => isAction(index, looked.shape));
  const dimensions = onAxes.map((index) => index - looked.shape.components);
  const shown = dimensions.length > 0 ? dimensions : bounds.slice(0, 2).map((_, i) => i);
  return shown.flatMap((i) => {
    const name = actionLabel(i, looked.environment);
    const band = (cell: number) => bandOf(field, cell, i, bounds[i]!);
    const mean = { head: viewStrings().policyOf(name), of: (cell: number) => band(cell).mean };
    if (!isGaussian(field)) return [mean];
    return [
      mean,
      { head: viewStrings().below(name), of: (cell: number) => band(cell).low },
      { head: viewStrings().above(name), of: (cell: number) => band(cell).high },
    ];
  });
}
