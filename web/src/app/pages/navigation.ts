import { atom, map } from 'nanostores';
import { embedding } from '../kit/embedding';
import type { Page } from '../kit/page';
import { type PageId, pageOf } from '../link/page-of';
import { Address, viewOf } from './address';
import { type Route, routes } from './routes';

/** A page that has been asked for. */
interface Opening {
  /** what it was to be about */
  hash: string;
  /** `null` where it has been left before it was there */
  page: Promise<Page | null>;
}

/** Which page is on display. It alone writes the address, and only that of this page. */
export class Navigation {
  readonly $view = atom<PageId>('playground');
  /** those that have been opened */
  readonly $pages = map<Partial<Record<PageId, Page>>>({});
  readonly #openings = new Map<PageId, Opening>();
  /** the hash that leads to each page as it is, or would be */
  readonly $hrefs = atom(this.#hrefs());
  readonly #address = new Address();

  /** Shows what the address asks for, now and when the reader goes back, forward or elsewhere. */
  async start(hash: string): Promise<void> {
    addEventListener('popstate', ({ state }) => this.#follow(state));
    const view = pageOf(hash);
    this.#address.begin(view);
    await this.#show(view, hash);
  }

  /** Shows a page, as a step that the browser's Back undoes. */
  visit(view: PageId): void {
    if (view === this.$view.get()) return;
    const hash = this.$hrefs.get()[view];
    this.#address.push(view, hash);
    scrollTo(0, 0);
    void this.#show(view, hash);
  }

  /** The hash of a frame says more than what its page is about, so another one is another frame. */
  #follow(state: unknown): void {
    this.#address.moved();
    const view = viewOf(state);
    if (view) void this.#show(view, embedding.isOn ? this.$hrefs.get()[view] : location.hash);
    else if (embedding.isOn) location.reload();
    else this.#read(location.hash);
  }

  /** What is typed, or a link within a page. A page that stays is about one thing only. */
  #read(hash: string): void {
    const view = pageOf(hash);
    const isAnother = this.#openings.has(view) && this.#hrefs()[view] !== hash;
    if (isAnother && this.$pages.get()[view] && routes[view].stays) return location.reload();
    if (isAnother) this.#openings.delete(view);
    void this.#show(view, hash);
  }

  async #show(view: PageId, hash: string): Promise<void> {
    this.#leave(view);
    this.$view.set(view);
    const page = await this.#open(view, hash);
    if (!page || view !== this.$view.get()) return;
    page.setShown(true);
    this.#keepAddress(view, page);
  }

  #leave(next: PageId): void {
    const view = this.$view.get();
    const { stays } = routes[view];
    if (view === next && stays) return;
    this.$pages.get()[view]?.setShown(false);
    if (stays) return;
    this.#openings.delete(view);
    this.$pages.setKey(view, undefined);
  }

  #open(view: PageId, hash: string): Promise<Page | null> {
    const known = this.#openings.get(view);
    if (known) return known.page;
    const begin = (open: (hash: string) => Page) => {
      if (this.#openings.get(view) !== opening) return null;
      const page = open(hash);
      this.$pages.setKey(view, page);
      page.$address.listen(() => this.#keepAddress(view, page));
      return page;
    };
    const opening: Opening = { hash: hash || '#', page: routes[view].load().then(begin) };
    this.#openings.set(view, opening);
    this.$hrefs.set(this.#hrefs());
    return opening.page;
  }

  #hrefs(): Readonly<Record<PageId, string>> {
    const known = (view: PageId) =>
      this.$pages.get()[view]?.$address.get() ?? this.#openings.get(view)?.hash;
    const experiment = known('playground') ?? '';
    const href = ([id, route]: [string, Route]) =>
      [id, known(id as PageId) ?? route.href(experiment)] as const;
    return Object.fromEntries(Object.entries(routes).map(href)) as Record<PageId, string>;
  }

  #keepAddress(view: PageId, page: Page): void {
    this.$hrefs.set(this.#hrefs());
    const isShown = view === this.$view.get() && page === this.$pages.get()[view];
    const hash = page.$address.get();
    if (isShown && hash !== null) this.#address.write(view, hash);
  }
}
