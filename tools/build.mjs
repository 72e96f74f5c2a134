// `npm run build`: dist/, static files with relative URLs, inside the size budget.
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { buildPage } from './lib/page.mjs';
import { program, run } from './lib/process.mjs';
import { findBrowser, forPage } from './lib/requirements.mjs';

await program(async () => {
  await ensure(forPage);
  await ensureNodeModules();
  await buildPage();
  if (findBrowser() === undefined) {
    console.log('Without Chromium nobody knows whether it is inside.');
    return;
  }
  const { code } = await run(process.execPath, ['tools/size.mjs'], { allowFailure: true });
  process.exitCode = code;
});
