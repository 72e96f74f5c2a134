import { atom } from 'nanostores';

/** A part of the page that could not be loaded. */
export interface MissingPart {
  /** how often that was tried */
  tries: number;
  again: () => void;
}

export const $missing = atom<readonly MissingPart[]>([]);

/**
 * A part of the page, once it is there: where it cannot be loaded, the reader is told and decides
 * when to try again.
 */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await load();
    } catch (error) {
      reportError(error);
      await new Promise<void>((again) => $missing.set([...$missing.get(), { tries, again }]));
    }
  }
}

/** Tries again to load all that is missing. */
export function loadMissing(): void {
  const missing = $missing.get();
  $missing.set([]);
  for (const { again } of missing) again();
}
