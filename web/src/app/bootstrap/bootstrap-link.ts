import { type Grammar, hashOf, pairsOf, partsOf, textsOf, valuesOf } from '../link/grammar';
import { decimal, oneOf, once } from '../link/kinds';
import { type Chosen, itemOf, orNone } from '../laboratory/lab-catalog';
import { frozenStrings } from '../text/en/frozen';
import { linkStrings } from '../text/en/link';
import {
  AXES,
  type BootstrapItems,
  type BootstrapSettings,
  defaultSettings,
  isRun,
  LAMBDAS,
  LENGTHS,
  SAMPLES,
  USUAL,
} from './settings';

/** What a hash such as `#v=1&bootstrap=random_walk:length=19&error=0.5` says, and does not. */
export interface BootstrapReading {
  settings: BootstrapSettings;
  ignored: string[];
}

interface Said extends Omit<BootstrapSettings, 'process'> {
  /** the process; none in `#bootstrap=`, which is the page as it opens */
  bootstrap: Chosen | null;
}

export const bootstrapLink: Grammar<Said, BootstrapItems> = {
  versions: ['1'],
  entries: {
    bootstrap: once(orNone(itemOf(({ processes }) => processes))),
    error: once(decimal(0, 1), USUAL.error),
    samples: once(
      oneOf(() => SAMPLES),
      USUAL.samples,
    ),
    axis: once(
      oneOf(() => AXES),
      USUAL.axis,
    ),
    n: once(
      oneOf(() => LENGTHS),
      USUAL.n,
    ),
    lambda: once(
      oneOf(() => LAMBDAS),
      USUAL.lambda,
    ),
  },
};

/** Reads a hash; what is unknown or out of range is ignored and named. */
export function readBootstrapLink(hash: string, items: BootstrapItems): BootstrapReading {
  const parts = partsOf(hash, bootstrapLink);
  const { bootstrap, ...plain } = valuesOf(parts, bootstrapLink, items);
  for (const name of pairsOf(parts.rest, parts.notes).keys()) {
    parts.notes.add(name, linkStrings().unknown);
  }
  const defaults = defaultSettings(items);
  const settings = { ...defaults, ...plain, process: bootstrap ?? defaults.process };
  if (isRun(settings) && settings.axis !== 'n') {
    parts.notes.add(`axis=${settings.axis}`, frozenStrings().onlySteps);
    settings.axis = 'n';
  }
  return { settings, ignored: parts.notes.list() };
}

/** The hash of exactly these settings. */
export function formatBootstrapLink({ process, ...plain }: BootstrapSettings): string {
  return hashOf(bootstrapLink, textsOf(bootstrapLink, { ...plain, bootstrap: process }));
}
