import { drawRollouts, type RolloutsFigure, rolloutsHeight } from '../../draw/surrogate/rollouts';
import type { SurrogateDescription, SurrogateRollouts } from '../../protocol/surrogate';
import type { Figure } from '../figure/figure';
import { runColor } from '../kit/color-theme';
import { figure } from '../text/numbers';
import { surrogateStrings } from '../text/en/surrogate';
import formula from './formulas/rollouts.tex';
import {
  aboutText,
  lineText,
  LONGEST_EPISODE,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';
import { linkOf } from './surrogate-link';

export const KINDS = ['alone', 'once'] as const;
export const LOOKS = { alone: { run: 'B', dash: 0 }, once: { run: 'A', dash: 1 } } as const;
/** Steps of an episode that are drawn. */
const DRAWN = 40;
const words = () => surrogateStrings().rollouts;

/** An episode of pi alone, and one of pi once and mu from then on. */
export function rolloutsFigure(
  rollouts: SurrogateRollouts,
  { states, actions, mu }: SurrogateDescription,
  settings: SurrogateSettings,
  { build }: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const [state = 0, taken = 0] = rollouts.alone.steps[0] ?? [];
  const drawn: RolloutsFigure = {
    xLabel: words().xLabel,
    yLabel: words().yLabel,
    states,
    map: settings.process.values.get('map')?.split('-') ?? null,
    walks: KINDS.map((kind) => ({
      name: words().names[kind],
      result: words().result(rollouts[kind].return),
      color: runColor(LOOKS[kind].run),
      dash: LOOKS[kind].dash,
      states: rollouts[kind].steps.slice(0, DRAWN + 1).map(([s]) => s),
    })),
    values: {
      label: words().values(states[state] ?? ''),
      actions: actions.map((name, a) => ({
        name,
        value: figure(mu.q[state]?.[a] ?? NaN),
        isTaken: a === taken,
      })),
    },
  };
  return {
    title: words().title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(settings.seed, DRAWN, LONGEST_EPISODE),
    about: words().about(
      aboutText(settings),
      lineText(settings).replaceAll('&', ', '),
      settings.eta,
    ),
    build,
    link: linkOf(settings),
    file: `surrogate-rollouts-${settings.process.id}-${settings.seed}`,
    rows: () => [
      words().columns,
      ...KINDS.flatMap((kind) =>
        rollouts[kind].steps.map(([s, a, reward], t) => [
          words().names[kind],
          t,
          states[s] ?? s,
          actions[a] ?? a,
          reward,
        ]),
      ),
    ],
    picture: {
      label: words().label,
      height: (width) => rolloutsHeight(drawn, width),
      draw: (context, size, theme) => drawRollouts(context, drawn, size, theme),
    },
  };
}

/** What these two episodes show, in words. */
export function rolloutsVerdict(
  { alone, once }: SurrogateRollouts,
  { states, actions, mu }: SurrogateDescription,
): string {
  const [state = 0, taken = 0] = alone.steps[0] ?? [];
  return words().verdict({
    state: states[state] ?? '',
    action: actions[taken] ?? '',
    alone: alone.return,
    once: once.return,
    q: mu.q[state]?.[taken] ?? NaN,
  });
}
