import type { ReadableAtom } from 'nanostores';

/** One of the pages that share a frame. */
export interface Page {
  readonly element: HTMLElement;
  /** the hash that leads to what it shows, `null` until that is known */
  readonly $address: ReadableAtom<string | null>;
  /** Hears whether it comes on display or gives way to another. */
  setShown(isShown: boolean): void;
}
