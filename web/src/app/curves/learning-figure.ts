import { type Abscissa, bandOf, movingMean, xsOf } from '../../draw/curve-data';
import { drawLearningCurves, type LearningFigure } from '../../draw/learning-figure';
import type { Bin } from '../../protocol/bins';
import { formatConfig } from '../../protocol/config';
import type { ChartDescription } from '../figure/curve-plot';
import type { Figure, Rows } from '../figure/figure';
import { currentLink } from '../experiment/address';
import type { Playground } from '../experiment/playground';
import type { Arm } from '../experiment/arm';
import type { ArmId } from '../settings/arms';
import { DEVIATION } from '../experiment/history';
import { seededSettings } from '../experiment/seeded';
import { curveStrings } from '../text/en/curves';
import { fileStrings } from '../text/en/files';
import { evaluationNote, evaluationRows } from './evaluation-rows';

const words = () => fileStrings().learning;
/** CSS pixels */
const HEIGHT = 340;

/** What the chart of the learning curves shows, and how. */
export interface CurveView {
  chart: ChartDescription;
  caption: string;
  abscissa: Abscissa;
  /** episodes in the moving mean */
  episodeWindow: number;
}

/** What the learning curves show; as rows, all that the runs have reported. */
export function learningFigure(playground: Playground, view: CurveView): Figure {
  const { arms } = playground;
  const figure = figureOf(arms, view);
  const legend = figure.runs.map(({ name, dash }) => `${name} (${words().line(dash.length > 0)})`);
  const histories = arms.map(({ id, run: { history } }) => ({ id, history }));
  return {
    title: curveStrings().title,
    table: curveStrings().table,
    caption: `${legend.join('; ')}. ${view.caption}`,
    about: arms.map(({ id }) => aboutRun(playground, id)).join('; '),
    build: playground.catalog.build,
    link: currentLink(playground),
    file: words().file,
    rows: () => rowsOf(arms),
    readable: () => evaluationRows(histories),
    note: evaluationNote(histories),
    picture: {
      label: curveStrings().title,
      height: () => HEIGHT,
      draw: (context, size, theme) => drawLearningCurves(context, figure, size, theme),
    },
  };
}

/** The settings of a run, and what was done to it. */
function aboutRun(playground: Playground, id: ArmId): string {
  const changes = (playground.$changes.get()[id] ?? []).map(({ text }) => text);
  return words().run(id, formatConfig(seededSettings(playground, id)), changes);
}

function figureOf(arms: readonly Arm[], view: CurveView): LearningFigure {
  const { chart, abscissa, episodeWindow } = view;
  return {
    ...chart,
    runs: arms.map(({ run: { history } }, i) => {
      const [evaluations, episodes] = [history.evaluations.bins, history.episodes.bins];
      return {
        ...chart.runs[i]!,
        evaluations: { x: xsOf(evaluations, abscissa), y: movingMean(evaluations, 1) },
        episodes: { x: xsOf(episodes, abscissa), y: movingMean(episodes, episodeWindow) },
        band: bandOf(episodes),
      };
    }),
  };
}

function rowsOf(arms: readonly Arm[]): Rows {
  const columns = words().columns;
  const rows = (id: string, name: string, bins: readonly Bin[], deviation?: number) =>
    bins.map(({ steps, updates, seconds, rows: count, values }) => [
      ...[id, name, steps, updates, seconds, count, ...values.slice(0, 3)],
      deviation === undefined ? null : values[deviation]!,
    ]);
  return [
    Object.values(columns),
    ...arms.flatMap(({ id, run: { history } }) => [
      ...rows(id, words().evaluation, history.evaluations.bins, DEVIATION),
      ...rows(id, words().episode, history.episodes.bins),
    ]),
  ];
}
