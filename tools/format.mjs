// `npm run format`: rewrites C++ with clang-format and everything else with Prettier.
import { cppFiles } from './lib/checks.mjs';
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { program, run, runNode } from './lib/process.mjs';
import { forLint } from './lib/requirements.mjs';

await program(async () => {
  await ensure(forLint);
  await ensureNodeModules();
  await run('clang-format', ['-i', ...cppFiles()]);
  await runNode('prettier/bin/prettier.cjs', ['--write', '--log-level', 'warn', '.']);
});
