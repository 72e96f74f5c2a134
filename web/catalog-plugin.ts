import katex from 'katex';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { formulaWith, render, slipsOf } from './code-formulas.ts';
import { type Catalog, parseCatalog } from './src/protocol/catalog.ts';
import { catalogWords } from './src/protocol/catalog-words.ts';
import { packNames } from './src/protocol/numbered-names.ts';
import { parseLines, type TraceLine } from './src/protocol/trace.ts';

type Start = (options: { wasmBinary: Buffer }) => Promise<{ catalog(): string }>;

/**
 * Asks the core for its catalog when the page is built, so that the page need not wait for it.
 * `virtual:catalog` is the catalog with packed names of columns, and without what explains, which
 * is `virtual:catalog-prose`, by id;
 * `virtual:metric-formulas` is an object from the LaTeX of its metrics to MathML;
 * `virtual:algorithm-lines` has the lines of every algorithm, with their formulas likewise.
 */
export function catalog(module: string, binary: string): Plugin {
  const contents = new Map<string, (json: string) => unknown>([
    ['\0virtual:catalog', (json) => namesOf(parseCatalog(json))],
    ['\0virtual:catalog-prose', (json) => proseOf(parseCatalog(json))],
    ['\0virtual:metric-formulas', (json) => formulasOf(parseCatalog(json))],
    ['\0virtual:algorithm-lines', (json) => linesOf(parseLines(json))],
  ]);
  return {
    name: 'catalog',
    resolveId: (id) => (contents.has(`\0${id}`) ? `\0${id}` : null),
    async load(id) {
      const content = contents.get(id);
      if (!content) return null;
      const { default: start } = (await import(pathToFileURL(module).href)) as { default: Start };
      const core = await start({ wasmBinary: await readFile(binary) });
      const json = JSON.stringify(content(core.catalog()));
      // A string is read several times faster as JSON than as JavaScript.
      return { code: `export default JSON.parse(${JSON.stringify(json)});`, map: null };
    },
  };
}

function namesOf(catalog: Catalog): Catalog {
  for (const { item, field, isProse } of catalogWords(catalog))
    if (isProse || item[field] === '') item[field] = undefined;
  for (const environment of catalog.environments) environment.draw = packNames(environment.draw);
  return catalog;
}

function proseOf(catalog: Catalog): Record<string, unknown> {
  const prose = [...catalogWords(catalog)].filter(({ isProse }) => isProse);
  return Object.fromEntries(prose.map(({ id, item, field }) => [id, item[field]]));
}

function formulasOf({ algorithms }: Catalog): Record<string, string> {
  const formulas = algorithms.flatMap(({ metrics }) => metrics.map(({ formula }) => formula));
  const render = (formula: string) => katex.renderToString(formula, { output: 'mathml' });
  return Object.fromEntries([...new Set(formulas)].map((formula) => [formula, render(formula)]));
}

function linesOf(all: Record<string, TraceLine[]>): Record<string, object[]> {
  return Object.fromEntries(Object.entries(all).map(([id, lines]) => [id, lines.map(shownLine)]));
}

/** A line with its LaTeX as MathML, and what could be wrong with it. */
function shownLine(line: TraceLine): object {
  const { formula, quantities } = line;
  const shown = (latex: string) => (latex === '' ? '' : formulaWith(latex, quantities));
  return {
    ...line,
    formula: shown(formula),
    latex: formula,
    quantities: quantities.map((quantity) => ({ ...quantity, symbol: render(quantity.symbol) })),
    slips: slipsOf(formula).map(({ kind, latex }) => ({ kind, formula: shown(latex) })),
  };
}
