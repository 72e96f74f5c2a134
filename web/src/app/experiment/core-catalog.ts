import json from 'virtual:catalog';
import type { Catalog } from '../../protocol/catalog';

/** Of the core that the page is built with. */
export const catalog = json as Catalog;
