import { loaded } from '../kit/loaded';
import { speak, type Tables } from './language';

interface Language {
  /** what those who speak it call it */
  name: string;
  tables: () => Promise<Tables>;
}

/** The languages of the page, by their tags. */
export const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', tables: () => Promise.resolve({}) },
  de: {
    name: 'Deutsch',
    tables: async () => (await loaded(() => import('./de/de'))).tables,
  },
};

/** Speaks a language of the page once its words are there. */
export async function speakIn(tag: string): Promise<void> {
  const tables = await languages[tag]!.tables();
  document.documentElement.lang = tag;
  speak(tables, tag);
}
