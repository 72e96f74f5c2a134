import { loaded } from '../kit/loaded';
import { languageQuery, speak, type Tables } from './language';

interface Language {
  /** what those who speak it call it */
  name: string;
  /** said to those whose browser prefers it */
  offer: string;
  tables: () => Promise<Tables>;
}

/** The languages of the page, by their tags. */
export const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', offer: '', tables: () => Promise.resolve({}) },
  de: {
    name: 'Deutsch',
    offer: 'Diese Seite gibt es auch auf Deutsch.',
    tables: async () => (await loaded(() => import('./de/de'))).tables,
  },
};

/** The tag of the language that is spoken. */
export function spokenLanguage(): string {
  return languageQuery().replace('?lang=', '') || 'en';
}

/** Speaks a language of the page once its words are there. */
export async function speakIn(tag: string): Promise<void> {
  speak(await languages[tag]!.tables(), tag);
  document.documentElement.lang = tag;
}
