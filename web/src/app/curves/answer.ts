import { DeadWorkerError, RefusedError } from '../../protocol/client';

/** What the worker of the scores said; without it why, else `''`. */
export interface Answer<T> {
  value?: T;
  reason: string;
}

/** Other errors than those of a worker are none of its answers. */
export async function answerOf<T>(asked: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await asked, reason: '' };
  } catch (error) {
    if (error instanceof RefusedError || error instanceof DeadWorkerError) {
      return { reason: error.message };
    }
    throw error;
  }
}
