import * as v from 'valibot';

/** A line of `plan.jsonl`: a run that a sweep has, as the command line wrote it. */
export interface PlannedRun {
  /** the hash of the rest */
  id: string;
  /** all that differs from the defaults */
  config: string;
  steps: number;
}

/** What a run of a sweep came to. */
export interface RunResult extends PlannedRun {
  build: string;
  evaluations: readonly RecordedEvaluation[];
  /** `""` where it went well to the end */
  status: string;
}

export interface RecordedEvaluation {
  steps: number;
  updates: number;
  meanReturn: number;
  deviation: number;
  states: number;
}

/** A file of a sweep that cannot be read; its message says where, and what is allowed there. */
export class SweepError extends Error {
  override name = 'SweepError';
}

export const MOST_RUNS = 20_000;
const MOST_EVALUATIONS = 100_000;
const LONGEST = 100_000;
/** The score module takes what is ten times as large, and so the difference of any two. */
const LARGEST_RETURN = 1e99;

const text = v.pipe(v.string(), v.maxLength(LONGEST));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const score = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-LARGEST_RETURN),
  v.maxValue(LARGEST_RETURN),
);
const identity = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'is not 16 hexadecimal digits'));
/** Plain text, each character of which is a byte of the hash. */
const configuration = v.pipe(text, v.regex(/^[!-~]*$/, 'is no configuration'));
const planned = { id: identity, config: configuration, steps: v.pipe(count, v.minValue(1)) };
const plannedRow = v.object(planned);
const row = v.variant('type', [
  v.object({ ...planned, type: v.literal('run'), build: text }),
  v.object({
    type: v.literal('evaluation'),
    environment_steps: count,
    updates: count,
    mean_return: v.nullable(score),
    standard_deviation: v.nullable(score),
    states: count,
  }),
  v.object({
    type: v.literal('end'),
    environment_steps: count,
    updates: count,
    status: text,
    digest: identity,
  }),
]);

/** The runs of a plan, in its order; yields after each line. Throws `SweepError`. */
export function* readPlan(name: string, content: string): Generator<void, PlannedRun[]> {
  const runs = new Map<string, PlannedRun>();
  for (const { where, row: run } of rows(name, content, plannedRow)) {
    refuseRun(where, run, runs);
    runs.set(run.id, run);
    yield;
  }
  return [...runs.values()];
}

/**
 * The runs of a file of results, in its order; each is whole. Yields after each line. Throws
 * `SweepError`.
 */
export function* readResults(name: string, content: string): Generator<void, RunResult[]> {
  const results = new Map<string, RunResult>();
  let begun: { where: string; run: RunResult; evaluations: RecordedEvaluation[] } | null = null;
  for (const { where, row: each } of rows(name, content, row)) {
    yield;
    if (each.type === 'run') {
      if (begun) throw new SweepError(`${where}: the run before it has no end`);
      refuseRun(where, each, results);
      const { id, config, steps, build } = each;
      const evaluations: RecordedEvaluation[] = [];
      begun = { where, run: { id, config, steps, build, evaluations, status: '' }, evaluations };
      continue;
    }
    if (!begun) throw new SweepError(`${where}: type: "${each.type}" before any "run"`);
    if (each.type === 'evaluation') {
      addEvaluation(where, begun.evaluations, each);
      continue;
    }
    const { run } = begun;
    if (run.evaluations.length === 0 && each.status === '') {
      throw new SweepError(`${where}: no evaluation before it; evaluate_every=N makes some`);
    }
    results.set(run.id, { ...run, status: each.status });
    begun = null;
  }
  if (begun) throw new SweepError(`${begun.where}: the run has no end`);
  return [...results.values()];
}

/** One of a run that diverged has no return. */
function addEvaluation(
  where: string,
  evaluations: RecordedEvaluation[],
  read: Extract<v.InferOutput<typeof row>, { type: 'evaluation' }>,
): void {
  const { environment_steps: steps, updates, mean_return: meanReturn, states } = read;
  const before = evaluations.at(-1)?.steps ?? -1;
  if (steps <= before) {
    throw new SweepError(`${where}: environment_steps: ${steps} is not above ${before}`);
  }
  if (evaluations.length === MOST_EVALUATIONS) {
    throw new SweepError(`${where}: a run has at most ${MOST_EVALUATIONS} evaluations`);
  }
  if (meanReturn === null) return;
  const deviation = read.standard_deviation ?? NaN;
  evaluations.push({ steps, updates, meanReturn, deviation, states });
}

function* rows<T>(
  name: string,
  content: string,
  schema: v.GenericSchema<unknown, T>,
): Generator<{ where: string; row: T }> {
  let number = 0;
  for (let begin = 0; begin < content.length;) {
    const end = content.indexOf('\n', begin);
    const line = content.slice(begin, end < 0 ? content.length : end);
    begin = end < 0 ? content.length : end + 1;
    const where = `${name}, line ${++number}`;
    if (line.length > LONGEST)
      throw new SweepError(`${where}: has more than ${LONGEST} characters`);
    yield { where, row: rowOf(where, line, schema) };
  }
  if (number === 0) throw new SweepError(`${name}: is empty`);
}

function rowOf<T>(where: string, line: string, schema: v.GenericSchema<unknown, T>): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new SweepError(`${where}: is not JSON`);
  }
  const read = v.safeParse(schema, json);
  if (read.success) return read.output;
  const issue = read.issues[0];
  const field = v.getDotPath(issue);
  throw new SweepError([where, field, issue.message.slice(0, 200)].filter(Boolean).join(': '));
}

/** Refuses one that is not what its id says, that is there before, or is one too many. */
function refuseRun(where: string, run: PlannedRun, before: ReadonlyMap<string, PlannedRun>): void {
  if (run.id !== idOf(run)) {
    throw new SweepError(`${where}: id: ${run.id} is not that of the run`);
  }
  if (before.has(run.id)) throw new SweepError(`${where}: id: ${run.id} is there already`);
  if (before.size === MOST_RUNS) {
    throw new SweepError(`${where}: the page opens at most ${MOST_RUNS} runs`);
  }
}

/** The hash of a run as the command line has it: FNV-1a over 64 bits, in two halves. */
export function idOf({ config, steps }: Pick<PlannedRun, 'config' | 'steps'>): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const hashed = `${config}&steps=${steps}`;
  for (let i = 0; i < hashed.length; i++) {
    low = (low ^ hashed.charCodeAt(i)) >>> 0;
    const product = low * 0x1b3;
    const carry = Math.floor(product / 2 ** 32);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
