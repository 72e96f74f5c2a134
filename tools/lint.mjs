// `npm run lint`: every static check; `npm run lint -- NAME...` only those named.
import { checks } from './lib/checks.mjs';
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { Failure, program } from './lib/process.mjs';
import { forLint, forNative, forPage } from './lib/requirements.mjs';
import { select } from './lib/select.mjs';

await program(async () => {
  const chosen = select(checks, process.argv.slice(2), 'check');
  await ensure([...forPage, ...forNative, ...forLint]);
  await ensureNodeModules();
  const failed = [];
  for (const check of chosen) {
    console.log(`${check.name}`);
    const { code } = await check.run({ allowFailure: true });
    if (code !== 0) failed.push(check.name);
  }
  if (failed.length > 0) throw new Failure(`Failed: ${failed.join(', ')}`);
});
