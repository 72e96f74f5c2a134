import { highest, lowest } from '../../draw/extent';
import { drawMixtures, type MixtureFigure } from '../../draw/iterations';
import { runDash } from '../../draw/line-style';
import type { IterationRange } from '../../protocol/iterations';
import { runColor } from '../kit/color-theme';
import type { Figure, Rows } from '../figure/figure';
import { diagnosticStrings } from '../text/en/diagnostics';
import { formatCount } from '../text/format';
import type { About } from './metric-figure';
import type { Measured } from './metric-lines';
import mixture from './replay-mixture.tex';

/** What a run replays. */
export interface Replayed {
  run: Measured;
  ranges: readonly IterationRange[];
}

/** Densities are drawn by their logarithms where the largest is so many times the smallest. */
const FAR_APART = 5;

const words = () => diagnosticStrings().replay;

/** Which policies the replayed transitions come from; `null` before there are any. */
export function replayFigure(runs: readonly Replayed[], about: About): Figure | null {
  const replayed = runs.filter(({ ranges }) => ranges.length > 0);
  if (replayed.length === 0) return null;
  const { settings, ...from } = about;
  const densities = replayed.flatMap(({ ranges }) => ranges.map(densityOf)).filter((x) => x > 0);
  const yScale = highest(densities) > FAR_APART * lowest(densities) ? 'log' : 'linear';
  const drawn: MixtureFigure = {
    xLabel: words().xLabel,
    yLabel: diagnosticStrings().yLabel(words().yLabel, '', yScale === 'log'),
    yScale,
    mixtures: replayed.map(({ run: { id, style }, ranges }) => ({
      color: runColor(id),
      dash: runDash(style),
      layers: ranges.map((range) => ({ ...range, density: densityOf(range) })),
    })),
  };
  const without = runs.filter(({ ranges }) => ranges.length === 0).map(({ run }) => run.id);
  const seeds = replayed.map(({ run: { id, resolved } }) =>
    diagnosticStrings().seedOf(id, resolved.values.get('seed') ?? ''),
  );
  return {
    title: words().title,
    caption: words().caption(seeds.join(', '), without.join(', ')),
    about: settings,
    ...from,
    file: 'replay-iterations',
    table: words().table,
    formulas: [{ mathml: mixture, text: words().formula }],
    rows: () => rowsOf(replayed),
    picture: {
      label: words().label(replayed.map(labelOf)),
      height: (width) => Math.min(260, Math.max(200, 0.5 * width)),
      draw: (context, size, theme) => drawMixtures(context, drawn, size, theme),
    },
  };
}

const totalOf = (ranges: readonly IterationRange[]) =>
  ranges.reduce((sum, { transitions }) => sum + transitions, 0);

function densityOf({ first, last, transitions }: IterationRange): number {
  return transitions / (last - first + 1);
}

function labelOf({ run, ranges }: Replayed): string {
  const [first, last] = [formatCount(ranges[0]!.first), formatCount(ranges.at(-1)!.last)];
  return words().of(run.id, formatCount(totalOf(ranges)), first, last);
}

function rowsOf(runs: readonly Replayed[]): Rows {
  const { run, first, last, transitions, share } = words().columns;
  return [
    [run, first, last, transitions, share],
    ...runs.flatMap(({ run: { id }, ranges }) => {
      const total = totalOf(ranges);
      return ranges.map((range) => [
        ...[id, range.first, range.last, range.transitions, range.transitions / total],
      ]);
    }),
  ];
}
