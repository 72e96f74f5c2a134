// For what shows more of the catalog than names: its explanations, sources, symbols and formulas.
import prose from 'virtual:catalog-prose';
import { explain } from '../text/catalog';

explain(prose);
