// What learning platforms that speak SPLICE (cssplice.org) are told and asked.
import { EMBED_SOURCE } from '../../protocol/embedding';

let sent = 0;

/** @param score from 0 to 1; @param state plain JSON, to go on from */
export function reportToCourse(score: number, state: unknown): void {
  post('SPLICE.reportScoreAndState', { score, state });
}

/** Asks for the state that was reported before; whoever has kept none need not answer. */
export function askForState(restore: (state: object) => void): void {
  if (parent === window) return;
  const id = post('SPLICE.getState', {});
  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || !isAnswer(data, id)) return;
    removeEventListener('message', hear);
    if (typeof data.state === 'object' && data.state !== null) restore(data.state);
  };
  addEventListener('message', hear);
}

/** Returns the id of the message. */
function post(subject: string, content: object): string {
  const id = `${EMBED_SOURCE}-${Math.round(performance.timeOrigin)}-${sent++}`;
  if (parent !== window) parent.postMessage({ subject, message_id: id, ...content }, '*');
  return id;
}

function isAnswer(data: unknown, id: string): data is { state?: unknown } {
  if (typeof data !== 'object' || data === null) return false;
  const { subject, message_id } = data as { subject?: unknown; message_id?: unknown };
  return subject === 'SPLICE.getState.response' && message_id === id;
}
