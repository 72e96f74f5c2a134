import { drawBands } from '../../draw/band-figure';
import { formatConfig } from '../../protocol/config';
import type { ChartDescription } from '../figure/curve-plot';
import type { Figure } from '../figure/figure';
import { currentLink } from '../experiment/address';
import type { Playground } from '../experiment/playground';
import { seededSettings } from '../experiment/seeded';
import { formatReturn } from '../text/format';
import { bandWords as words } from '../text/en/bands';
import { curveStrings } from '../text/en/curves';
import { fileStrings } from '../text/en/files';
import { seedRows, summaryRows } from './band-rows';
import { seedsText } from './band-sentences';
import type { RecordedArmStanding } from './recorded-standing';
import type { ArmStanding, Standing } from './standing';

/** CSS pixels */
const HEIGHT = 340;

/** What several seeds come to, and how it is drawn. */
export interface BandView {
  standing: Standing;
  recorded: readonly RecordedArmStanding[];
  chart: Pick<ChartDescription, 'references' | 'xLabel' | 'yLabel'> & {
    bands: readonly { name: string; color: string; dash: number[] }[];
  };
  caption: string;
  /** that all arms share */
  goal: number | null;
}

/** The bands of all arms; as rows, every evaluation of every seed. */
export function bandExport(playground: Playground, view: BandView): Figure {
  const { standing, recorded, chart, caption, goal } = view;
  const arms = [...standing.arms, ...recorded];
  const figure = {
    ...chart,
    arms: arms.map(({ curves, points }, i) => {
      return { ...chart.bands[i]!, seeds: curves, points };
    }),
  };
  const legend = chart.bands.map(
    ({ name, dash }) => `${name} (${fileStrings().learning.line(dash.length > 0)})`,
  );
  return {
    title: curveStrings().title,
    table: words().table,
    caption: `${legend.join('; ')}. ${caption}`,
    about: arms
      .map((arm) => words().about(arm.id, configOf(playground, arm), seedsText(arm)))
      .join('; '),
    build: playground.catalog.build,
    link: currentLink(playground),
    file: words().file,
    rows: () => seedRows(arms, standing.location),
    readable: () => summaryRows(arms, goal !== null),
    note: words().tableNote(goal === null ? '' : formatReturn(goal)),
    picture: {
      label: curveStrings().title,
      height: () => HEIGHT,
      draw: (context, size, theme) => drawBands(context, figure, size, theme),
    },
  };
}

/** What an arm is about, apart from its seeds. */
function configOf(playground: Playground, arm: ArmStanding | RecordedArmStanding): string {
  if ('shown' in arm) return arm.shown.config;
  const { id } = playground.arms.find((each) => each.id === arm.id)!;
  const settings = new Map(seededSettings(playground, id));
  settings.delete('seed');
  return formatConfig(settings);
}
