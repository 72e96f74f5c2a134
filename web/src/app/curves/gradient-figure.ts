import { drawLines, type LinePoint } from '../../draw/lab/lines';
import type { EstimatorStyle } from '../../draw/lab/marker';
import { formatConfig, type Settings } from '../../protocol/config';
import type { Figure, Rows } from '../figure/figure';
import type { ArmId } from '../settings/arms';
import { formatCount } from '../text/format';
import { words } from '../text/en/gradient';
import { gradientColumns, type GradientLine, type Quantity } from './gradient-lines';
import { spread } from './spread';

/** A line as the chart shows it. */
type ShownLine = GradientLine & { name: string; look: EstimatorStyle };

interface Shown {
  lines: readonly ShownLine[];
  settings: readonly { id: ArmId; settings: Settings }[];
  quantity: Quantity;
  caption: string;
  build: string;
  /** hash of the experiment */
  link: string;
}

const HEIGHT = 320;

/** What the chart of gradient estimates shows. */
export function gradientFigure({ lines, settings, quantity, caption, ...from }: Shown): Figure {
  const { title, table, xLabel, columns } = words();
  const yLabel = words().yLabel[quantity];
  const axes = { xLabel, yLabel, xScale: 'linear', yScale: 'log' } as const;
  const drawn = { ...axes, target: null, series: lines.map(seriesOf) };
  const legend = lines.map(({ name, look }) => words().legend(name, look.marker)).join('; ');
  const about = settings.map(({ id, settings: own }) => words().run(id, formatConfig(own)));
  return {
    title,
    table,
    caption: `${legend}. ${caption}`,
    about: about.join('; '),
    ...from,
    file: `gradient-${quantity === 'variance' ? 'variance' : 'signal-to-noise'}`,
    rows: () => [
      [columns.line, xLabel, columns.rows, yLabel, columns.error],
      ...lines.flatMap(({ name, points }) =>
        [...points].map(([x, point]) => [
          ...[name, x, point?.rows ?? null, point?.value ?? null, point?.error ?? null],
        ]),
      ),
    ],
    readable: () => besideEachOther(lines),
    picture: {
      label: title,
      height: () => HEIGHT,
      draw: (context, size, theme) => drawLines(context, drawn, size, theme),
    },
  };
}

function seriesOf({ look, isActive, points }: ShownLine) {
  return {
    style: look,
    width: isActive ? 3 : 1.25,
    points: [...points].flatMap(([x, point]): LinePoint[] => {
      if (point === null) return [];
      const { value, error } = point;
      return [{ x, value, lower: value - error, upper: value + error }];
    }),
  };
}

/** A row for each step, a column for each line. */
function besideEachOther(lines: readonly ShownLine[]): Rows {
  const [xs] = gradientColumns(lines);
  return [
    [words().xLabel, ...lines.map(({ name }) => name)],
    ...xs.map((x) => [formatCount(x), ...lines.map(({ points }) => spread(points.get(x)))]),
  ];
}
