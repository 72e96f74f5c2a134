import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import { drawPlanePaths, type PlanePaths } from '../../draw/surrogate/plane-paths';
import type { SurrogatePolytope } from '../../protocol/surrogate';
import type { Figure, Rows } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { surrogateStrings } from '../text/en/surrogate';
import values from './formulas/values.tex';
import weightings from './formulas/weightings.tex';
import type { Explored } from './surrogate-lab';
import {
  aboutText,
  METHOD_PATHS,
  METHODS,
  type SurrogateCatalog,
  WEIGHTING_PATHS,
  WEIGHTINGS,
} from './surrogate-settings';
import { linkOf } from './surrogate-link';

const MARKERS = ['circle', 'diamond', 'square', 'triangle'] as const;
const RUNS = ['B', 'D', 'A', 'C'] as const;
/** Between two steps in a table. */
const EVERY = 30;
const words = () => surrogateStrings();

function styleOf(index: number, name: string): EstimatorStyle {
  const [color, dash] = [runColor(RUNS[index]!), runDash(index)];
  return { name, color, dash, marker: MARKERS[index]! };
}
export const weightingStyles = (): EstimatorStyle[] =>
  WEIGHTINGS.map((each, i) => styleOf(i, words().states.paths[each]));
export const methodStyles = (): EstimatorStyle[] =>
  METHODS.map((each, i) => styleOf(i, words().polytope.methods[each]));

/** All that the figures of paths are about. */
export type Shown = Explored & { catalog: Pick<SurrogateCatalog, 'build'> };

/** In the plane of policies, over their returns. */
export function weightingPlane({ surface, paths, description }: Shown): PlanePaths {
  const [first, second] = [0, 1].map((row) => description.rows.indexOf(row));
  const path = (text: string) =>
    (paths.get(text) ?? []).map(({ policy }) => ({
      x: policy?.[first!]?.[0] ?? NaN,
      y: policy?.[second!]?.[0] ?? NaN,
    }));
  return {
    xLabel: words().states.xLabel,
    yLabel: words().states.yLabel,
    range: [0, 1],
    cells: surface.map(({ j }) => j),
    dots: [],
    edges: [],
    paths: weightingStyles().map((style, i) => ({ style, points: path(WEIGHTING_PATHS[i]!) })),
  };
}

export function weightingFigure(explored: Shown): Figure {
  const say = words().states;
  const drawn = weightingPlane(explored);
  const body = drawn.paths.flatMap(({ style, points }, i) =>
    points.map(({ x, y }, step) => {
      const { j, excursion } = explored.paths.get(WEIGHTING_PATHS[i]!)![step]!;
      return [style.name, step, x, y, j, excursion];
    }),
  );
  return {
    ...figureOf(explored, drawn, [say.columns, ...body], say),
    formulas: [{ mathml: weightings, text: say.formula }],
    file: `surrogate-states-${explored.settings.process.id}`,
  };
}

/** In the plane of values of two states. */
export function polytopeFigure(explored: Shown, { vertices, edges }: SurrogatePolytope): Figure {
  const { surface, paths, description } = explored;
  const say = words().polytope;
  const point = (v: readonly number[] | null | undefined) => ({
    x: v?.[0] ?? NaN,
    y: v?.[1] ?? NaN,
  });
  const styles = methodStyles();
  const path = (index: number) => paths.get(METHOD_PATHS[index]!) ?? [];
  const [x = '', y = ''] = description.states;
  const drawn: PlanePaths = {
    xLabel: say.yLabel(x),
    yLabel: say.yLabel(y),
    range: null,
    cells: [],
    dots: surface.map(({ v }) => point(v)),
    edges: edges.map(([from, to]) => [point(vertices[from]?.v), point(vertices[to]?.v)]),
    paths: styles.map((style, i) => ({ style, points: path(i).map(({ v }) => point(v)) })),
  };
  const body = styles.flatMap(({ name }, i) =>
    path(i).map(({ v, j }, step) => [name, step, ...(v ?? []), j]),
  );
  return {
    ...figureOf(explored, drawn, [say.columns(description.states), ...body], say),
    formulas: [{ mathml: values, text: say.formula }],
    file: `surrogate-polytope-${explored.settings.process.id}`,
  };
}

interface Said {
  title: string;
  table: string;
  caption: string;
  label: string;
  about: (process: string) => string;
}

function figureOf(
  { settings, catalog }: Shown,
  drawn: PlanePaths,
  rows: Rows,
  { title, table, caption, label, about }: Said,
): Omit<Figure, 'file'> {
  return {
    ...{ title, table, caption, build: catalog.build },
    about: about(aboutText(settings)),
    link: linkOf(settings),
    rows: () => rows,
    readable: () => rows.filter(([, step]) => typeof step !== 'number' || step % EVERY === 0),
    picture: {
      label,
      height: (width) => Math.min(400, Math.max(260, 0.8 * width)),
      draw: (context, size, theme) => drawPlanePaths(context, drawn, size, theme),
    },
  };
}
