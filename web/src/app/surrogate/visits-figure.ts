import { drawVisits, type VisitsFigure, visitsHeight } from '../../draw/surrogate/visits';
import type { SurrogateDescription, SurrogatePlace } from '../../protocol/surrogate';
import type { Figure } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { surrogateStrings } from '../text/en/surrogate';
import formula from './formulas/occupancy.tex';
import { aboutText, type SurrogateCatalog, type SurrogateSettings } from './surrogate-settings';
import { linkOf } from './surrogate-link';

const words = () => surrogateStrings().visits;

/** Which states the data is of, and which the policy at the cursor would visit. */
export function visitsFigure(
  { states, actions, mu }: SurrogateDescription,
  { eta, pi }: SurrogatePlace,
  settings: SurrogateSettings,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const map = settings.process.values.get('map')?.split('-') ?? null;
  const drawn: VisitsFigure = {
    yLabel: words().yLabel,
    states,
    map,
    policies: [
      { label: words().names.mu, color: runColor('A'), values: mu.occupancy },
      { label: words().names.pi, color: runColor('B'), values: pi.occupancy },
    ],
  };
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption,
    about: words().about(aboutText(settings), eta),
    build,
    link: linkOf(settings),
    file: `surrogate-visits-${settings.process.id}`,
    rows: () => [
      words().columns(actions),
      ...states.map((state, s) => [
        state,
        mu.occupancy[s]!,
        pi.occupancy[s]!,
        ...mu.policy[s]!,
        ...pi.policy[s]!,
        ...mu.q[s]!,
      ]),
    ],
    picture: {
      label: words().label,
      height: (width) => visitsHeight(drawn, width),
      draw: (context, size, theme) => drawVisits(context, drawn, size, theme),
    },
  };
}
