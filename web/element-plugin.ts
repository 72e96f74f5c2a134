import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/**
 * What pages of others load, by the names that it keeps in the page's folder: the custom element
 * and what a package for learning platforms opens, which are classic scripts, since other origins
 * may load such from any server and they know their own address; and the element as an anywidget.
 */
const SCRIPTS = [
  { file: 'actor-critic-playground.js', entry: 'element', format: 'iife' },
  { file: 'actor-critic-playground-widget.js', entry: 'widget', format: 'es' },
  { file: 'actor-critic-scorm.js', entry: 'scorm', format: 'iife' },
] as const;

/** Adds these scripts to the built page, each of one file and without dependencies. */
export function element(): Plugin {
  return {
    name: 'custom-element',
    apply: 'build',
    async generateBundle() {
      for (const { file, entry, format } of SCRIPTS) {
        const source = await codeOf(entry, format);
        this.emitFile({ type: 'asset', fileName: file, source });
      }
    },
  };
}

async function codeOf(entry: string, format: 'iife' | 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: {
        entry: resolve(import.meta.dirname, `src/embed/${entry}.ts`),
        formats: [format],
        name: 'actorCriticPlayground',
      },
    },
  });
  const output = [built].flat()[0];
  if (!output || !('output' in output)) throw new Error(`${entry} has not been built`);
  return output.output[0].code;
}
