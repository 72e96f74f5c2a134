import type { Catalog } from '../../protocol/catalog';

/** After the largest seed comes the smallest. */
export function nextSeed(catalog: Catalog, seed: number): number {
  const parameter = catalog.run.parameters.find(({ key }) => key === 'seed');
  if (parameter?.type !== 'integer') throw new Error('catalog: run: no integer "seed"');
  return seed >= parameter.max ? parameter.min : seed + 1;
}
