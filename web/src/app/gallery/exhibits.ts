import type { Algorithm, Catalog, Environment } from '../../protocol/catalog';
import type { Pair } from '../settings/pairs';
import { byId, resolve } from '../settings/settings';
import { pairTitles } from '../text/en/pairs';

/** Something that the gallery offers: a pair of presets with its question, or one preset. */
export interface Exhibit {
  id: string;
  title: string;
  text: string;
  pair: Pair | null;
  environment: Environment;
  algorithm: Algorithm;
}

export type Order = 'question' | 'task' | 'algorithm';

export interface Shelf {
  title: string;
  exhibits: readonly Exhibit[];
}

/** The pairs, by their questions. */
export function questions(catalog: Catalog, pairs: readonly Pair[]): Exhibit[] {
  return pairs.map((pair) => {
    const { id, presets } = pair;
    const words = { title: pair.words().question, text: pairTitles()[id] ?? '' };
    return { ...about(catalog, presets[0]!), id, ...words, pair };
  });
}

/** Every preset, with what it teaches. */
export function presets(catalog: Catalog): Exhibit[] {
  return catalog.presets.map(({ id, title, teaches }) => ({
    ...about(catalog, id),
    ...{ id, title, text: teaches, pair: null },
  }));
}

/** Presets under the titles of their tasks or of their algorithms, in the catalog's order. */
export function shelves(catalog: Catalog, order: Exclude<Order, 'question'>): Shelf[] {
  const owners = order === 'task' ? catalog.environments : catalog.algorithms;
  const ownerOf = ({ environment, algorithm }: Exhibit) =>
    order === 'task' ? environment : algorithm;
  const all = presets(catalog);
  return owners
    .map(({ id, title }) => ({ title, exhibits: all.filter((each) => ownerOf(each).id === id) }))
    .filter(({ exhibits }) => exhibits.length > 0);
}

function about(catalog: Catalog, id: string) {
  const { environment, algorithm } = resolve(catalog, new Map([['preset', id]]));
  return {
    environment: byId(catalog.environments, environment.id),
    algorithm: byId(catalog.algorithms, algorithm.id),
  };
}
