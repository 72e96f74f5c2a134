import { drawLines, type LineFigure } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import type { SurrogatePath } from '../../protocol/surrogate';
import type { Figure } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { surrogateStrings } from '../text/en/surrogate';
import formula from './formulas/speed.tex';
import type { Speed } from './surrogate-lab';
import { linkOf } from './surrogate-link';
import { aboutText, SPEED_METHODS, type SurrogateCatalog } from './surrogate-settings';

const LOOKS = [
  { run: 'B', marker: 'circle' },
  { run: 'A', marker: 'square' },
] as const;
/** Between two steps in a table. */
const EVERY = 30;
const words = () => surrogateStrings().speed;

export const speedStyles = (): EstimatorStyle[] =>
  SPEED_METHODS.map((method, i) => ({
    name: words().names[method],
    color: runColor(LOOKS[i]!.run),
    dash: runDash(i),
    marker: LOOKS[i]!.marker,
  }));

/** How the return grows by either gradient, and what there is to reach. */
export function speedFigure(
  { paths, optimum, settings }: Speed,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const styles = speedStyles();
  const drawn: LineFigure = {
    xLabel: words().xLabel,
    yLabel: words().yLabel,
    ...{ xScale: 'linear', yScale: 'linear', xEnd: (paths[0]?.length ?? 2) - 1 },
    target: optimum === null ? null : { value: optimum, label: words().optimum },
    series: paths.map((path, i) => ({
      style: styles[i]!,
      width: 2.25,
      points: path.map(({ j }, x) => ({ x, value: j, lower: j, upper: j })),
    })),
  };
  const rows = [
    words().columns,
    ...paths.flatMap((path, i) => path.map(({ j }, step) => [styles[i]!.name, step, j])),
  ];
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(settings.stepSize),
    about: words().about(aboutText(settings)),
    build,
    link: linkOf(settings),
    file: `surrogate-speed-${settings.process.id}`,
    rows: () => rows,
    readable: () => rows.filter(([, step]) => typeof step !== 'number' || step % EVERY === 0),
    picture: {
      label: words().label,
      height: (width) => Math.min(300, Math.max(240, 0.5 * width)),
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}

/** Where both end, and from when on the natural gradient is ahead. */
export function speedVerdict({ paths }: Pick<Speed, 'paths'>): string {
  const ends = paths.flatMap((path, i) => {
    const last = path.at(-1);
    return last ? [{ name: words().names[SPEED_METHODS[i]!], j: last.j }] : [];
  });
  return words().verdict(ends, aheadFrom(paths));
}

/** The first step after which the second path is above the first at every step. */
export function aheadFrom([slow = [], fast = []]: readonly SurrogatePath[]): number | null {
  const behind = slow.findLastIndex(({ j }, i) => !((fast[i]?.j ?? NaN) > j));
  return behind + 1 < slow.length ? behind + 1 : null;
}
