import type { Catalog } from '../../protocol/catalog';

/** The seed so many places further; after the largest comes the smallest. */
export function nextSeed(catalog: Catalog, seed: number, places = 1): number {
  const parameter = catalog.run.parameters.find(({ key }) => key === 'seed');
  if (parameter?.type !== 'integer') throw new Error('catalog: run: no integer "seed"');
  const { min, max } = parameter;
  return min + ((seed - min + places) % (max - min + 1));
}
