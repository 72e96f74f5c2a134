import * as v from 'valibot';
import type { LabCommands } from './lab-commands';
import { type Arguments, buffer, count, positive } from './requests';

const requests = v.pipe(
  v.array(v.object({ config: v.string(), repeats: count, rows: v.boolean() })),
  v.minLength(1),
  v.maxLength(128),
);

/** What the gradient lab's worker accepts. */
export const labArguments: Arguments<LabCommands> = {
  catalog: v.tuple([]),
  open: v.tuple([v.string(), v.nullable(buffer)]),
  measure: v.tuple([requests, positive]),
  slice: v.tuple([v.number(), v.number(), v.pipe(count, v.minValue(2), v.maxValue(10_000))]),
  raceOpen: v.tuple([v.string()]),
  raceStep: v.tuple([v.pipe(v.number(), v.minValue(0), v.maxValue(1000))]),
};
