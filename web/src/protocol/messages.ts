import type { FromWorker } from './commands';
import { anything, bytes, count, type MessageShapes, oneOf, readMessage, text } from './shapes';

const fromWorker: MessageShapes<FromWorker> = {
  ready: {},
  fetched: { bytes: count },
  reply: { id: count, epoch: count, value: anything },
  refusal: { id: count, epoch: count, message: text },
  frame: {
    epoch: count,
    buffer: bytes,
    words: count,
    activity: oneOf('paused', 'training', 'finished', 'diverged'),
    status: text,
  },
  fatal: { message: text },
};

/** Throws `Error` unless `data` is a message a worker may send. */
export function parseFromWorker(data: unknown): FromWorker {
  return readMessage(fromWorker, data);
}
