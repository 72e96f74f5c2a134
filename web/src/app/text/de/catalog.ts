import { catalogTable } from '../catalog-table';
import { algorithms } from './catalog-algorithms';
import { environments } from './catalog-environments';
import { laboratories } from './catalog-laboratories';
import { lines } from './catalog-lines';
import { parameters } from './catalog-parameters';
import { presets } from './catalog-presets';

/** What stands for the words of the core's catalogs, by their ids. */
export const catalogWords = {
  ...presets,
  ...environments,
  ...algorithms,
  ...lines,
  ...parameters,
  ...laboratories,
};

export const catalog = catalogTable(catalogWords);
