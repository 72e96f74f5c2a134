import { part } from '../language';

/** Why a module that a link names is no task of this page. */
export const siteTaskStrings = part('site-tasks', {
  foreign: (origin: string) => `a task is code, so only this site, ${origin}, may bring one`,
  missing: (status: number) => `nothing is there (${status})`,
  redirected: 'the server sends elsewhere for it, which is not followed',
  otherType: (type: string) => `served as ${type} where JavaScript is text/javascript`,
  unreachable: 'could not be fetched',
  taken: (id: string) => `there is an environment ${id} already: give it another id`,
  most: (count: number) => `more than ${count} tasks`,
} as const);
