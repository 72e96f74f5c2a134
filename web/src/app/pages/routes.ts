import { loaded } from '../kit/loaded';
import type { Page } from '../kit/page';
import type { PageId } from '../link/page-of';
import { openPlayground } from '../playground/playground-page';

/** How one comes to a page. */
export interface Route {
  /** The hash that opens it for the first time, beside a playground that has this hash. */
  href: (experiment: string) => string;
  /** whether it stays as it is while others are on display, or begins anew */
  stays: boolean;
  /** Loads what opens it, about what a hash says. */
  load: () => Promise<(hash: string) => Page>;
}

/** A page that stays, and begins as it likes. */
function plain(id: PageId, load: Route['load']): Route {
  return { href: () => `#${id}=`, stays: true, load: () => loaded(load) };
}

/** Every page that the frame can show, in the order of its title bar. */
export const routes: Readonly<Record<PageId, Route>> = {
  start: plain('start', async () => (await import('../start/start-page')).openStart),
  playground: { href: () => '#', stays: true, load: () => Promise.resolve(openPlayground) },
  lesson: {
    ...plain('lesson', async () => (await import('../lesson/lesson-page')).openLesson),
    stays: false,
  },
  lab: plain('lab', async () => (await import('../laboratory/lab-page')).openLab),
  bootstrap: plain(
    'bootstrap',
    async () => (await import('../bootstrap/bootstrap-page')).openBootstrap,
  ),
  surrogate: plain(
    'surrogate',
    async () => (await import('../surrogate/surrogate-page')).openSurrogate,
  ),
  builder: {
    href: (experiment) => `#builder=&${experiment.replace('#', '')}`,
    stays: false,
    load: async () => (await loaded(() => import('../builder/embed-builder'))).openBuilder,
  },
};
