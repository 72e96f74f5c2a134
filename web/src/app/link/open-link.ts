import type { Catalog } from '../../protocol/catalog';
import { isPlainPair, parseProblems, type Settings } from '../../protocol/config';
import { canonicalFormula } from '../../protocol/formulas';
import { FORMULA, FORMULA_TEXT, REWARD } from '../../protocol/further';
import { TASK_KEYS } from '../kit/embedding';
import { pairsOf, partsOf, type Texts, valuesOf } from './grammar';
import { type Asked, type Claim, experimentLink, type Stepped } from './link';
import type { Notes } from './notes';
import { settingsOfPair } from '../settings/pairs';
import { ARM_IDS } from '../settings/arms';
import { suitedAlgorithms, suitedEnvironments } from '../settings/selection';
import { environmentOf, resolve } from '../settings/settings';
import { linkStrings as words } from '../text/en/link';

export interface LinkRules extends Asked {
  catalog: Catalog;
  /** the core's complaints about settings, `""` if there are none */
  check: (settings: Settings) => Promise<string>;
}

/** What a link says. */
export interface Opened {
  runs: readonly Settings[];
  /** what each run's digest should be; none if the link does not say */
  claims: readonly Claim[];
  /** of every arm */
  seeds: number;
  /** the update that it looks at, if any */
  stepped: Stepped | null;
  /** parts that were not usable, each with what is allowed */
  ignored: readonly string[];
}

/** A setting asked for, and how the link says it. */
interface Wish {
  label: string;
  key: string;
  value: string;
}

/** Reads a hash; what is unknown or what the core refuses is ignored and named. */
export async function openLink(hash: string, rules: LinkRules): Promise<Opened> {
  const parts = partsOf(hash, experimentLink);
  const { version, rest, notes } = parts;
  const pairs = pairsOf(version === '1' ? migrated(rest) : rest, notes);
  const said = valuesOf({ ...parts, texts: withWholeClaim(parts.texts) }, experimentLink, rules);
  const wishes = settingsOf(pairs, rules, notes);
  const bases: Settings[] = [];
  for (let i = 0; i < rules.runs; i++)
    bases.push(await openBase(i, wishes, said.pair, rules, notes));
  await nameUnknown(wishes, bases, rules, notes);
  const runs: Settings[] = [];
  for (const [i, base] of bases.entries()) {
    const known = wishesOf(i, wishes).filter(({ key }) => has(rules.catalog, base, key));
    runs.push(await withoutRefused(base, known, rules, notes));
  }
  const claims = claimsOf(said.at, said.digest, notes);
  const { seeds = 1, step, line = '', sample = 1 } = said;
  const stepped = step === undefined ? null : { step, line, sample };
  return { runs, claims, seeds, stepped, ignored: notes.list() };
}

/** Version 1 had `preset` once per run, in turns. */
function migrated(parts: readonly string[]): readonly string[] {
  const isPreset = (part: string) => part.startsWith('preset=');
  if (parts.filter(isPreset).length <= 1) return parts;
  let run = 0;
  return parts.map((part) => {
    if (!isPreset(part)) return part;
    const id = ARM_IDS[run++] ?? `run ${run}`;
    return `${id.toLowerCase()}.${part}`;
  });
}

/** A claim takes both; a missing one is read as empty, and so is named. */
function withWholeClaim(texts: Texts): Texts {
  const names = ['at', 'digest'];
  const isClaim = names.some((name) => texts.has(name));
  return isClaim ? new Map([...names.map((name) => [name, ['']] as const), ...texts]) : texts;
}

/** The pairs as far as they could be settings of runs. */
function settingsOf(
  pairs: ReadonlyMap<string, string>,
  { runs }: LinkRules,
  notes: Notes,
): Map<string, string> {
  const settings = new Map<string, string>();
  for (const [label, given] of pairs) {
    const { run, key } = split(label);
    const isText = key === FORMULA_TEXT || key === REWARD;
    const value = isText ? canonicalFormula(given) : given;
    if (run >= runs) notes.add(label, words().noRun(ARM_IDS[run]!));
    else if (!isPlainPair(key, value)) notes.add(`${label}=${value}`, words().notPlain);
    else settings.set(label, value);
  }
  return settings;
}

/** `b.sac.tau` is of run 1, `sac.tau` of all of them. */
function split(label: string): { run: number; key: string } {
  const match = /^([a-d])\.(.*)$/.exec(label);
  if (!match) return { run: -1, key: label };
  return { run: 'abcd'.indexOf(match[1]!), key: match[2]! };
}

/** What the link asks of one run; its own wishes go before those for all. */
function wishesOf(run: number, wishes: ReadonlyMap<string, string>): Wish[] {
  const own = new Map<string, Wish>();
  for (const [label, value] of wishes) {
    const { run: of, key } = split(label);
    if (of === run || (of === -1 && !own.has(key))) own.set(key, { label, key, value });
  }
  return [...own.values()];
}

/** What a run is about: a preset, an environment with an algorithm, or what the pair has for it. */
async function openBase(
  run: number,
  wishes: ReadonlyMap<string, string>,
  pairId: string | undefined,
  { catalog, pairs, check }: LinkRules,
  notes: Notes,
): Promise<Settings> {
  const asked = wishesOf(run, wishes);
  const choose = (key: string, ids: readonly string[]) => {
    const wish = asked.find((candidate) => candidate.key === key);
    if (!wish) return undefined;
    if (ids.includes(wish.value)) return wish.value;
    notes.add(`${wish.label}=${wish.value}`, words().notOneOf(ids));
    return undefined;
  };
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  const pair = pairs.find(({ id }) => id === pairId);
  const environment = choose('environment', ids(catalog.environments));
  const algorithm = choose('algorithm', ids(catalog.algorithms));
  const preset = choose('preset', ids(catalog.presets));
  const isChosen = environment !== undefined || algorithm !== undefined;
  const own = asked.some(({ key, label }) => TASK_KEYS.includes(key) && label !== key);
  const first =
    isChosen && (own || !pair) ? new Map<string, string>() : settingsOfPair(pair ?? pairs[0]!, run);
  const start = preset === undefined ? first : new Map([['preset', preset]]);
  if (!isChosen) return start;
  const text = asked.find(({ key }) => key === FORMULA_TEXT)?.value;
  const about = complete(catalog, start, environment, algorithm, text);
  const problems = parseProblems(await check(about));
  for (const { key, message } of problems) notes.add(key, message);
  return problems.length === 0 ? about : start.size > 0 ? start : settingsOfPair(pairs[0]!, run);
}

/** An environment and an algorithm, where the link may have only one of them. */
function complete(
  catalog: Catalog,
  start: Settings,
  environment: string | undefined,
  algorithm: string | undefined,
  text: string | undefined,
): Settings {
  const before = resolve(catalog, start);
  const task = environment === undefined ? undefined : environmentOf(catalog, environment, text);
  const own = environment === FORMULA && text !== undefined ? [[FORMULA_TEXT, text] as const] : [];
  const learner = catalog.algorithms.find(({ id }) => id === algorithm);
  const suited = task ? suitedAlgorithms(catalog, task) : [before.algorithm];
  const tasks = learner ? suitedEnvironments(catalog, learner) : [before.environment];
  const either = <T>(items: readonly T[], wanted: T) =>
    items.includes(wanted) ? wanted : (items[0] ?? wanted);
  return new Map([
    ...start,
    ...own,
    ['environment', (task ?? either(tasks, before.environment)).id],
    ['algorithm', (learner ?? either(suited, before.algorithm)).id],
  ]);
}

function has(catalog: Catalog, base: Settings, key: string): boolean {
  return !TASK_KEYS.includes(key) && resolve(catalog, base).values.has(key);
}

/** Names the settings that no run has, in the core's words. */
async function nameUnknown(
  wishes: ReadonlyMap<string, string>,
  bases: readonly Settings[],
  { catalog, check }: LinkRules,
  notes: Notes,
): Promise<void> {
  for (const [label, value] of wishes) {
    const { run, key } = split(label);
    const of = run < 0 ? bases : bases.slice(run, run + 1);
    if (TASK_KEYS.includes(key) || of.some((base) => has(catalog, base, key))) continue;
    const problems = parseProblems(await check(new Map([...of[0]!, [key, value]])));
    notes.add(label, problems[0]?.message ?? words().notOfRuns);
  }
}

/** The settings of a run without those that the core refuses. */
async function withoutRefused(
  base: Settings,
  wishes: readonly Wish[],
  { check }: LinkRules,
  notes: Notes,
): Promise<Settings> {
  let kept = wishes;
  for (;;) {
    const settings = new Map([...base, ...kept.map(({ key, value }) => [key, value] as const)]);
    const problems = kept.length === 0 ? [] : parseProblems(await check(settings));
    if (problems.length === 0) return settings;
    const named = kept.filter(({ key }) => problems.some((problem) => problem.key === key));
    const meant = kept.filter((wish) => problems.some(({ message }) => names(message, wish)));
    const refused = [named, meant, kept.slice(-1)].find((group) => group.length > 0)!;
    for (const { label, key, value } of refused) {
      const problem = problems.find((candidate) => candidate.key === key) ?? problems[0]!;
      const about = problem.key === key ? '' : `${problem.key}: `;
      notes.add(`${label}=${value}`, `${about}${problem.message}`);
    }
    kept = kept.filter((wish) => !refused.includes(wish));
  }
}

/** Whether a reason has `baseline=leave_one_out` for the wish `sac.baseline=leave_one_out`. */
function names(reason: string, { key, value }: Wish): boolean {
  return reason.includes(`${key.slice(key.indexOf('.') + 1)}=${value}`);
}

/** What the digests of the runs should be, if the link has all that it takes to say so. */
function claimsOf(
  steps: readonly string[] | undefined,
  digests: readonly string[] | undefined,
  notes: Notes,
): Claim[] {
  if (!steps || !digests) return [];
  if (notes.isEmpty) {
    return digests.map((digest, i) => ({ steps: Number(steps[i % steps.length]), digest }));
  }
  notes.add('digest', words().noClaim);
  return [];
}
