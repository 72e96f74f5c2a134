import { atom, type ReadableAtom } from 'nanostores';

type Tables = Readonly<Record<string, object>>;

const spoken = atom<Tables>({});

/** Changes when the page speaks another language. */
export const $language: ReadableAtom<unknown> = spoken;

/** Speaks by these tables, one for each part of the text; parts that are missing stay English. */
export function speak(tables: Tables): void {
  spoken.set(tables);
}

/**
 * A part of the text, to be asked for whenever it is shown. English comes with what needs it, so
 * that a visit loads no other words.
 */
export function part<T extends object>(id: string, english: T): () => T {
  return () => (spoken.get()[id] as T | undefined) ?? english;
}
