import { linkStrings as words } from '../text/en/link';
import { languages, speakIn } from '../text/languages';
import { cut } from '../link/notes';
import { tell } from './notices';

/** Speaks the language that the address asks for, or says that there is none such. */
export async function speakAsked(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? 'en';
  if (Object.hasOwn(languages, asked)) return speakIn(asked);
  const text = `lang=${cut(asked)}: ${words().notOneOf(Object.keys(languages))}`;
  tell('language', { text: words().ignored(text), actions: [] });
}
