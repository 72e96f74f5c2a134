import { loaded } from '../kit/loaded';
import type { Page } from '../kit/page';
import type { PageId } from '../link/page-of';
import { openPlayground } from '../playground/playground-page';
import { strings } from '../text/en/page';

/** How one comes to a page. */
export interface Route {
  name: () => string;
  /** The hash that opens it for the first time, beside a playground that has this hash. */
  href: (experiment: string) => string;
  /** whether it stays as it is while others are on display, or begins anew */
  stays: boolean;
  /** Loads what opens it, about what a hash says. */
  load: () => Promise<(hash: string) => Page>;
}

type Open = (hash: string) => Page;

/** A page that is loaded when it is asked for. */
function later(
  id: keyof ReturnType<typeof strings>['views'] & PageId,
  load: () => Promise<Open>,
): Route {
  return {
    name: () => strings().views[id],
    href: () => `#${id}=`,
    stays: true,
    load: () => loaded(load),
  };
}

/** Every page that the frame can show, in the order of its title bar. */
export const routes: Readonly<Record<PageId, Route>> = {
  playground: {
    name: () => strings().views.playground,
    href: () => '#',
    stays: true,
    load: () => Promise.resolve(openPlayground),
  },
  lesson: {
    ...later('lesson', async () => (await import('../lesson/lesson-page')).openLesson),
    stays: false,
  },
  lab: later('lab', async () => (await import('../laboratory/lab-page')).openLab),
  bootstrap: later(
    'bootstrap',
    async () => (await import('../bootstrap/bootstrap-page')).openBootstrap,
  ),
  surrogate: later(
    'surrogate',
    async () => (await import('../surrogate/surrogate-page')).openSurrogate,
  ),
  builder: {
    ...later('builder', async () => (await import('../builder/embed-builder')).openBuilder),
    href: (experiment) => `#builder=&${experiment.replace('#', '')}`,
    stays: false,
  },
};
