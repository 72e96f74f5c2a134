import type { ReadableAtom } from 'nanostores';

/** Something that a page knows: a number with its standard error, or what was chosen. */
export type Fact = { value: number; error: number | null } | string;

/** One of the pages that share a frame. */
export interface Page {
  readonly element: HTMLElement;
  /** the hash that leads to what it shows, `null` until that is known */
  readonly $address: ReadableAtom<string | null>;
  /** Hears whether it comes on display or gives way to another. */
  setShown(isShown: boolean): void;
  /** Becomes about what another hash says, as soon as it can. */
  turnTo?(hash: string): void;
  /** What it knows under a name, such as `samples`; `null`: nothing yet. */
  factOf?(name: string): Fact | null;
}
