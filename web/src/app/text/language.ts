import { atom, type ReadableAtom } from 'nanostores';
import { setLanguage } from '../../draw/language';

/** The words of a language, one table for each part of the text. */
export type Tables = Readonly<Record<string, object>>;

const tables = atom<Tables>({});

/** Changes when the page speaks another language. */
export const $language: ReadableAtom<unknown> = tables;

/** Speaks by these tables from now on; parts that are missing stay English. */
export function speak(spoken: Tables, tag = 'en'): void {
  setLanguage(tag, spoken.names);
  tables.set(spoken);
}

/**
 * A part of the text, to be asked for whenever it is shown. English comes with what needs it, so
 * that a visit loads no other words.
 */
export function part<T extends object>(id: string, english: T): () => T {
  return () => (tables.get()[id] as T | undefined) ?? english;
}
