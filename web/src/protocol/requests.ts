import * as v from 'valibot';
import type { Handlers, ToWorker } from './commands';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const coordinate = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));
const axis = v.pipe(v.number(), v.safeInteger(), v.minValue(-1));
const cells = v.pipe(count, v.maxValue(64));
const buffer = v.instance(ArrayBuffer);

const pace = v.object({
  running: v.boolean(),
  stepsPerSecond: v.nullable(positive),
  stopAt: v.nullable(count),
});

const labRequests = v.pipe(
  v.array(v.object({ config: v.string(), repeats: count, rows: v.boolean() })),
  v.minLength(1),
  v.maxLength(128),
);

const args = {
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
  raceOpen: v.tuple([v.string()]),
  raceStep: v.tuple([v.pipe(v.number(), v.minValue(0), v.maxValue(1000))]),
  labCatalog: v.tuple([]),
  labOpen: v.tuple([v.string(), v.nullable(buffer)]),
  labMeasure: v.tuple([labRequests, positive]),
  labSlice: v.tuple([v.number(), v.number(), v.pipe(count, v.minValue(2), v.maxValue(10_000))]),
  moments: v.tuple([]),
  moment: v.tuple([count]),
} satisfies Record<keyof Handlers, v.GenericSchema>;

const toWorker = v.variant('type', [
  v.object({
    type: v.literal('call'),
    id: count,
    name: v.picklist(Object.keys(args) as (keyof Handlers)[]),
    args: v.array(v.unknown()),
  }),
  v.object({ type: v.literal('buffer'), buffer }),
]);

/** Throws `ValiError` unless `data` is a message a page may send. */
export function parseToWorker(data: unknown): ToWorker {
  return v.parse(toWorker, data);
}

/** Calls the handler of `name`; throws `Error` naming the argument that is not allowed. */
export function dispatch(
  handlers: Partial<Handlers>,
  name: keyof Handlers,
  values: unknown[],
): unknown {
  const handler = handlers[name] as ((...values: unknown[]) => unknown) | undefined;
  if (!handler) throw new Error(`${name}: this worker does something else`);
  const result = v.safeParse(args[name], values);
  if (!result.success) {
    const issue = result.issues[0];
    throw new Error(`${name}: argument ${v.getDotPath(issue) ?? 'list'}: ${issue.message}`);
  }
  return handler(...result.output);
}
