import type { Catalog } from '../../protocol/catalog';
import { parseConfig } from '../../protocol/config';
import {
  MOST_RUNS,
  type PlannedRun,
  readPlan,
  readResults,
  type RunResult,
  SweepError,
} from '../../protocol/sweep';
import type { RecordedArm, RecordedSeed, Sweep } from '../experiment/recorded';
import { type Resolved, resolve, sameValue } from '../settings/settings';
import { formatCount } from '../text/format';
import { sweepWords as words } from '../text/en/sweeps';

/** A file, by its path inside what was opened. */
export interface Entry {
  path: string;
  /** as far as it is text */
  text: string;
}

/** Seeds of an arm: more could not be resampled for every place of a curve. */
const MOST_SEEDS = 1000;

/** Reads what `acp sweep` wrote, as `acp report` does, in small steps. Throws `SweepError`. */
export function* readSweep(
  catalog: Catalog,
  source: string,
  entries: readonly Entry[],
): Generator<void, Sweep> {
  const plans = entries.filter(({ path }) => /(^|\/)plan\.jsonl$/.test(path));
  if (plans.length > 1) {
    throw new SweepError(words().several(plans.map(({ path }) => path).join(', ')));
  }
  const { results, ...rest } = yield* plans[0] ? planned(plans[0], entries) : unplanned(entries);
  if (results.length === 0) throw new SweepError(words().nothing);
  const arms = yield* armsOf(catalog, results);
  const builds = [...new Set(results.map(({ build }) => build))];
  return { source, builds, ...rest, arms };
}

type Read = Pick<Sweep, 'begun' | 'failed' | 'missing'> & { results: readonly RunResult[] };

/** Of a folder: what the plan has, in its order. */
function* planned(plan: Entry, entries: readonly Entry[]): Generator<void, Read> {
  const folder = plan.path.slice(0, -'plan.jsonl'.length);
  const files = new Map(
    entries
      .filter(({ path }) => path.startsWith(folder))
      .map((entry) => [entry.path.slice(folder.length), entry]),
  );
  const runs = yield* readPlan(plan.path, plan.text);
  const hasRuns = [...files.keys()].some((path) => path.startsWith('runs/'));
  const collected = hasRuns ? undefined : files.get('results.jsonl');
  const found = new Map<string, RunResult>();
  if (collected) {
    const results = yield* readResults(collected.path, collected.text);
    for (const run of results) found.set(run.id, run);
  } else {
    for (const { id } of runs) {
      const file = files.get(`runs/${id}.jsonl`);
      if (file) found.set(id, yield* resultOf(id, file));
    }
  }
  const left = runs.filter(({ id }) => !found.has(id));
  const hasFailed = ({ id }: PlannedRun) => files.has(`runs/${id}.failed`);
  const failed = left.filter(hasFailed);
  const begun = left.filter((run) => !hasFailed(run) && files.has(`runs/${run.id}.partial`));
  return {
    results: runs.flatMap(({ id }) => found.get(id) ?? []),
    begun: begun.length,
    failed: failed.length,
    missing: left.length - failed.length - begun.length,
  };
}

function* resultOf(id: string, { path, text }: Entry): Generator<void, RunResult> {
  const results = yield* readResults(path, text);
  const [result] = results;
  if (results.length > 1 || result?.id !== id) {
    throw new SweepError(words().otherRun(path, id));
  }
  return result;
}

/** Of files of results alone. */
function* unplanned(entries: readonly Entry[]): Generator<void, Read> {
  const files = entries.filter(({ path }) => path.endsWith('.jsonl'));
  const all = files.length > 0 ? files : entries;
  const results = new Map<string, RunResult>();
  for (const { path, text } of all) {
    for (const run of yield* readResults(path, text)) {
      if (results.has(run.id)) throw new SweepError(words().twice(path, run.id));
      results.set(run.id, run);
    }
    if (results.size > MOST_RUNS) throw new SweepError(words().runs(formatCount(MOST_RUNS)));
  }
  return { results: [...results.values()], begun: 0, failed: 0, missing: 0 };
}

function* armsOf(catalog: Catalog, results: readonly RunResult[]): Generator<void, RecordedArm[]> {
  const groups = new Map<string, Omit<RecordedArm, 'name' | 'seeds'> & { seeds: RecordedSeed[] }>();
  for (const { config, steps, evaluations, status } of results) {
    yield;
    const pairs = pairsOf(config);
    const shared = pairs.filter((pair) => !isSeed(pair)).join('&');
    const key = `${shared}&steps=${steps}`;
    const group = groups.get(key) ?? {
      ...{ config: shared, resolved: resolvedOf(catalog, shared) },
      ...{ steps, seeds: [], id: null },
    };
    groups.set(key, group);
    if (group.seeds.length === MOST_SEEDS) {
      throw new SweepError(words().seeds(shared, formatCount(MOST_SEEDS)));
    }
    const own = pairs.findLast(isSeed)?.slice('seed='.length);
    const seed = own ?? group.resolved.values.get('seed')!;
    refuseSeed(catalog, config, seed);
    group.seeds.push({ seed, evaluations, status });
  }
  const arms = [...groups.values()].map((arm) => ({
    ...arm,
    seeds: arm.seeds.sort((a, b) => Number(a.seed) - Number(b.seed)),
  }));
  for (const { config, seeds } of arms) {
    const isScored = seeds.some(({ evaluations }) => evaluations.length > 0);
    if (!isScored) throw new SweepError(words().unevaluated(config));
  }
  return yield* named(catalog, arms);
}

function resolvedOf(catalog: Catalog, config: string): Resolved {
  try {
    const settings = parseConfig(config);
    const resolved = resolve(catalog, settings);
    for (const key of settings.keys()) {
      if (!resolved.values.has(key)) throw new Error(words().unknown(key));
    }
    return resolved;
  } catch (error) {
    throw new SweepError(words().otherVersion(config, (error as Error).message));
  }
}

function refuseSeed(catalog: Catalog, config: string, seed: string): void {
  const parameter = catalog.run.parameters.find(({ key }) => key === 'seed');
  if (parameter?.type !== 'integer') return;
  const { min, max } = parameter;
  if (/^\d+$/.test(seed) && Number(seed) >= min && Number(seed) <= max) return;
  throw new SweepError(words().otherVersion(config, words().noSeed(seed, min, max)));
}

const isSeed = (pair: string) => pair.startsWith('seed=');
const pairsOf = (config: string) => config.split('&').filter(Boolean);

/** Each by the preset that it is, else by what sets it apart. */
function* named(
  catalog: Catalog,
  arms: readonly Omit<RecordedArm, 'name'>[],
): Generator<void, RecordedArm[]> {
  const presets = catalog.presets.map(({ id, steps, config }) => {
    return { id, steps, resolved: resolve(catalog, parseConfig(config)) };
  });
  const count = new Map<string, number>();
  for (const pair of arms.flatMap(({ config }) => pairsOf(config))) {
    count.set(pair, (count.get(pair) ?? 0) + 1);
  }
  const isOneLength = new Set(arms.map(({ steps }) => steps)).size === 1;
  const all: RecordedArm[] = [];
  for (const arm of arms) {
    yield;
    const pairs = pairsOf(arm.config).filter(
      (pair) => arms.length === 1 || count.get(pair) !== arms.length,
    );
    if (!isOneLength) pairs.push(`steps=${arm.steps}`);
    const preset = presets.find((each) => isSame(each, arm))?.id;
    all.push({ ...arm, name: preset ?? (pairs.join(' ') || words().defaults) });
  }
  return all;
}

type Task = Pick<RecordedArm, 'resolved' | 'steps'>;

function isSame(preset: Task, { resolved, steps }: Task): boolean {
  const { environment, algorithm, values } = preset.resolved;
  if (preset.steps !== steps) return false;
  if (environment !== resolved.environment || algorithm !== resolved.algorithm) return false;
  return resolved.parameters.every(
    (parameter) =>
      parameter.key === 'seed' ||
      sameValue(parameter, values.get(parameter.key)!, resolved.values.get(parameter.key)!),
  );
}
