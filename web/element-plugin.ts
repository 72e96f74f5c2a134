import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const NAME = 'actor-critic-playground.js';

/**
 * Adds the custom element to the page's folder, as a classic script under a name that stays: other
 * origins may load such a script from any server, and it knows its own address.
 */
export function element(): Plugin {
  return {
    name: 'custom-element',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: {
          write: false,
          target: 'es2023',
          lib: {
            entry: resolve(import.meta.dirname, 'src/embed/element.ts'),
            formats: ['iife'],
            name: 'actorCriticPlayground',
          },
        },
      });
      const output = [built].flat()[0];
      if (!output || !('output' in output)) throw new Error(`${NAME} has not been built`);
      this.emitFile({ type: 'asset', fileName: NAME, source: output.output[0].code });
    },
  };
}
