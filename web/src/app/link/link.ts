import type { Catalog } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import { runCount } from './run-count';
import { type Pair, pairOf } from '../settings/pairs';
import { ARM_IDS } from '../settings/arms';
import { resolve, sameValue } from '../settings/settings';

export const VERSION = '2';

/** What all parameters of a run are at an environment step, by their digest. */
export interface Claim {
  steps: number;
  digest: string;
}

/**
 * The hash of an experiment: `#v=2&pair=score-function&seed=3`, or, where no pair fits, settings of
 * all runs as they are and those of one run after its letter, without defaults:
 * `#v=2&preset=pendulum-sac&seed=3&b.sac.estimator=score_function`. With claims, one per run, it
 * ends in `at=2000&digest=…,…`.
 */
export function formatLink(
  catalog: Catalog,
  pairs: readonly Pair[],
  runs: readonly Settings[],
  claims: readonly Claim[] = [],
): string {
  const forms = runs.map((settings) => normalForm(catalog, settings));
  const presets = forms.map((form) => form.get('preset') ?? '');
  // Whoever reads a pair takes another task or algorithm for one without the preset's settings.
  const isPlain = forms.every((form) => !form.has('environment') && !form.has('algorithm'));
  const pair = isPlain ? pairOf(pairs, presets, runs.length) : '';
  if (pair !== '') forms.forEach((form) => form.delete('preset'));

  const resolved = runs.map((settings) => resolve(catalog, settings));
  const having = (key: string) =>
    forms.filter((_, i) => key === 'preset' || resolved[i]!.values.has(key));
  const isShared = (key: string, value: string) =>
    having(key).every((form) => form.get(key) === value);

  const shared = new Map<string, string>();
  const own: [string, string][] = [];
  forms.forEach((form, i) => {
    for (const [key, value] of form) {
      if (isShared(key, value)) shared.set(key, value);
      else own.push([`${ARM_IDS[i]!.toLowerCase()}.${key}`, value]);
    }
  });
  const written = (entries: string[][]) =>
    `#${entries.map(([key, value]) => `${key}=${encode(value!)}`).join('&')}`;
  const head = [['v', VERSION]];
  const about = [
    ...(pair === '' ? [] : [['pair', pair]]),
    ...shared,
    ...own,
    ...claimEntries(claims),
  ];
  const short = written([...head, ...about]);
  if (runCount(short) === runs.length) return short;
  return written([...head, ['runs', String(runs.length)], ...about]);
}

/** What a run is about, its seed, and what else is not as the preset or the defaults have it. */
function normalForm(catalog: Catalog, settings: Settings): Map<string, string> {
  const { values, parameters } = resolve(catalog, settings);
  const preset = settings.get('preset');
  const form = new Map<string, string>();
  if (preset !== undefined) form.set('preset', preset);
  const given = preset === undefined ? [] : [['preset', preset] as const];
  const base = new Map<string, string>(given);
  const asked = resolve(catalog, base).values;
  for (const key of ['environment', 'algorithm']) {
    const value = values.get(key)!;
    base.set(key, value);
    if (preset === undefined || asked.get(key) !== value) form.set(key, value);
  }
  form.set('seed', values.get('seed')!);
  const before = resolve(catalog, base).values;
  for (const parameter of parameters) {
    const { key } = parameter;
    const value = values.get(key)!;
    if (!base.has(key) && key !== 'seed' && !sameValue(parameter, value, before.get(key)!)) {
      form.set(key, value);
    }
  }
  return form;
}

function claimEntries(claims: readonly Claim[]): string[][] {
  if (claims.length === 0) return [];
  const steps = claims.map((claim) => String(claim.steps));
  const isShared = new Set(steps).size === 1;
  return [
    ['at', isShared ? steps[0]! : steps.join(',')],
    ['digest', claims.map(({ digest }) => digest).join(',')],
  ];
}

function encode(value: string): string {
  return value.replaceAll(/[^\w.,;:/@!$*()~-]/g, (character) => encodeURIComponent(character));
}
