import { drawSimplex, type SimplexFigure } from '../../draw/surrogate/simplex';
import type { SurrogateSimplex } from '../../protocol/surrogate';
import type { Figure, Rows } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { simplexStrings as words } from '../text/en/simplex';
import formula from './formulas/simplex.tex';
import {
  aboutText,
  simplexNumbers,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';
import { linkOf } from './surrogate-link';

/** Between two steps in a table. */
const EVERY = 20;

/** The policies of three arms, and paths through them. */
export function simplexFigure(
  { field, path, paths }: SurrogateSimplex,
  settings: SurrogateSettings,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const { rewards, seed, steps, stepSize } = simplexNumbers(settings);
  const drawn: SimplexFigure = {
    arms: rewards.map((reward, arm) => words().arm(arm, reward)),
    ...{ field, path, sampled: paths, color: runColor('A') },
  };
  const rowsOf = (name: string, policies: SurrogateSimplex['path']): Rows =>
    policies.map((policy, step) => [
      ...[name, step, ...policy],
      policy.reduce((sum, p, arm) => sum + p * rewards[arm]!, 0),
    ]);
  const all: Rows = [
    words().columns,
    ...rowsOf(words().exact, path),
    ...paths.flatMap((each, i) => rowsOf(String(i + 1), each)),
  ];
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(seed, steps, stepSize),
    about: words().about(aboutText(settings)),
    build,
    link: linkOf(settings),
    file: `surrogate-simplex-${seed}`,
    rows: () => all,
    readable: () => all.filter(([, step]) => typeof step !== 'number' || step % EVERY === 0),
    picture: {
      label: words().label,
      height: (width) => Math.min(340, Math.max(280, 0.85 * width)),
      draw: (context, size, theme) => drawSimplex(context, drawn, size, theme),
    },
  };
}
