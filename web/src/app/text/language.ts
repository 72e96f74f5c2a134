import { atom, type ReadableAtom } from 'nanostores';
import { setLanguage } from '../../draw/language';

/** The words of a language, one table for each part of the text. */
export type Tables = Readonly<Record<string, object>>;

const tables = atom<Tables>({});
let tag = 'en';

/** Changes when the page speaks another language. */
export const $language: ReadableAtom<unknown> = tables;

/** Speaks by these tables from now on; parts that are missing stay English. */
export function speak(spoken: Tables, language = 'en'): void {
  tag = language;
  setLanguage(tag, spoken.names as Record<string, string> | undefined);
  tables.set(spoken);
}

/** What an address says of the language; English need not be said. */
export function languageQuery(): string {
  return tag === 'en' ? '' : `?lang=${tag}`;
}

/**
 * A part of the text, to be asked for whenever it is shown. English comes with what needs it, so
 * that a visit loads no other words.
 */
export function part<T extends object>(id: string, english: T): () => T {
  return () => (tables.get()[id] as T | undefined) ?? english;
}
