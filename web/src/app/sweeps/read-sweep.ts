import type { Catalog } from '../../protocol/catalog';
import { parseConfig } from '../../protocol/config';
import {
  type PlannedRun,
  readPlan,
  readResults,
  type RunResult,
  SweepError,
} from '../../protocol/sweep';
import type { RecordedArm, RecordedSeed, Sweep } from '../experiment/recorded';
import { type Resolved, resolve, sameValue } from '../settings/settings';
import { sweepWords as words } from '../text/en/sweeps';

/** A file, by its path inside what was opened. */
export interface Entry {
  path: string;
  /** as far as it is text */
  text: string;
}

/** Reads what `acp sweep` wrote, as `acp report` does. Throws `SweepError`. */
export function readSweep(catalog: Catalog, source: string, entries: readonly Entry[]): Sweep {
  const plans = entries.filter(({ path }) => /(^|\/)plan\.jsonl$/.test(path));
  if (plans.length > 1) {
    throw new SweepError(words().several(plans.map(({ path }) => path).join(', ')));
  }
  const { results, ...rest } = plans[0] ? planned(plans[0], entries) : unplanned(entries);
  if (results.length === 0) throw new SweepError(words().nothing);
  const arms = armsOf(catalog, results);
  const builds = [...new Set(results.map(({ build }) => build))];
  return { source, builds, ...rest, arms };
}

type Read = Pick<Sweep, 'begun' | 'failed' | 'missing'> & { results: readonly RunResult[] };

/** Of a folder: what the plan has, in its order. */
function planned(plan: Entry, entries: readonly Entry[]): Read {
  const folder = plan.path.slice(0, -'plan.jsonl'.length);
  const files = new Map(
    entries
      .filter(({ path }) => path.startsWith(folder))
      .map((entry) => [entry.path.slice(folder.length), entry]),
  );
  const runs = readPlan(plan.path, plan.text);
  const hasRuns = [...files.keys()].some((path) => path.startsWith('runs/'));
  const collected = hasRuns ? undefined : files.get('results.jsonl');
  const found = collected
    ? new Map(readResults(collected.path, collected.text).map((run) => [run.id, run]))
    : new Map(runs.flatMap((run) => resultOf(run, files.get(`runs/${run.id}.jsonl`))));
  const left = runs.filter(({ id }) => !found.has(id));
  const failed = left.filter(({ id }) => files.has(`runs/${id}.failed`));
  const begun = left.filter((run) => !failed.includes(run) && files.has(`runs/${run.id}.partial`));
  return {
    results: runs.flatMap(({ id }) => found.get(id) ?? []),
    begun: begun.length,
    failed: failed.length,
    missing: left.length - failed.length - begun.length,
  };
}

function resultOf(run: PlannedRun, file: Entry | undefined): [string, RunResult][] {
  if (!file) return [];
  const results = readResults(file.path, file.text);
  const [result] = results;
  if (results.length > 1 || result?.id !== run.id) {
    throw new SweepError(words().otherRun(file.path, run.id));
  }
  return [[run.id, result]];
}

/** Of files of results alone. */
function unplanned(entries: readonly Entry[]): Read {
  const files = entries.filter(({ path }) => path.endsWith('.jsonl'));
  const all = files.length > 0 ? files : entries;
  const results = new Map<string, RunResult>();
  for (const { path, text } of all) {
    for (const run of readResults(path, text)) {
      if (results.has(run.id)) throw new SweepError(words().twice(path, run.id));
      results.set(run.id, run);
    }
  }
  return { results: [...results.values()], begun: 0, failed: 0, missing: 0 };
}

function armsOf(catalog: Catalog, results: readonly RunResult[]): RecordedArm[] {
  const groups = new Map<string, Omit<RecordedArm, 'name' | 'seeds'> & { seeds: RecordedSeed[] }>();
  for (const { config, steps, evaluations, status } of results) {
    const shared = pairsOf(config)
      .filter((pair) => !pair.startsWith('seed='))
      .join('&');
    const key = `${shared}&steps=${steps}`;
    const resolved = resolvedOf(catalog, config);
    const group = groups.get(key) ?? { config: shared, resolved, steps, seeds: [], id: null };
    groups.set(key, group);
    group.seeds.push({ seed: resolved.values.get('seed')!, evaluations, status });
  }
  const arms = [...groups.values()].map((arm) => ({
    ...arm,
    seeds: arm.seeds.sort((a, b) => Number(a.seed) - Number(b.seed)),
  }));
  for (const { config, seeds } of arms) {
    const isScored = seeds.some(({ evaluations }) => evaluations.length > 0);
    if (!isScored) throw new SweepError(words().unevaluated(config));
  }
  return named(catalog, arms);
}

function resolvedOf(catalog: Catalog, config: string): Resolved {
  try {
    const settings = parseConfig(config);
    const resolved = resolve(catalog, settings);
    for (const key of settings.keys()) {
      if (!resolved.values.has(key)) throw new Error(words().unknown(key));
    }
    if (!/^\d{1,9}$/.test(resolved.values.get('seed')!)) throw new Error(words().noSeed);
    return resolved;
  } catch (error) {
    throw new SweepError(words().otherVersion(config, (error as Error).message));
  }
}

const pairsOf = (config: string) => config.split('&').filter(Boolean);

/** Each by the preset that it is, else by what sets it apart. */
function named(catalog: Catalog, arms: readonly Omit<RecordedArm, 'name'>[]): RecordedArm[] {
  const count = new Map<string, number>();
  for (const pair of arms.flatMap(({ config }) => pairsOf(config))) {
    count.set(pair, (count.get(pair) ?? 0) + 1);
  }
  const isOneLength = new Set(arms.map(({ steps }) => steps)).size === 1;
  return arms.map((arm) => {
    const pairs = pairsOf(arm.config).filter(
      (pair) => arms.length === 1 || count.get(pair) !== arms.length,
    );
    if (!isOneLength) pairs.push(`steps=${arm.steps}`);
    return { ...arm, name: presetOf(catalog, arm) ?? (pairs.join(' ') || words().defaults) };
  });
}

function presetOf(
  catalog: Catalog,
  { resolved, steps }: Pick<RecordedArm, 'resolved' | 'steps'>,
): string | undefined {
  return catalog.presets.find((preset) => {
    if (preset.steps !== steps) return false;
    const { environment, algorithm, values } = resolve(catalog, parseConfig(preset.config));
    if (environment !== resolved.environment || algorithm !== resolved.algorithm) return false;
    return resolved.parameters.every(
      (parameter) =>
        parameter.key === 'seed' ||
        sameValue(parameter, values.get(parameter.key)!, resolved.values.get(parameter.key)!),
    );
  })?.id;
}
