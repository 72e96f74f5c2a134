import { atom, map } from 'nanostores';
import { embedding } from '../kit/embedding';
import type { Page } from '../kit/page';
import { type PageId, pageOf } from '../link/page-of';
import { type Route, routes } from './routes';

/** Tells the entries of the browser's history that this document has made from all others. */
const MINE = performance.timeOrigin;

/** Which page is on display. It alone writes the address, and only that of this page. */
export class Navigation {
  readonly $view = atom<PageId>('playground');
  /** those that have been opened */
  readonly $pages = map<Partial<Record<PageId, Page>>>({});
  /** the hash that leads to each page as it is, or would be */
  readonly $hrefs = atom(this.#hrefs());
  readonly #opening = new Map<PageId, Promise<Page>>();

  /** Shows what the address asks for, now and when the reader goes back, forward or elsewhere. */
  start(hash: string): void {
    if (!embedding.isOn) history.replaceState(MINE, '');
    addEventListener('popstate', ({ state }) => this.#follow(location.hash, state === MINE));
    void this.#show(pageOf(hash), hash);
  }

  /** Shows a page, as a step that the browser's Back undoes. */
  visit(view: PageId): void {
    if (view === this.$view.get()) return;
    const hash = this.$hrefs.get()[view];
    history.pushState(MINE, '', hash);
    scrollTo(0, 0);
    void this.#show(view, hash);
  }

  /** A page that stays as it is while others are on display can be about one thing only. */
  #follow(hash: string, isMine: boolean): void {
    const view = pageOf(hash);
    const page = this.$pages.get()[view];
    const isOther = page !== undefined && !isMine && page.$address.get() !== hash;
    if (isOther && routes[view].stays) location.reload();
    else void this.#show(view, hash);
  }

  async #show(view: PageId, hash: string): Promise<void> {
    this.#leave(view);
    this.$view.set(view);
    const page = await this.#open(view, hash);
    if (view !== this.$view.get()) return;
    page.setShown(true);
    this.#keepAddress(view, page);
  }

  #leave(next: PageId): void {
    const view = this.$view.get();
    const { stays } = routes[view];
    if (view === next && stays) return;
    this.$pages.get()[view]?.setShown(false);
    if (stays) return;
    this.#opening.delete(view);
    this.$pages.setKey(view, undefined);
  }

  #open(view: PageId, hash: string): Promise<Page> {
    const known = this.#opening.get(view);
    if (known) return known;
    const opening = routes[view].open(hash).then((page) => {
      if (this.#opening.get(view) !== opening) page.setShown(false);
      else this.$pages.setKey(view, page);
      page.$address.listen(() => this.#keepAddress(view, page));
      return page;
    });
    this.#opening.set(view, opening);
    return opening;
  }

  #hrefs(): Readonly<Record<PageId, string>> {
    const pages = this.$pages.get();
    const experiment = pages.playground?.$address.get() ?? '#';
    const href = ([id, route]: [string, Route]) =>
      [id, pages[id as PageId]?.$address.get() ?? route.href(experiment)] as const;
    return Object.fromEntries(Object.entries(routes).map(href)) as Record<PageId, string>;
  }

  #keepAddress(view: PageId, page: Page): void {
    this.$hrefs.set(this.#hrefs());
    const isShown = view === this.$view.get() && page === this.$pages.get()[view];
    const hash = page.$address.get();
    if (isShown && !embedding.isOn && hash !== null) history.replaceState(MINE, '', hash);
  }
}
