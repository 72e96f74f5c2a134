import katex from 'katex';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const NAME = 'virtual:metric-formulas';

interface Catalog {
  algorithms: { metrics: { formula: string }[] }[];
}
type Start = (options: { wasmBinary: Buffer }) => Promise<{ catalog(): string }>;

/**
 * Makes the formulas of the core's metrics, as its own catalog has them, into MathML when the page
 * is built: `virtual:metric-formulas` is an object from LaTeX to MathML.
 */
export function metricFormulas(module: string, binary: string): Plugin {
  return {
    name: 'metric-formulas',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const { default: start } = (await import(pathToFileURL(module).href)) as { default: Start };
      const core = await start({ wasmBinary: await readFile(binary) });
      const { algorithms } = JSON.parse(core.catalog()) as Catalog;
      const formulas = algorithms.flatMap(({ metrics }) => metrics.map(({ formula }) => formula));
      const render = (formula: string) => katex.renderToString(formula, { output: 'mathml' });
      const entries = [...new Set(formulas)].map((formula) => [formula, render(formula)]);
      const code = `export default ${JSON.stringify(Object.fromEntries(entries))};`;
      return { code, map: null };
    },
  };
}
