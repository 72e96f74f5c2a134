import { drawLines, type LinePoint } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import type { Catalog } from '../../protocol/catalog';
import { formatConfig, type Settings } from '../../protocol/config';
import { type GradientLine, mostProbes, type Quantity } from './gradient-lines';
import { type FileKind, take } from '../figure/export';
import type { ArmId } from '../settings/arms';
import { strings } from '../text/en/page';
import { words } from '../text/en/gradient';

interface Exported {
  lines: readonly (GradientLine & { name: string; look: EstimatorStyle })[];
  runs: readonly { id: ArmId; settings: Settings }[];
  quantity: Quantity;
  build: string;
  probe: Catalog['probe'];
  /** CSS pixels */
  width: number;
}

const HEIGHT = 320;

/** Hands out what the chart of gradient estimates shows. */
export async function takeGradientCurves(kind: FileKind, exported: Exported): Promise<void> {
  const { lines, runs, quantity, build, probe, width } = exported;
  const yLabel = words().yLabel[quantity];
  const series = lines.map(({ look, isActive, points }) => ({
    style: look,
    width: isActive ? 3 : 1.25,
    points: [...points].flatMap(([x, point]): LinePoint[] => {
      if (point === null) return [];
      const { value, error } = point;
      return [{ x, value, lower: value - error, upper: value + error }];
    }),
  }));
  const axes = { xLabel: words().xLabel, yLabel, xScale: 'linear', yScale: 'log' } as const;
  const figure = { ...axes, target: null, series };
  const legend = lines.map(({ name, look }) => words().legend(name, look.marker)).join('; ');
  const about = runs.map(({ id, settings }) => words().run(id, formatConfig(settings)));
  const counts = [String(probe.states), String(probe.repeats)] as const;
  const seeds = runs.map(({ id, settings }) =>
    strings().curves.seedOf(id, settings.get('seed') ?? ''),
  );
  await take(
    kind,
    {
      title: words().title,
      caption: [
        `${legend}.`,
        words().caption(seeds.join(', '), ...counts),
        words().bins(mostProbes(lines)),
      ].join(' '),
      about: about.join('; '),
      build,
      file: `gradient-${quantity === 'variance' ? 'variance' : 'signal-to-noise'}`,
      draw: (context, size, theme) => drawLines(context, figure, size, theme),
      rows: () => [
        [words().columns.line, words().xLabel, words().columns.rows, yLabel, words().columns.error],
        ...lines.flatMap(({ name, points }) =>
          [...points].map(([x, point]) => [
            ...[name, x, point?.rows ?? null, point?.value ?? null, point?.error ?? null],
          ]),
        ),
      ],
    },
    { width, height: HEIGHT },
  );
}
