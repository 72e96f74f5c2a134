import * as v from 'valibot';
import { parameter } from './catalog';
import { parse } from './parse';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const maybe = v.nullable(v.number());
/** What is not known yet is `null`. */
const orUnknown = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);
const numbers = v.array(orUnknown);

const moment = v.object({
  environment_steps: count,
  updates: count,
  state: numbers,
  states: count,
  has_oracle: v.boolean(),
  /** the gradient by the exact Q, where that is known */
  oracle_exact: v.nullish(v.nullable(numbers), null),
  estimator: v.string(),
  baseline: v.string(),
  samples: v.number(),
});

const task = v.object({
  policy: v.picklist(['gaussian', 'tanh_gaussian', 'categorical']),
  parameters: v.array(v.string()),
  phi: numbers,
  objective: v.string(),
  dimensions: count,
  alpha: finite,
  value: maybe,
  exact: v.nullable(numbers),
  exact_error: maybe,
  /** the objective of each choice */
  f: v.nullish(v.nullable(numbers), null),
  moment: v.nullish(v.nullable(moment), null),
});

const result = v.object({
  parameters: v.array(v.string()),
  mean: numbers,
  mean_standard_error: numbers,
  variance: numbers,
  variance_standard_error: numbers,
  covariance: v.nullish(v.array(numbers)),
  exact: v.nullable(numbers),
  exact_error: maybe,
  /** no bias is possible, by construction and for this objective */
  unbiased: v.boolean(),
  bias_squared: maybe,
  bias_squared_standard_error: maybe,
  total_variance: maybe,
  total_variance_standard_error: maybe,
  mean_squared_error: maybe,
  mean_squared_error_standard_error: maybe,
  snr: maybe,
  snr_standard_error: maybe,
  cosine: maybe,
  cosine_standard_error: maybe,
  seconds_per_estimate: maybe,
  seconds_per_estimate_standard_error: maybe,
  forward_evaluations: v.number(),
  backward_evaluations: v.number(),
  efficiency: maybe,
  efficiency_standard_error: maybe,
  /** where the rows of estimates of all weights lie */
  plane: v.nullish(v.object({ exact: v.boolean(), reference_length: v.number() }), null),
  samples: count,
  repeats: count,
  seed: v.number(),
});

const item = { id: v.string(), title: v.string(), help: v.string(), formula: v.string() };

const section = v.object({
  build: v.string(),
  policies: v.array(v.object(item)),
  objectives: v.array(v.object({ ...item, parameters: v.array(parameter) })),
  estimators: v.array(
    v.object({
      ...item,
      policy: v.picklist(['gaussian', 'categorical']),
      has_baseline: v.boolean(),
    }),
  ),
  measurement: v.array(parameter),
});

/** The lab's part of the catalog. */
export type LabSection = v.InferOutput<typeof section>;
/** What the lab measures on: a policy at one state, and the objective of its actions. */
export type LabTask = v.InferOutput<typeof task>;
/** What is known about one estimator from repeated estimates. */
export type LabResult = v.InferOutput<typeof result>;

/** Reads the lab's part of the catalog. Throws `Error` naming the first field that is wrong. */
export function parseLabSection(json: string): LabSection {
  return parse('lab catalog', section, json);
}

/** Reads a lab's description. Throws `Error` naming the first field that is wrong. */
export function parseLabTask(json: string): LabTask {
  return parse('lab task', task, json);
}

/** Reads a measurement. Throws `Error` naming the first field that is wrong. */
export function parseLabResult(json: string): LabResult {
  return parse('lab result', result, json);
}
