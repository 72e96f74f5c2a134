import { languages } from '../text/languages';
import { tell } from './notices';

const KEY = 'language';

/** What is said in each language to those who may prefer it. */
const OFFERS: Readonly<Record<string, string>> = { de: 'Diese Seite gibt es auch auf Deutsch.' };

/** Says, until the reader has chosen, that there is the language that the browser prefers. */
export function offer(changeTo: (tag: string) => Promise<void>): void {
  const [preferred = ''] = navigator.language.split('-');
  const text = OFFERS[preferred];
  if (text === undefined || location.search.includes('lang=') || kept() !== null) return;
  const choose = (tag: string) => () => {
    tell('language', null);
    keep(tag);
    void changeTo(tag);
  };
  const actions = [preferred, 'en'].map((tag) => ({
    name: languages[tag]!.name,
    act: choose(tag),
  }));
  tell('language', { text, actions });
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(tag: string): void {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // Where nothing may be stored, the offer comes again.
  }
}
