import * as v from 'valibot';
import type { FromWorker } from './commands';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const buffer = v.instance(ArrayBuffer);

const fromWorker: v.GenericSchema<unknown, FromWorker> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('reply'), id: count, epoch: count, value: v.unknown() }),
  v.object({ type: v.literal('refusal'), id: count, epoch: count, message: v.string() }),
  v.object({
    type: v.literal('frame'),
    epoch: count,
    buffer,
    words: count,
    activity: v.picklist(['paused', 'training', 'finished', 'diverged']),
    status: v.string(),
  }),
  v.object({ type: v.literal('fatal'), message: v.string() }),
]);

/** Throws `ValiError` unless `data` is a message a worker may send. */
export function parseFromWorker(data: unknown): FromWorker {
  return v.parse(fromWorker, data);
}
