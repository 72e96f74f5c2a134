import { formatCount } from '../text/format';
import { formatChosen, type LabCatalog, readChosen } from './lab-catalog';
import {
  ALPHA,
  LARGEST_SEED,
  type LabSettings,
  MOST_SHOWN,
  SAMPLES,
  shownFirst,
  suits,
} from './lab-settings';
import { variantsOf } from './variants';

/** What a hash such as `#v=1&lab=cosine:frequency=5&policy=gaussian:mu=1` says, and does not. */
export interface LabReading {
  settings: LabSettings;
  /** the first values that were not usable; at most 8 and a count */
  ignored: string[];
}

const VERSION = '1';
const [MOST_READ, MOST_NAMED, LONGEST] = [100, 8, 60];

/** Reads a hash; what is unknown or out of range is ignored and named. */
export function readLabLink(hash: string, catalog: LabCatalog, defaults: LabSettings): LabReading {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  const ignored: string[] = [];
  const report = (problem: string) =>
    void ignored.push(problem.length > 2 * LONGEST ? `${problem.slice(0, 2 * LONGEST)}…` : problem);
  const entries = new URLSearchParams(parts.slice(0, MOST_READ).join('&'));
  const version = entries.get('v') ?? VERSION;
  if (version !== VERSION) {
    report(`v=${cut(version)}: only version ${VERSION} is known; the rest is ignored too`);
    return { settings: defaults, ignored };
  }
  const settings = readEntries(entries, catalog, defaults, report);
  const more = Math.max(0, ignored.length - MOST_NAMED) + Math.max(0, parts.length - MOST_READ);
  const named = ignored.slice(0, MOST_NAMED);
  return { settings, ignored: more > 0 ? [...named, `and ${formatCount(more)} more`] : named };
}

function readEntries(
  entries: URLSearchParams,
  catalog: LabCatalog,
  defaults: LabSettings,
  report: (problem: string) => void,
): LabSettings {
  const settings = { ...defaults, own: new Map(defaults.own) };
  const show: string[] = [];
  const one = (key: string, value: string) => {
    switch (key) {
      case 'v':
        return;
      case 'lab':
        if (value !== '')
          settings.objective = item('lab', value, catalog.objectives, report) ?? settings.objective;
        return;
      case 'policy':
        settings.policy = item('policy', value, catalog.policies, report) ?? settings.policy;
        return;
      case 'show':
        show.push(value);
        return;
      case 'alpha':
        settings.alpha = number(key, value, ALPHA.min, ALPHA.max, report) ?? settings.alpha;
        return;
      case 'seed':
        settings.seed = whole(key, value, [0, LARGEST_SEED], report) ?? settings.seed;
        return;
      case 'samples': {
        const samples = whole(key, value, [1, 64], report) ?? settings.samples;
        if (SAMPLES.includes(samples)) settings.samples = samples;
        else report(`samples=${samples}: not one of ${SAMPLES.join(', ')}`);
        return;
      }
      case 'budget':
        if (value === 'samples' || value === 'evaluations') settings.budget = value;
        else report(`budget=${cut(value)}: not samples or evaluations`);
        return;
      default:
        report(`${cut(key)}: unknown`);
    }
  };
  for (const [key, value] of entries) one(key, value);
  return readShown(show, reconciled(settings, defaults, report), catalog, report);
}

/** An objective of other actions than the policy's gives way. */
function reconciled(
  settings: LabSettings,
  defaults: LabSettings,
  report: (problem: string) => void,
): LabSettings {
  const { objective, policy } = settings;
  if (suits(objective.id, policy.id)) return settings;
  report(`lab=${objective.id}: has no actions of a ${policy.id} policy`);
  return { ...settings, objective: defaults.objective, policy: defaults.policy };
}

function readShown(
  shown: readonly string[],
  settings: LabSettings,
  catalog: LabCatalog,
  report: (problem: string) => void,
): LabSettings {
  const variants = variantsOf(catalog, settings.policy.id);
  const own = new Map(settings.own);
  const show: string[] = [];
  for (const text of shown) {
    const [id = ''] = text.split(':');
    const variant = variants.find((candidate) => candidate.id === id);
    if (!variant) report(`show=${cut(id)}: unknown for this policy`);
    else if (show.length >= MOST_SHOWN) report(`show=${id}: at most ${MOST_SHOWN}`);
    else if (!show.includes(id)) {
      show.push(id);
      const { estimator } = variant;
      const values = readChosen(text.replace(id, estimator.id), [estimator], report);
      if (values && estimator.parameters.length > 0 && text !== id) own.set(estimator.id, values);
    }
  }
  return { ...settings, own, show: show.length > 0 ? show : shownFirst(settings.policy.id) };
}

function item(
  key: string,
  value: string,
  items: LabCatalog['policies'],
  report: (problem: string) => void,
) {
  const found = readChosen(value, items, report);
  if (!found) report(`${key}=${cut(value)}: not one of ${items.map(({ id }) => id).join(', ')}`);
  return found;
}

function number(
  key: string,
  value: string,
  min: number,
  max: number,
  report: (problem: string) => void,
): number | null {
  // Decimals that are written as they were read: 1e-7 would be the next.
  const read = /^\d{1,10}(\.\d{1,6})?$/.test(value) ? Number(value) : NaN;
  if (read >= min && read <= max) return read;
  report(`${key}=${cut(value)}: not a number from ${min} to ${max}`);
  return null;
}

function whole(
  key: string,
  value: string,
  [min, max]: readonly [number, number],
  report: (problem: string) => void,
): number | null {
  const read = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (read >= min && read <= max) return read;
  report(`${key}=${cut(value)}: not a whole number from ${min} to ${max}`);
  return null;
}

/** The hash of exactly these settings. */
export function formatLabLink(settings: LabSettings): string {
  const { objective, policy, alpha, show, own, samples, budget, seed } = settings;
  const shown = show.map((id) => {
    const values = own.get(id);
    return `show=${values ? formatChosen(values) : id}`;
  });
  const parts = [
    `v=${VERSION}`,
    `lab=${formatChosen(objective)}`,
    `policy=${formatChosen(policy)}`,
    ...(alpha === 0 ? [] : [`alpha=${alpha}`]),
    ...shown,
    `samples=${samples}`,
    ...(budget === 'samples' ? [] : [`budget=${budget}`]),
    `seed=${seed}`,
  ];
  return `#${parts.join('&')}`;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
