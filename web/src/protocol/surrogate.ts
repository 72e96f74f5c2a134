import * as v from 'valibot';
import { parameter } from './catalog';
import { parse } from './parse';

const finite = v.pipe(v.number(), v.finite());
/** What does not exist is `null`. */
const orNone = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);
const numbers = v.array(orNone);
const matrix = v.array(numbers);

const process = v.object({
  id: v.string(),
  title: v.string(),
  help: v.string(),
  source: v.string(),
  /** whether it is that of an environment */
  environment: v.boolean(),
  parameters: v.array(parameter),
});

const catalog = v.object({
  surrogate: v.object({ processes: v.array(process), simplex: v.array(parameter) }),
});

const values = v.object({
  policy: matrix,
  j: orNone,
  v: numbers,
  q: matrix,
  /** discounted, not divided by its sum */
  occupancy: numbers,
});

const description = v.object({
  process: v.string(),
  parameters: v.record(v.string(), v.string()),
  gamma: finite,
  states: v.array(v.string()),
  actions: v.array(v.string()),
  /** of the logits of each state */
  rows: v.array(finite),
  optimum: v.nullish(finite),
  pi: values,
  mu: values,
  /** in the logits of pi, by the weighting of states */
  gradients: v.array(v.object({ weighting: v.string(), gradient: matrix })),
});

const place = v.object({
  eta: finite,
  j: orNone,
  surrogate: orNone,
  bound: orNone,
  total_variation: orNone,
  pi: values,
});

const rollout = v.object({
  /** state, action and reward */
  steps: v.array(v.tuple([finite, finite, finite])),
  return: finite,
});
/** With the same random numbers. */
const rollouts = v.object({ alone: rollout, once: rollout });

const rounds = v.object({
  rounds: v.array(v.object({ j: orNone, surrogate: orNone, behaviour: orNone })),
});

/** Policies and values where there are few states. */
const path = v.array(
  v.object({ j: orNone, excursion: orNone, policy: v.nullish(matrix), v: v.nullish(numbers) }),
);

const polytope = v.object({
  vertices: v.array(v.object({ actions: v.array(finite), v: numbers })),
  edges: v.array(v.tuple([finite, finite])),
});

const counts = v.array(finite);
/** A bandit with three arms: rows of the probabilities of a policy. */
const simplex = v.object({
  policy: numbers,
  j: finite,
  baseline: finite,
  /** of one sampled direction, where it starts */
  variance: finite,
  /** a policy and its velocity */
  field: matrix,
  path: matrix,
  paths: v.array(matrix),
  /** how many of many paths end at each arm, and with the opposite offset of the baseline */
  ends: counts,
  mirrored: counts,
});

export type SurrogateSimplex = v.InferOutput<typeof simplex>;
export type SurrogatePath = v.InferOutput<typeof path>;
export type SurrogatePolytope = v.InferOutput<typeof polytope>;
/** Processes, and the parameters of the bandit. */
export type SurrogateParts = v.InferOutput<typeof catalog>['surrogate'];
export type SurrogateProcess = v.InferOutput<typeof process>;
/** A process, the policy pi and the one that acts, mu. */
export type SurrogateDescription = v.InferOutput<typeof description>;
/** What is known at one place of a line. */
export type SurrogatePlace = v.InferOutput<typeof place>;
/** An episode. */
export type SurrogateRollout = v.InferOutput<typeof rollout>;
/** Of pi alone, and of pi once and mu from then on. */
export type SurrogateRollouts = v.InferOutput<typeof rollouts>;
/** The returns after each round, the first before any. */
export type SurrogateRound = v.InferOutput<typeof rounds>['rounds'][number];

/** Each throws `Error` naming the first field that is wrong. */
export function parseSurrogateCatalog(json: string): SurrogateParts {
  return parse('exact catalog', catalog, json).surrogate;
}
export function parseSimplex(json: string): SurrogateSimplex {
  return parse('simplex', simplex, json);
}
export function parseDescription(json: string): SurrogateDescription {
  return parse('surrogate', description, json);
}
export function parsePlace(json: string): SurrogatePlace {
  return parse('place', place, json);
}
export function parseRollouts(json: string): SurrogateRollouts {
  return parse('rollouts', rollouts, json);
}
export function parseRounds(json: string): SurrogateRound[] {
  return parse('rounds', rounds, json).rounds;
}
export function parsePath(json: string): SurrogatePath {
  return parse('path', path, json);
}
export function parsePolytope(json: string): SurrogatePolytope {
  return parse('polytope', polytope, json);
}
