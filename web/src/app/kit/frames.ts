type FrameListener = (now: number) => void;

const listeners = new Set<FrameListener>();
let isRunning = false;
let rest = 0;

/** Lets so many milliseconds pass between a repaint and the wait for the next. */
export function restBetweenFrames(milliseconds: number): void {
  rest = milliseconds;
}

/**
 * Calls `listener` before each repaint until the returned function is called. One that throws is
 * reported and called again: what went wrong in one picture is no reason to stop the others.
 */
export function onAnimationFrame(listener: FrameListener): () => void {
  listeners.add(listener);
  if (!isRunning) {
    isRunning = true;
    requestAnimationFrame(turn);
  }
  return () => listeners.delete(listener);
}

function turn(now: number): void {
  for (const listener of listeners) {
    try {
      listener(now);
    } catch (error) {
      reportError(error);
    }
  }
  isRunning = listeners.size > 0;
  if (!isRunning) return;
  if (rest > 0) setTimeout(() => requestAnimationFrame(turn), rest);
  else requestAnimationFrame(turn);
}

/** Resolves when what has just been asked for on the page has been drawn. */
export async function afterPicture(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
}
