import type { LinkRules, Opened } from './open-link';
import { settingsOfPair } from '../settings/pairs';
import { loaded } from '../kit/loaded';

/** What a hash says; one that says nothing is about the first pair, and needs nothing loaded. */
export async function opened(hash: string, rules: LinkRules): Promise<Opened> {
  if (hash.length <= 1) {
    const runs = Array.from({ length: rules.runs }, (_, run) =>
      settingsOfPair(rules.pairs[0]!, run),
    );
    return { runs, claims: [], seeds: 1, stepped: null, ignored: [] };
  }
  const { openLink } = await loaded(() => import('./open-link'));
  return openLink(hash, rules);
}
