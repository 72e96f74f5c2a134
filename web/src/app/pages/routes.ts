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

/** Every page that the frame can show, in the order of its title bar. */
export const routes: Readonly<Record<PageId, Route>> = {
  playground: {
    name: () => strings().views.playground,
    href: () => '#',
    stays: true,
    load: () => Promise.resolve(openPlayground),
  },
  lab: {
    name: () => strings().views.lab,
    href: () => '#lab=',
    stays: true,
    load: async () => (await loaded(() => import('../laboratory/lab-page'))).openLab,
  },
  bootstrap: {
    name: () => strings().views.bootstrap,
    href: () => '#bootstrap=',
    stays: true,
    load: async () => (await loaded(() => import('../bootstrap/bootstrap-page'))).openBootstrap,
  },
  surrogate: {
    name: () => strings().views.surrogate,
    href: () => '#surrogate=',
    stays: true,
    load: async () => (await loaded(() => import('../surrogate/surrogate-page'))).openSurrogate,
  },
  builder: {
    name: () => strings().views.builder,
    href: (experiment) => `#builder=&${experiment.replace('#', '')}`,
    stays: false,
    load: async () => (await loaded(() => import('../builder/embed-builder'))).openBuilder,
  },
};
