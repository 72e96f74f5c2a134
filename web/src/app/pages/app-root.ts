import { html, LitElement, nothing } from 'lit';
import { $theme, chooseTheme } from '../kit/color-theme';
import { Following } from '../kit/controllers';
import { embedding, shows } from '../kit/embedding';
import { icons } from '../kit/icons';
import { base, buttons } from '../kit/styles';
import type { PageId } from '../link/page-of';
import { strings } from '../text/en/page';
import { frameStyles } from './frame-styles';
import type { Navigation } from './navigation';
import { routes } from './routes';

const ids = Object.keys(routes) as PageId[];

/** The frame of every page: title bar, the page on display, last line. */
class AppRoot extends LitElement {
  static override properties = { navigation: { attribute: false } };
  declare navigation: Navigation;
  static override styles = [base, buttons, frameStyles];
  /** the page that is in view in the title bar */
  #told: PageId | undefined;

  constructor() {
    super();
    new Following(this, () => {
      const { $view, $pages, $hrefs } = this.navigation;
      return [$view, $pages, $hrefs, $theme];
    });
  }

  override render() {
    const { navigation } = this;
    const view = navigation.$view.get();
    return html`
      <header ?hidden=${!shows('header')}>
        <p class="brand">${icons.mark}<span>${strings().title}</span></p>
        ${embedding.isOn ? nothing : this.#routes(view)} ${themeSwitch()}
      </header>
      ${ids.map((id) => this.#page(id, id === view))}
      <footer class="muted" ?hidden=${!shows('footer')}>
        ${strings().footer} <language-switch></language-switch>
      </footer>
    `;
  }

  override updated(): void {
    const view = this.navigation.$view.get();
    const title = strings().title;
    document.title = view === 'playground' ? title : `${strings().views[view]} · ${title}`;
    const nav = this.renderRoot.querySelector('nav');
    if (view !== this.#told && nav && 'togglePopover' in nav) nav.togglePopover(false);
    this.#told = view;
  }

  #page(id: PageId, isShown: boolean) {
    const page = this.navigation.$pages.get()[id];
    if (!page && !isShown) return nothing;
    const visit = (event: CustomEvent<PageId>) => this.navigation.visit(event.detail);
    return html`
      <main ?hidden=${!isShown} data-page=${id} @visit=${visit}>
        ${embedding.isOn && id !== 'playground' ? this.#wayBack() : nothing}
        ${page?.element ?? html`<p class="muted">${strings().card.starting}</p>`}
      </main>
    `;
  }

  /** A frame has no other: what it was opened for may have led to another page. */
  #wayBack() {
    if (!this.navigation.$pages.get().playground) return nothing;
    return html`
      <button class="quiet" @click=${() => this.navigation.visit('playground')}>
        ← ${strings().views.playground}
      </button>
    `;
  }

  /** In a menu where the title bar is narrow. */
  #routes(view: PageId) {
    const { navigation } = this;
    const hrefs = navigation.$hrefs.get();
    const { label } = strings().views;
    return html`
      <button class="quiet menu" popovertarget="pages" aria-label=${label}>☰</button>
      <nav id="pages" popover aria-label=${label} @keydown=${leaveMenu}>
        ${ids.map(
          (id) => html`
            <a
              href=${hrefs[id]}
              aria-current=${id === view ? 'page' : nothing}
              @click=${(event: MouseEvent) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                navigation.visit(id);
              }}
              >${strings().views[id]}</a
            >
          `,
        )}
      </nav>
    `;
  }
}

/** Escape closes the menu, and leads back to what has opened it. */
function leaveMenu({ key, currentTarget }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  ((currentTarget as HTMLElement).previousElementSibling as HTMLElement).focus();
}

function themeSwitch() {
  const isDark = $theme.get() === 'dark';
  return html`
    <button
      class="quiet theme"
      role="switch"
      aria-checked=${isDark}
      aria-label=${strings().theme.label}
      title=${strings().theme.label}
      @click=${() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      ${isDark ? icons.sun : icons.moon}
    </button>
  `;
}

customElements.define('app-root', AppRoot);
