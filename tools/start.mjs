// `npm start`: installs what is missing, builds the page and serves it.
import { parseArgs } from 'node:util';
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { buildPage } from './lib/page.mjs';
import { Failure, program, runNode } from './lib/process.mjs';
import { forPage } from './lib/requirements.mjs';

await program(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const port = values.port ?? process.env.PORT ?? '4173';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new Failure(`port: "${port}" is not a whole number from 0 to 65535`);
  }
  await ensure(forPage);
  await ensureNodeModules();
  await buildPage();
  await runNode('vite/bin/vite.js', ['preview', '--port', port]);
});
