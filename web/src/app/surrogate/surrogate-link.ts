import { type Chosen, itemOf, orNone } from '../laboratory/lab-catalog';
import { type Grammar, hashOf, pairsOf, partsOf, textsOf, valuesOf } from '../link/grammar';
import { decimal, type Kind, oneOf, once, whole } from '../link/kinds';
import { linkStrings as words } from '../text/en/link';
import {
  defaultSettings,
  DIRECTIONS,
  EPISODES,
  etaAt,
  LARGEST_SEED,
  MIXTURES,
  PLAIN,
  placeOf,
  SPANS,
  STEP_SIZES,
  type SurrogateCatalog,
  type SurrogateSettings,
  WEIGHTINGS,
  WINDOWS,
} from './surrogate-settings';

/** The settings as the link says them. */
export interface Said extends Omit<
  SurrogateSettings,
  'process' | 'moment' | 'predict' | 'stepSize'
> {
  /** the process; none in `#surrogate=`, which is the laboratory as it opens */
  surrogate: Chosen | null;
  predict: 0 | 1;
  step: number;
}

const among = <V extends string | number>(allowed: readonly V[], unsaid: V) =>
  once(
    oneOf<V, SurrogateCatalog>(() => allowed),
    unsaid,
  );

const SHARE = String.raw`-?(0(\.\d{1,2})?|1)`;
const SHARES = new RegExp(`^${SHARE}(,${SHARE})*$`);
/** Numbers of [-1, 1] between commas. */
const drawing: Kind<readonly number[]> = {
  read: (text) => (SHARES.test(text) ? text.split(',').map(Number) : undefined),
  reason: () => words().notDrawn,
};

export const surrogateLink: Grammar<Said, SurrogateCatalog> = {
  versions: ['1'],
  entries: {
    surrogate: once(orNone(itemOf<SurrogateCatalog>(({ processes }) => processes))),
    direction: among(DIRECTIONS, PLAIN.direction),
    weighting: among(WEIGHTINGS, PLAIN.weighting),
    drawn: { ...once(drawing), write: (drawn) => (drawn.length === 0 ? [] : [drawn.join()]) },
    span: among<number>(SPANS, PLAIN.span),
    eta: once(decimal(0, SPANS.at(-1)!)),
    predict: among([0, 1] as const, 0),
    step: among<number>(STEP_SIZES, PLAIN.stepSize),
    window: among<number>(WINDOWS, PLAIN.window),
    mixture: among(MIXTURES, PLAIN.mixture),
    episodes: among<number>(EPISODES, PLAIN.episodes),
    seed: once(whole(0, LARGEST_SEED), PLAIN.seed),
  },
};

/** Reads a hash; what is unknown or out of range is ignored and named. */
export function readSurrogateLink(
  hash: string,
  catalog: SurrogateCatalog,
): { settings: SurrogateSettings; ignored: string[] } {
  const parts = partsOf(hash, surrogateLink);
  const { notes } = parts;
  const defaults = defaultSettings(catalog);
  const { surrogate, predict, step, ...plain } = valuesOf(parts, surrogateLink, catalog);
  for (const name of pairsOf(parts.rest, notes).keys()) notes.add(name, words().unknown);
  const settings: SurrogateSettings = {
    ...defaults,
    ...plain,
    process: surrogate ?? defaults.process,
    predict: predict === 1,
    stepSize: step ?? defaults.stepSize,
  };
  return {
    settings: { ...settings, eta: etaAt(settings, placeOf(settings)) },
    ignored: notes.list(),
  };
}

/** The hash of exactly these settings. */
export function formatSurrogateLink(settings: SurrogateSettings): string {
  const { process: surrogate, predict, stepSize: step, ...plain } = settings;
  const drawn = plain.direction === 'drawn' ? plain.drawn : [];
  const said: Said = { ...plain, drawn, surrogate, predict: predict ? 1 : 0, step };
  return hashOf(surrogateLink, textsOf(surrogateLink, said));
}

/** The same, where a hash opens what they are about. */
export function linkOf(settings: SurrogateSettings): string | null {
  return settings.moment ? null : formatSurrogateLink(settings);
}
