import * as v from 'valibot';
import { type Arguments, buffer, count, positive } from './requests';
import type { RunCommands } from './run-commands';

const coordinate = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));
const axis = v.pipe(v.number(), v.safeInteger(), v.minValue(-1));
const cells = v.pipe(count, v.maxValue(64));

const pace = v.object({
  running: v.boolean(),
  stepsPerSecond: v.nullable(positive),
  stopAt: v.nullable(count),
});

/** What a run's worker accepts. */
export const runArguments: Arguments<RunCommands> = {
  check: v.tuple([v.string()]),
  create: v.tuple([v.string()]),
  pace: v.tuple([pace]),
  step: v.tuple([]),
  tune: v.tuple([v.string()]),
  watch: v.tuple([v.nullable(positive), v.boolean()]),
  drag: v.tuple([coordinate, coordinate]),
  kick: v.tuple([v.pipe(v.number(), v.minValue(-1), v.maxValue(1))]),
  digest: v.tuple([]),
  save: v.tuple([]),
  load: v.tuple([buffer]),
  policy: v.tuple([]),
  field: v.tuple([axis, axis, cells, cells]),
  moments: v.tuple([]),
  moment: v.tuple([count]),
};
