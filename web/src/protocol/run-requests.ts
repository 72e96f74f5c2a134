import type { Arguments } from './requests';
import type { Pace, RunCommands, TraceCommands } from './run-commands';
import {
  bytes,
  count,
  doubles,
  flag,
  number,
  orNull,
  positive,
  record,
  text,
  whole,
} from './shapes';

const coordinate = number(-1e6, 1e6);
const axis = whole(-1);
/** Of an observation, as many as the module takes. */
const MOST_COMPONENTS = 10_000;
const cells = whole(0, 64);

const pace = record<Pace>({
  running: flag,
  stepsPerSecond: orNull(positive),
  stopAt: orNull(count),
});

/** What a run's worker accepts. */
export const runArguments: Arguments<RunCommands> = {
  catalog: [text],
  check: [text],
  create: [text],
  pace: [pace],
  step: [],
  tune: [text],
  watch: [orNull(positive), flag],
  drag: [coordinate, coordinate],
  kick: [number(-1, 1)],
  digest: [],
  save: [],
  load: [bytes],
  policy: [],
  field: [axis, axis, cells, cells],
  moments: [],
  moment: [count],
};

/** What the worker of a copy accepts. */
export const traceArguments: Arguments<TraceCommands> = {
  ...runArguments,
  trace: [],
  look: [doubles(MOST_COMPONENTS), axis],
};
