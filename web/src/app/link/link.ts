import type { Catalog } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import { formatCount } from '../text/format';
import { type Grammar, hashOf, textsOf } from './grammar';
import { type Kind, like, oneOf, once, several, whole } from './kinds';
import { runCount } from './run-count';
import { taskRefusals } from './task-refusals';
import { ARM_IDS } from '../settings/arms';
import { LARGEST_STEP, MOST_SEEDS } from '../settings/limits';
import { formulas } from '../settings/formulas';
import { type Pair, pairOf } from '../settings/pairs';
import { resolve, sameValue } from '../settings/settings';
import { linkStrings as words } from '../text/en/link';

/** What all parameters of a run are at an environment step, by their digest. */
export interface Claim {
  steps: number;
  digest: string;
}

/** An update looked at line by line. */
export interface Stepped {
  /** the environment step at which it is made, or before it */
  step: number;
  /** the id of a line, after the letter of its run where only that one is looked at */
  line: string;
  /** a transition of its batch, from 1 */
  sample: number;
}

/** What a link says besides the settings of its runs. */
interface Said extends Stepped {
  /** modules of tasks, seen from the page */
  task: readonly string[];
  runs: number;
  /** the id of one */
  pair: string;
  /** of every arm */
  seeds: number;
  /** the steps and digests of claims, as text */
  at: readonly string[];
  digest: readonly string[];
}

/** What a link is read for. */
export interface Asked {
  /** the first one is for a link that says nothing */
  pairs: readonly Pair[];
  /** how many runs there are */
  runs: number;
}

/** The id of a line of pseudo-code, alone or after the letter of a run. */
const LINE = /^([a-d]\.)?[a-z][a-z0-9_-]{0,39}$/;
const MOST_SAMPLES = 100_000;
const isDigest = (text: string) => /^[0-9a-f]{16}$/.test(text);
const isStep = (text: string) =>
  /^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= LARGEST_STEP;

/** One text per run; where they may be shared, one that all have stands for all. */
function perRun(
  isItem: (text: string) => boolean,
  mayShare: boolean,
  reason: (asked: Asked) => string,
): Kind<readonly string[], Asked> {
  return {
    read: (text, { runs }) => {
      const items = text.split(',');
      const isAll = items.length === runs || (mayShare && items.length === 1);
      return isAll && items.every(isItem) ? items : undefined;
    },
    reason,
    write: (items) => (mayShare && new Set(items).size === 1 ? items[0]! : items.join()),
  };
}

export const experimentLink: Grammar<Said, Asked> = {
  versions: ['1', '2'],
  entries: {
    task: several({
      read: (text) => (taskRefusals.has(text) ? undefined : text),
      reason: (_, text) => taskRefusals.get(text)!,
    }),
    runs: once({ ...oneOf(({ runs }) => [runs]), reason: () => words().runs }),
    pair: once(
      oneOf(({ pairs }) => pairs.map(({ id }) => id)),
      '',
    ),
    seeds: once(whole(1, MOST_SEEDS), 1),
    step: once(whole(1, LARGEST_STEP)),
    line: once(
      like(LINE, () => words().line),
      '',
    ),
    sample: once(whole(1, MOST_SAMPLES), 1),
    at: once(perRun(isStep, true, () => words().steps(formatCount(LARGEST_STEP)))),
    digest: once(perRun(isDigest, false, ({ runs }) => words().digests(runs))),
  },
};

/**
 * The hash of an experiment: `#v=2&pair=score-function&seed=3`, or, where no pair fits, settings of
 * all runs as they are and those of one run after its letter, without defaults:
 * `#v=2&preset=pendulum-sac&seed=3&b.sac.estimator=score_function`. With
 * further seeds of every run it says `seeds=8`; with claims, one per run, it ends in
 * `at=2000&digest=…,…`; one that is looked at line by line says where:
 * `step=1234&line=target&sample=3`.
 */
export function formatLink(
  catalog: Catalog,
  pairs: readonly Pair[],
  runs: readonly Settings[],
  claims: readonly Claim[] = [],
  seeds = 1,
  stepped: Stepped | null = null,
): string {
  const forms = runs.map((settings) => normalForm(catalog, settings));
  const presets = forms.map((form) => form.get('preset') ?? '');
  // Whoever reads a pair takes another task or algorithm for one without the preset's settings.
  const isPlain = forms.every((form) => !form.has('environment') && !form.has('algorithm'));
  const pair = isPlain ? pairOf(pairs, presets, runs.length) : '';
  if (pair !== '') forms.forEach((form) => form.delete('preset'));

  const resolved = runs.map((settings) => resolve(catalog, settings));
  const task = [...new Set(resolved.flatMap(({ environment }) => environment.task ?? []))];
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
  const claimed = {
    at: claims.map(({ steps }) => String(steps)),
    digest: claims.map(({ digest }) => digest),
  };
  const written = (said: Partial<Said>) =>
    hashOf(experimentLink, [
      ...textsOf(experimentLink, { ...said, task, pair, seeds, ...stepped }),
      ...shared,
      ...own,
      ...textsOf(experimentLink, claims.length > 0 ? claimed : {}),
    ]);
  const short = written({});
  return runCount(short) === runs.length ? short : written({ runs: runs.length });
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
      form.set(key, formulas.get(value)?.short ?? value);
    }
  }
  return form;
}
