import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { catalog } from './web/catalog-plugin.ts';
import { element } from './web/element-plugin.ts';
import { files } from './web/files-plugin.ts';
import { head } from './web/head-plugin.ts';
import { indentation } from './web/indentation-plugin.ts';
import { lessons } from './web/lesson-plugin.ts';
import { serviceWorker } from './web/offline-plugin.ts';
import { tex } from './web/tex-plugin.ts';

const web = resolve(import.meta.dirname, 'web');
const wasm = resolve(import.meta.dirname, 'build/wasm');
const core = (name: string) => ({
  module: resolve(wasm, `${name}.mjs`),
  binary: resolve(wasm, `${name}.wasm`),
});

/** Lessons are told apart by their names, and from all else. */
function nameOf(module: string | null): string {
  const [, id, language] = /\/lessons\/([\w-]+)\/(\w+)\.md$/.exec(module ?? '') ?? [];
  return id ? `lesson.${id}.${language}` : '[name]';
}

export default defineConfig({
  root: web,
  base: './',
  plugins: [
    tex(),
    // Of the module that traces: it alone has the lines of algorithms.
    catalog(resolve(wasm, 'acp_trace.mjs'), resolve(wasm, 'acp_trace.wasm')),
    lessons(core('acp_trace'), core('acp_lab')),
    element(),
    files(),
    head(),
    indentation(),
    serviceWorker(),
  ],
  resolve: {
    alias: {
      '@acp/module': resolve(wasm, 'acp.mjs'),
      '@acp/wasm?url': `${resolve(wasm, 'acp.wasm')}?url`,
      '@acp/exact-module': resolve(wasm, 'acp_exact.mjs'),
      '@acp/exact-wasm?url': `${resolve(wasm, 'acp_exact.wasm')}?url`,
      '@acp/host-module': resolve(wasm, 'acp_host.mjs'),
      '@acp/host-wasm?url': `${resolve(wasm, 'acp_host.wasm')}?url`,
      '@acp/lab-module': resolve(wasm, 'acp_lab.mjs'),
      '@acp/lab-wasm?url': `${resolve(wasm, 'acp_lab.wasm')}?url`,
      '@acp/trace-module': resolve(wasm, 'acp_trace.mjs'),
      '@acp/trace-wasm?url': `${resolve(wasm, 'acp_trace.wasm')}?url`,
      '@acp/scores-module': resolve(wasm, 'acp_scores.mjs'),
      '@acp/scores-wasm?url': `${resolve(wasm, 'acp_scores.wasm')}?url`,
    },
  },
  server: { fs: { allow: [import.meta.dirname] } },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) =>
          name === 'main' ? 'assets/worker-[hash].js' : `assets/${name}-worker-[hash].js`,
      },
    },
  },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    // One file for what the first paint needs, as each further one would be a round trip, and a
    // small one before it, which is a script of its own in every page.
    rolldownOptions: {
      input: ['index', 'embed', 'builder'].map((name) => resolve(web, `${name}.html`)),
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${nameOf(facadeModuleId)}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'early',
              test: /app\/(experiment\/early|link\/(run-count|page-of))\.ts$/,
              priority: 1,
            },
            { name: 'page', tags: ['$initial'] },
            { name: 'open-link', test: /app\/(link\/open-link|settings\/selection)\.ts$/ },
          ],
        },
      },
    },
  },
});
