import type { LineFigure } from '../../draw/lab/lines';
import { drawLines } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import type { SurrogateRound } from '../../protocol/surrogate';
import { runColor } from '../kit/color-theme';
import type { Figure } from '../figure/figure';
import { surrogateStrings } from '../text/en/surrogate';
import formula from './formulas/rounds.tex';
import {
  aboutText,
  ROUND_STEPS,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';
import { linkOf } from './surrogate-link';

const MARKERS = ['circle', 'square', 'triangle'] as const;
const RUNS = ['B', 'C', 'A'] as const;
const words = () => surrogateStrings().rounds;

/** How a number of gradient steps looks. */
export function roundsStyle(index: number): EstimatorStyle {
  return {
    name: words().steps(ROUND_STEPS[index]!),
    color: runColor(RUNS[index]!),
    dash: runDash(index),
    marker: MARKERS[index]!,
  };
}

export function roundsFigure(
  rounds: ReadonlyMap<number, readonly SurrogateRound[]>,
  settings: SurrogateSettings,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const drawn: LineFigure = {
    xLabel: words().xLabel,
    yLabel: words().yLabel,
    xScale: 'linear',
    yScale: 'linear',
    target: null,
    series: ROUND_STEPS.map((steps, index) => ({
      style: roundsStyle(index),
      width: 2.25,
      points: (rounds.get(steps) ?? []).map(({ j }, x) => ({ x, value: j, lower: j, upper: j })),
    })),
  };
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(settings),
    about: words().about(aboutText(settings)),
    build,
    link: linkOf(settings),
    file: `surrogate-rounds-${settings.process.id}`,
    rows: () => [
      words().columns,
      ...ROUND_STEPS.flatMap((steps) =>
        (rounds.get(steps) ?? []).map(({ j, surrogate, behaviour }, round) => [
          steps,
          round,
          ...[j, surrogate, behaviour].map((value) => (Number.isFinite(value) ? value : null)),
        ]),
      ),
    ],
    picture: {
      label: words().label,
      height: (width) => Math.min(320, Math.max(240, 0.6 * width)),
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}
