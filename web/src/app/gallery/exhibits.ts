import type { Algorithm, Catalog, Environment } from '../../protocol/catalog';
import { robotStills } from '../../draw/env/robot-stills';
import type { Pair } from '../settings/pairs';
import { robotPair } from '../settings/robot-pair';
import { byId, resolve } from '../settings/settings';
import { pairTitles } from '../text/en/pairs';
import { robotStrings } from '../text/en/robots';

/** Something that the gallery offers: a pair of presets with its question, or one preset. */
export interface Exhibit {
  id: string;
  title: string;
  text: string;
  pair: Pair | null;
  environment: Pictured;
  algorithm: Pick<Algorithm, 'id'>;
  /** what it comes to over many seeds: a picture, and what it shows */
  recorded?: { picture: string; text: string };
}

/** What a still picture has to know of an environment. */
export type Pictured = Pick<Environment, 'id' | 'draw'>;

export type Order = 'question' | 'task' | 'algorithm';

export interface Shelf {
  title: string;
  exhibits: readonly Exhibit[];
}

/** The pairs, by their questions; last the one on a robot, which may not have been fetched yet. */
export function questions(catalog: Catalog, pairs: readonly Pair[]): Exhibit[] {
  const there = pairs.filter((pair) => pair !== robotPair);
  const shown = there.map((pair) => {
    const { id, presets } = pair;
    const words = { title: pair.words().question, text: pairTitles()[id] ?? '' };
    return { ...about(catalog, presets[0]!), id, ...words, pair };
  });
  const { id } = robotPair;
  const words = { title: robotPair.words().question, text: robotStrings().pairTitle };
  const recorded = { picture: 'half-cheetah-estimators.svg', text: robotStrings().recorded };
  const task = { environment: CHEETAH, algorithm: { id: '' } };
  return [...shown, { id, ...words, pair: robotPair, ...task, recorded }];
}

const CHEETAH: Pictured = {
  id: 'half_cheetah',
  draw: Object.keys(robotStills.half_cheetah),
};

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
