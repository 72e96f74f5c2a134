import { html, LitElement } from 'lit';
import { $theme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import { base, fields } from '../kit/styles';
import { shellStrings as words } from '../text/en/shell';
import { $language, languageQuery } from '../text/language';
import { languages, speakIn, spokenLanguage } from '../text/languages';
import { tell } from './notices';

const KEY = 'language';

/** Lets the reader choose a language; everything stays as it is, and is said anew. */
class LanguageSwitch extends LitElement {
  static override styles = [base, fields];

  constructor() {
    super();
    new Following(this, () => [$language]);
  }

  override render() {
    const spoken = spokenLanguage();
    const choose = ({ target }: Event) => void change((target as HTMLSelectElement).value);
    return html`
      <select aria-label=${words().language} @change=${choose}>
        ${Object.entries(languages).map(
          ([tag, { name }]) => html`
            <option value=${tag} lang=${tag} .selected=${tag === spoken}>${name}</option>
          `,
        )}
      </select>
    `;
  }
}

async function change(tag: string): Promise<void> {
  tell('language', null);
  keep(tag);
  await speakIn(tag);
  history.replaceState(history.state, '', location.pathname + languageQuery() + location.hash);
  renew(document);
  // Drawings are made anew with the theme, and so with their words.
  $theme.notify();
}

/** Renders every component below anew. */
function renew(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof LitElement) element.requestUpdate();
    if (element.shadowRoot) renew(element.shadowRoot);
  }
}

/** Says once that there is the language that the browser prefers. */
function offer(): void {
  const preferred = navigator.language.split('-')[0]!;
  const language = Object.hasOwn(languages, preferred) ? languages[preferred] : undefined;
  if (!language?.offer || spokenLanguage() !== 'en' || kept() !== null) return;
  const actions = ['en', preferred].map((tag) => {
    return { name: languages[tag]!.name, act: () => void change(tag) };
  });
  tell('language', { text: language.offer, actions });
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

customElements.define('language-switch', LanguageSwitch);
offer();
