import { atom } from 'nanostores';
import type { Bin } from '../../protocol/bins';
import type { Playground } from '../experiment/playground';
import { loaded } from '../kit/loaded';
import type { Fact, Page } from '../kit/page';
import { type PageId, pageOf } from '../link/page-of';
import { $playground, openPlayground } from '../playground/playground-page';
import { ARM_IDS } from '../settings/arms';
import { $known } from '../stepper/known';
import { armFact } from './arm-facts';
import { changeTo, turnTo } from './turn';

type Open = (hash: string) => Page;

/** Pages that a lesson can be about. */
const OPENERS = {
  playground: (): Promise<Open> => Promise.resolve(openPlayground),
  lab: async (): Promise<Open> => (await loaded(() => import('../laboratory/lab-page'))).openLab,
  bootstrap: async (): Promise<Open> =>
    (await loaded(() => import('../bootstrap/bootstrap-page'))).openBootstrap,
  surrogate: async (): Promise<Open> =>
    (await loaded(() => import('../surrogate/surrogate-page'))).openSurrogate,
} as const;
export type BenchId = keyof typeof OPENERS;

/** The page beside a lesson: it is borrowed from where it stands, and given back. */
export class Bench {
  /** which page is there; `null` before the first */
  readonly $shown = atom<BenchId | null>(null);
  /** why what was asked for could not be, else `''` */
  readonly $refusal = atom('');
  readonly #host: HTMLElement;
  readonly #pages = new Map<BenchId, Page>();
  /** where the page on display stood before */
  #mark: Comment | null = null;
  #isOpen = true;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get playground(): Playground | null {
    return $playground.get();
  }

  /** Shows what a link is about, from its beginning; or changes what settings say. */
  async begin(link: string): Promise<void> {
    this.$refusal.set('');
    if (!link.startsWith('#')) {
      await this.show('playground');
      this.$refusal.set(await changeTo(this.playground!, link));
      return;
    }
    const id = benchOf(pageOf(link));
    if (id === 'playground') {
      const before = this.playground;
      await this.show(id, link);
      await this.playground?.started;
      const refuse = (error: Error) => this.$refusal.set(error.message);
      if (before) await turnTo(before, link).catch(refuse);
    } else {
      await this.show(id, link);
      this.#pages.get(id)?.turnTo?.(link);
    }
  }

  /** Shows a page as it is; one that is not there yet is about a link. */
  async show(id: BenchId, link = ''): Promise<void> {
    const open = await OPENERS[id]();
    if (!this.#isOpen || this.$shown.get() === id) return;
    this.#giveBack();
    const page = open(link || (id === 'playground' ? '#' : `#${id}=`));
    this.#pages.set(id, page);
    this.#take(page.element);
    this.$shown.set(id);
    page.setShown(true);
  }

  /** Gives the page back to where it stood. */
  release(): void {
    this.#isOpen = false;
    this.#giveBack();
    this.$shown.set(null);
  }

  #take(element: HTMLElement): void {
    this.#mark = element.parentNode ? document.createComment('') : null;
    if (this.#mark) element.replaceWith(this.#mark);
    this.#host.append(element);
  }

  #giveBack(): void {
    const id = this.$shown.get();
    const page = id && this.#pages.get(id);
    if (!page) return;
    page.setShown(false);
    if (this.#mark) this.#mark.replaceWith(page.element);
    else page.element.remove();
  }

  /** What is known under a name of a lesson. */
  readonly facts = (name: string): Fact | null => {
    if (name === 'visited') return this.$shown.get();
    const { playground } = this;
    const [owner = '', rest = ''] = name.split(/\.(.*)/);
    if (owner === 'lab' || owner === 'bootstrap' || owner === 'surrogate') {
      return this.#pages.get(owner)?.factOf?.(rest) ?? null;
    }
    if (owner === 'stepper' || rest.startsWith('line.')) return $known.get()(name);
    if (!playground) return null;
    if (name === 'seeds') return { value: playground.$seeds.get(), error: null };
    if (name === 'arms') return { value: playground.arms.length, error: null };
    const arm = playground.arms.find(({ id }) => id === ARM_IDS['abcd'.indexOf(owner)]);
    return arm ? armFact(playground, arm, rest) : null;
  };

  readonly evaluations = (letter: string): readonly Bin[] => {
    const id = ARM_IDS['abcd'.indexOf(letter)];
    const arm = this.playground?.arms.find((each) => each.id === id);
    return arm?.run.history.evaluations.bins ?? [];
  };
}

export function benchOf(page: PageId): BenchId {
  return Object.hasOwn(OPENERS, page) ? (page as BenchId) : 'playground';
}
