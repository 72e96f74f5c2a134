import json from 'virtual:catalog';
import type { Catalog } from '../../protocol/catalog';
import { unpackNames } from '../../protocol/numbered-names';
import { speaking } from '../text/catalog';

/** Of the core that the page is built with; what it explains comes with `core-prose.ts`. */
export const catalog = speaking(json as Catalog);
for (const environment of catalog.environments) environment.draw = unpackNames(environment.draw);
