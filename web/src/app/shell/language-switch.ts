import { html, LitElement } from 'lit';
import { languageTag } from '../../draw/language';
import { $theme } from '../kit/color-theme';
import { loaded } from '../kit/loaded';
import { base, fields } from '../kit/styles';
import { afterwardsStrings as words } from '../text/en/afterwards';
import { languageQuery } from '../text/language-query';
import { languages, speakIn } from '../text/languages';

/** Lets the reader choose a language. */
class LanguageSwitch extends LitElement {
  static override styles = [base, fields];

  override render() {
    const choose = ({ target }: Event) => void changeTo((target as HTMLSelectElement).value);
    return html`
      <select aria-label=${words().language} @change=${choose}>
        ${Object.entries(languages).map(
          ([tag, { name }]) => html`
            <option value=${tag} lang=${tag} .selected=${tag === languageTag()}>${name}</option>
          `,
        )}
      </select>
    `;
  }
}

/** Speaks another language from now on: everything stays as it is, and is said anew. */
async function changeTo(tag: string): Promise<void> {
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

customElements.define('language-switch', LanguageSwitch);
if (!navigator.language.startsWith(languageTag())) {
  void loaded(() => import('./language-offer')).then(({ offer }) => offer(changeTo));
}
