// `npm run dev`: the page from its sources, reloaded when they change.
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { buildModule } from './lib/page.mjs';
import { program, runNode } from './lib/process.mjs';
import { forPage } from './lib/requirements.mjs';

await program(async () => {
  await ensure(forPage);
  await ensureNodeModules();
  await buildModule();
  await runNode('vite/bin/vite.js', process.argv.slice(2));
});
