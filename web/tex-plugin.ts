import katex from 'katex';
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Turns an imported `.tex` file into MathML text when the page is built, so that neither KaTeX nor
 * its fonts reach the reader.
 */
export function tex(): Plugin {
  return {
    name: 'tex-to-mathml',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.tex')) return null;
      const source = (await readFile(id, 'utf8')).trim();
      const mathml = katex.renderToString(source, { output: 'mathml', displayMode: true });
      return { code: `export default ${JSON.stringify(mathml)};`, map: null };
    },
  };
}
