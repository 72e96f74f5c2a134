import { EMBED_SOURCE, type EmbedMessage, type Result } from '../../protocol/embedding';

export function tell(message: EmbedMessage): void {
  parent.postMessage({ source: EMBED_SOURCE, ...message }, '*');
}

/** The height that shows everything; also as learning platforms ask for it. */
export function tellSize(height: number): void {
  tell({ type: 'resize', height });
  if (parent !== window) parent.postMessage({ subject: 'lti.frameResize', height }, '*');
}

/** @param score from 0 to 1 */
export function resultOf(
  score: number,
  completion: boolean,
  seconds = performance.now() / 1000,
): Result {
  return {
    completion,
    score: { scaled: score, raw: Math.round(100 * score), min: 0, max: 100 },
    duration: `PT${Math.round(seconds)}S`,
  };
}
