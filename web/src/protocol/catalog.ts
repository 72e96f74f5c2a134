import * as v from 'valibot';

const text = v.string();
const finite = v.pipe(v.number(), v.finite());
const id = v.pipe(text, v.regex(/^[a-z0-9][a-z0-9_.-]*$/));

const described = {
  key: v.pipe(text, v.regex(/^[A-Za-z][A-Za-z0-9_.]*$/)),
  title: text,
  unit: text,
  symbol: text,
  help: text,
  group: text,
  live: v.boolean(),
  when: text,
};

const numeric = {
  ...described,
  default: finite,
  min: finite,
  max: finite,
  scale: v.picklist(['linear', 'log']),
};

const option = v.object({ id, title: text, help: text });

/** The schema of a self-described parameter. */
export const parameter = v.variant('type', [
  v.object({ ...numeric, type: v.literal('number') }),
  v.object({ ...numeric, type: v.literal('integer') }),
  v.object({
    ...described,
    type: v.literal('choice'),
    default: id,
    options: v.pipe(v.array(option), v.minLength(1)),
  }),
  v.object({ ...described, type: v.literal('boolean'), default: v.boolean() }),
  v.object({
    ...described,
    type: v.literal('text'),
    default: text,
    max_length: v.pipe(finite, v.minValue(1)),
  }),
]);

const environment = v.object({
  id,
  title: text,
  help: text,
  source: text,
  state: v.array(text),
  action: v.object({
    kind: v.picklist(['continuous', 'discrete']),
    names: v.array(text),
    low: v.array(finite),
    high: v.array(finite),
    unit: text,
  }),
  time_limit: finite,
  seconds_per_step: v.pipe(finite, v.gtValue(0)),
  /** whether it is a finite decision process that is known exactly */
  finite: v.boolean(),
  draw: v.array(text),
  /** what a written reward is of, where one can be written */
  reward: v.optional(v.array(text)),
  /** where the module of a task of the site is, as links have it; the page sets it */
  task: v.optional(text),
  reference: v.object({
    optimum: v.nullish(finite),
    random: v.nullish(finite),
    threshold: v.nullish(finite),
  }),
  parameters: v.array(parameter),
});

const algorithm = v.object({
  id,
  title: text,
  help: text,
  source: text,
  environments: v.array(id),
  parameters: v.array(parameter),
  metrics: v.array(v.object({ name: text, title: text, unit: text, formula: text, help: text })),
  probes: v.array(v.object({ id, title: text, help: text })),
});

const preset = v.object({
  id,
  title: text,
  teaches: text,
  config: text,
  steps: v.pipe(finite, v.integer(), v.minValue(1)),
  threshold: finite,
  learns: v.boolean(),
});

const catalog = v.object({
  version: v.literal(1),
  /** of the core */
  build: v.string(),
  presets: v.array(preset),
  /** what each reading of a probe is from */
  probe: v.object({ states: finite, repeats: finite }),
  run: v.object({ parameters: v.array(parameter) }),
  environments: v.pipe(v.array(environment), v.minLength(1)),
  algorithms: v.pipe(v.array(algorithm), v.minLength(1)),
});

/** One self-described parameter of the core. */
export type Parameter = v.InferOutput<typeof parameter>;
export type NumericParameter = Extract<Parameter, { type: 'number' | 'integer' }>;
export type ChoiceParameter = Extract<Parameter, { type: 'choice' }>;
export type TextParameter = Extract<Parameter, { type: 'text' }>;
export type Environment = v.InferOutput<typeof environment>;
export type Algorithm = v.InferOutput<typeof algorithm>;
export type Preset = v.InferOutput<typeof preset>;
export type Catalog = v.InferOutput<typeof catalog>;

/** Reads and checks the catalog's JSON. Throws `Error` naming the first field that is wrong. */
export function parseCatalog(json: string): Catalog {
  const result = v.safeParse(catalog, JSON.parse(json));
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(`catalog: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
