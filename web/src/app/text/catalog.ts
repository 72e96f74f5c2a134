import { catalogWords } from '../../protocol/catalog-words';
import { part } from './language';

type Words = Readonly<Record<string, string>>;

const table = part<Words>('catalog', {});
let prose: Words = {};

/** What the core explains in English, once a part of the page is there that shows it. */
export function explain(words: Words): void {
  prose = words;
}

/**
 * Lets a catalog speak: each of its words is asked for when it is shown, and is that of the spoken
 * language's table `catalog` by its id, such as `parameters.sac.tau.help`, else the core's English.
 */
export function speaking<T extends object>(catalog: T, scope?: string): T {
  for (const { item, field, id } of catalogWords(catalog, scope)) {
    const english = item[field];
    const get = () => table()[id] ?? english ?? prose[id] ?? '';
    Object.defineProperty(item, field, { get, enumerable: true });
  }
  return catalog;
}
