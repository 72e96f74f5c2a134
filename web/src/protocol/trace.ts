import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** `null` where a number is not finite */
const number = v.nullable(v.number());

/** One number of the whole batch. */
const ofBatch = v.object({ line: text, name: text, value: number });

/**
 * Numbers of each transition of the batch: a row for each component, that of an action's samples or
 * of several critics one after the other. Those of the line that acts have one column.
 */
const ofSamples = v.object({
  line: text,
  name: text,
  /** rows that belong together */
  components: v.pipe(count, v.minValue(1)),
  values: v.array(v.array(number)),
});

/** Numbers of one weight, or of the temperature, by name: `before` and `after` at least. */
const ofWeight = v.objectWithRest(
  { line: text, name: text, before: number, after: number },
  number,
);

/** What one update computes (docs/trace.md). */
const trace = v.object({
  algorithm: text,
  environment: text,
  /** taken, with the step that led to the update */
  environment_steps: count,
  /** made before this one */
  updates: count,
  /** transitions that the update learns from */
  batch: v.pipe(count, v.minValue(1)),
  /** in the order in which they were computed */
  entries: v.array(v.union([ofBatch, ofSamples, ofWeight])),
});

/** A quantity that a line of an algorithm computes. */
const quantity = v.object({
  name: text,
  symbol: text,
  help: text,
  of: v.picklist(['sample', 'batch', 'weight']),
});

/** A line of an algorithm, as on a blackboard. */
const line = v.object({
  id: text,
  phase: v.picklist(['act', 'critic', 'actor', 'temperature', 'targets']),
  text,
  /** LaTeX, or `""` */
  formula: text,
  /** as that of a parameter: `key=option` of the algorithm, or `""` for always */
  when: text,
  indent: count,
  /** none for a line that only holds others */
  quantities: v.array(quantity),
});

const lines = v.object({
  algorithms: v.array(v.object({ id: text, lines: v.pipe(v.array(line), v.minLength(1)) })),
});

export type Trace = v.InferOutput<typeof trace>;
export type TraceEntry = Trace['entries'][number];
export type BatchEntry = v.InferOutput<typeof ofBatch>;
export type SampleEntry = v.InferOutput<typeof ofSamples>;
export type WeightEntry = v.InferOutput<typeof ofWeight>;
export type TraceLine = v.InferOutput<typeof line>;
export type TraceQuantity = v.InferOutput<typeof quantity>;
/** The lines of every algorithm, by its id. */
export type Lines = Readonly<Record<string, readonly TraceLine[]>>;

export const isSampleEntry = (entry: TraceEntry): entry is SampleEntry => 'values' in entry;
export const isBatchEntry = (entry: TraceEntry): entry is BatchEntry => 'value' in entry;

/** Reads and checks what `trace` resolves to. Throws `Error` naming the first wrong field. */
export function parseTrace(json: string): Trace {
  return parsed('trace', trace, json);
}

/** The lines of every algorithm, by its id, from the catalog's JSON. */
export function parseLines(json: string): Record<string, TraceLine[]> {
  const { algorithms } = parsed('catalog', lines, json);
  return Object.fromEntries(algorithms.map(({ id, lines: own }) => [id, own]));
}

function parsed<Schema extends v.GenericSchema>(
  what: string,
  schema: Schema,
  json: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, JSON.parse(json));
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(`${what}: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
