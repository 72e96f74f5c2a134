import { type Chosen, itemOf, orNone } from '../laboratory/lab-catalog';
import { type Grammar, hashOf, pairsOf, partsOf, textsOf, valuesOf } from '../link/grammar';
import { decimal, oneOf, once, whole } from '../link/kinds';
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
export interface Said extends Omit<SurrogateSettings, 'process' | 'predict' | 'stepSize'> {
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

export const surrogateLink: Grammar<Said, SurrogateCatalog> = {
  versions: ['1'],
  entries: {
    surrogate: once(orNone(itemOf<SurrogateCatalog>(({ processes }) => processes))),
    direction: among(DIRECTIONS, PLAIN.direction),
    weighting: among(WEIGHTINGS, PLAIN.weighting),
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
  const said: Said = { ...plain, surrogate, predict: predict ? 1 : 0, step };
  return hashOf(surrogateLink, textsOf(surrogateLink, said));
}
