import { labStrings } from '../text/en/laboratory';
import { type Grammar, hashOf, pairsOf, partsOf, textsOf, valuesOf } from '../link/grammar';
import { decimal, oneOf, once, whole } from '../link/kinds';
import type { Notes } from '../link/notes';
import { linkStrings as words } from '../text/en/link';
import {
  type Chosen,
  formatChosen,
  itemOf,
  type LabCatalog,
  orNone,
  readChosen,
} from './lab-catalog';
import {
  ALPHA,
  BUDGETS,
  LARGEST_SEED,
  type LabSettings,
  MOST_SHOWN,
  SAMPLES,
  suits,
} from './lab-settings';
import { shownFirst, variantsOf } from './variants';

/** What a hash such as `#v=1&lab=cosine:frequency=5&policy=gaussian:mu=1` says, and does not. */
export interface LabReading {
  settings: LabSettings;
  /** the first values that were not usable; at most 8 and a count */
  ignored: string[];
}

/** The settings as the link says them. */
interface Said extends Pick<LabSettings, 'policy' | 'alpha' | 'samples' | 'budget' | 'seed'> {
  /** the objective; none in `#lab=`, which is the lab as it opens */
  lab: Chosen | null;
  /** estimators, each with what it has of its own */
  show: readonly string[];
}

const objective = itemOf(({ objectives }: LabCatalog) => objectives);

export const labLink: Grammar<Said, LabCatalog> = {
  versions: ['1'],
  entries: {
    lab: once(orNone(objective)),
    policy: once(itemOf(({ policies }) => policies)),
    alpha: once(decimal(ALPHA.min, ALPHA.max), 0),
    show: { read: (texts) => texts, write: (texts) => texts },
    samples: once({
      ...oneOf(() => SAMPLES),
      reason: (_, text) =>
        /^\d+$/.test(text) ? words().notOneOf(SAMPLES) : words().notWhole(1, SAMPLES.at(-1)!),
    }),
    budget: once(
      oneOf(() => BUDGETS),
      'samples',
    ),
    seed: once(whole(0, LARGEST_SEED)),
  },
};

/** Reads a hash; what is unknown or out of range is ignored and named. */
export function readLabLink(hash: string, catalog: LabCatalog, defaults: LabSettings): LabReading {
  const parts = partsOf(hash, labLink);
  const { notes } = parts;
  const { lab, show = [], ...plain } = valuesOf(parts, labLink, catalog);
  for (const name of pairsOf(parts.rest, notes).keys()) notes.add(name, words().unknown);
  const said = { ...defaults, ...plain, objective: lab ?? defaults.objective };
  const settings = withShown(show, reconciled(said, defaults, notes), catalog, notes);
  return { settings, ignored: notes.list() };
}

/** An objective of other actions than the policy's gives way. */
function reconciled(settings: LabSettings, defaults: LabSettings, notes: Notes): LabSettings {
  const { objective, policy } = settings;
  if (suits(objective.id, policy.id)) return settings;
  notes.add(`lab=${objective.id}`, labStrings().link.otherActions(policy.id));
  return { ...settings, objective: defaults.objective, policy: defaults.policy };
}

function withShown(
  shown: readonly string[],
  settings: LabSettings,
  catalog: LabCatalog,
  notes: Notes,
): LabSettings {
  const variants = variantsOf(catalog, settings.policy.id);
  const own = new Map(settings.own);
  const show: string[] = [];
  for (const text of shown) {
    const [id = ''] = text.split(':');
    const complain = (reason: string) => notes.add(`show=${id}`, reason);
    const variant = variants.find((candidate) => candidate.id === id);
    if (!variant) complain(labStrings().link.otherPolicy);
    else if (show.length >= MOST_SHOWN) complain(labStrings().link.most(MOST_SHOWN));
    else if (!show.includes(id)) {
      show.push(id);
      const { estimator } = variant;
      const values = readChosen(text.replace(id, estimator.id), [estimator], complain);
      if (values && estimator.parameters.length > 0 && text !== id) own.set(estimator.id, values);
    }
  }
  return { ...settings, own, show: show.length > 0 ? show : shownFirst(settings.policy.id) };
}

/** The hash of exactly these settings. */
export function formatLabLink({ objective, show, own, ...plain }: LabSettings): string {
  const shown = show.map((id) => {
    const values = own.get(id);
    return values ? formatChosen(values) : id;
  });
  return hashOf(labLink, textsOf(labLink, { ...plain, lab: objective, show: shown }));
}
