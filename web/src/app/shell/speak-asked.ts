import { linkStrings as words } from '../text/en/link';
import { languages, speakIn } from '../text/languages';
import { cut } from '../link/notes';
import { tell } from './notices';

/** Speaks the language that the address asks for, or says that there is none such. */
export async function speakAsked(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang') ?? 'en';
  // What is said of Austria is said in German.
  const [tag = ''] = asked.toLowerCase().split('-');
  if (Object.hasOwn(languages, tag)) return speakIn(tag);
  const text = `lang=${cut(asked)}: ${words().notOneOf(Object.keys(languages))}`;
  tell('language', { text: words().ignored(text), actions: [] });
}
