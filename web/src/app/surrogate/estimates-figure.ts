import { drawLines, type LineFigure } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { runDash } from '../../draw/line-style';
import type { Figure } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { surrogateStrings } from '../text/en/surrogate';
import formula from './formulas/estimates.tex';
import type { EstimateRow, LineRow } from './surrogate-client';
import {
  aboutText,
  ESTIMATES,
  lineText,
  PLACES,
  reachOf,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';
import { linkOf } from './surrogate-link';

/** Standard errors of a 95 % band. */
const BAND = 1.96;
const LOOKS = {
  trajectories: { run: 'B', dash: 0, marker: 'circle', exact: 'j' },
  actions: { run: 'A', dash: 1, marker: 'square', exact: 'surrogate' },
  states: { run: 'C', dash: 2, marker: 'triangle', exact: 'surrogate' },
} as const;
type Kind = keyof typeof LOOKS;
export const KINDS = Object.keys(LOOKS) as Kind[];

const words = () => surrogateStrings().estimates;

export function estimateStyle(kind: Kind): EstimatorStyle {
  const { run, dash, marker } = LOOKS[kind];
  return { name: words().lines[kind], color: runColor(run), dash: runDash(dash), marker };
}

/** What episodes say along the line; in thin dots what they are to say. */
export function estimatesFigure(
  rows: readonly EstimateRow[],
  exact: readonly LineRow[],
  settings: SurrogateSettings,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const { episodes, seed, process } = settings;
  const drawn: LineFigure = {
    xLabel: words().xLabel,
    yLabel: words().yLabel,
    xScale: 'linear',
    yScale: 'linear',
    xEnd: reachOf(settings),
    target: null,
    series: KINDS.map((kind) => ({
      style: estimateStyle(kind),
      width: 2.25,
      points: rows.map((row, i) => {
        const { mean, error } = row[kind];
        const expected = exact[(i * PLACES) / ESTIMATES]?.[LOOKS[kind].exact] ?? NaN;
        const [lower, upper] = [mean - BAND * error, mean + BAND * error];
        return { x: row.eta, value: mean, lower, upper, expected };
      }),
    })),
  };
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(episodes, seed),
    about: words().about(aboutText(settings), lineText(settings).replaceAll('&', ', ')),
    build,
    link: linkOf(settings),
    file: `surrogate-estimates-${process.id}-${episodes}`,
    rows: () => [
      words().columns,
      ...rows.map((row) => [
        row.eta,
        ...KINDS.flatMap((kind) => [row[kind].mean, row[kind].error]),
      ]),
    ],
    picture: {
      label: words().label,
      height: (width) => Math.min(340, Math.max(260, 0.6 * width)),
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}
