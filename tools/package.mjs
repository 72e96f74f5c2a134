// Before `npm pack`: build/package/, the library as one module with its types and acp_host.wasm,
// and in build/package/cli/ the command line.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { build as compile } from './lib/cmake.mjs';
import { ensure } from './lib/install.mjs';
import { program, root, runNode } from './lib/process.mjs';
import { forPage } from './lib/requirements.mjs';
import { addRobots } from './lib/robots.mjs';

const outDir = join(root, 'build/package');
const wasm = join(root, 'build/wasm');

await program(async () => {
  await ensure(forPage);
  await compile('wasm', ['acp_host', 'acp_cli'], { capture: true });
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    resolve: {
      alias: {
        '@acp/host-module': join(wasm, 'acp_host.mjs'),
        '@acp/host-wasm?url': `${join(wasm, 'acp_host.wasm')}?url`,
      },
    },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'web/src/library/index.ts'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'index.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  await runNode('typescript/bin/tsc', ['-b', 'web/src/library'], { capture: true });
  for (const name of ['library/index.d.ts', 'tasks/environment.d.ts', 'tasks/robots.d.ts']) {
    await cp(join(root, 'build/types/web/src', name), join(outDir, 'types', name));
  }
  await cp(join(wasm, 'cli'), join(outDir, 'cli'), { recursive: true });
  await addRobots(join(outDir, 'cli'));
});
