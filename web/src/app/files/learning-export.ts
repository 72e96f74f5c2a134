import { type Abscissa, movingMean, type Points } from '../../draw/curve-data';
import { drawLearningCurves, type LearningFigure } from '../../draw/learning-figure';
import { formatConfig } from '../../protocol/config';
import type { ChartDescription } from '../figure/curve-plot';
import { type FileKind, type Rows, take } from '../figure/export';
import type { Playground } from '../experiment/playground';
import type { Arm } from '../experiment/arm';
import type { ArmId } from '../settings/arms';
import { seededSettings } from '../experiment/seeded';
import { strings } from '../text/en/page';
import { fileStrings } from '../text/en/files';

const words = () => fileStrings().learning;
const HEIGHT = 340;

/** What the chart of the learning curves shows, and how. */
export interface CurveView {
  chart: ChartDescription;
  caption: string;
  abscissa: Abscissa;
  /** episodes in the moving mean */
  episodeWindow: number;
}

/** Hands out what the learning curves show; as rows, all that the runs have reported. */
export async function takeLearningCurves(
  kind: FileKind,
  playground: Playground,
  view: CurveView,
  width: number,
): Promise<void> {
  const { arms } = playground;
  const figure = figureOf(arms, view);
  const legend = figure.runs.map(({ name, dash }) => `${name} (${words().line(dash.length > 0)})`);
  await take(
    kind,
    {
      title: strings().curves.title,
      caption: `${legend.join('; ')}. ${view.caption}`,
      about: arms.map(({ id }) => aboutRun(playground, id)).join('; '),
      build: playground.catalog.build,
      file: words().file,
      draw: (context, size, theme) => drawLearningCurves(context, figure, size, theme),
      rows: () => rowsOf(arms),
    },
    { width, height: HEIGHT },
  );
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
    runs: arms.map(
      (
        {
          run: {
            history: { evaluations, episodes },
          },
        },
        i,
      ) => ({
        ...chart.runs[i]!,
        evaluations: { x: evaluations[abscissa].slice(), y: evaluations.value.slice() },
        episodes: {
          x: episodes[abscissa].slice(),
          y: movingMean(episodes.value, episodeWindow),
        },
      }),
    ),
  };
}

function rowsOf(arms: readonly Arm[]): Rows {
  const { run: arm, row, steps, updates, seconds, value, deviation } = words().columns;
  const rows = (id: string, name: string, points: Points, deviations: readonly number[]) =>
    points.steps.map((step, i) => [
      ...[id, name, step, points.updates[i]!, points.seconds[i]!, points.value[i]!],
      deviations[i] ?? null,
    ]);
  return [
    [arm, row, steps, updates, seconds, value, deviation],
    ...arms.flatMap(({ id, run: { history } }) => [
      ...rows(id, words().evaluation, history.evaluations, history.deviations),
      ...rows(id, words().episode, history.episodes, []),
    ]),
  ];
}
