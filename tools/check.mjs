// `npm run check`: what a person runs before a commit. Static checks, and the tests of what has
// changed since the last commit, or since the revision that is named: `npm run check -- main`.
import { asTest, checks } from './lib/checks.mjs';
import { ensure, ensureIfPossible, ensureNodeModules } from './lib/install.mjs';
import { program, run } from './lib/process.mjs';
import { forCache, forLint, forNative, forPage } from './lib/requirements.mjs';
import { runStages } from './lib/run-stages.mjs';
import { stages } from './lib/stages.mjs';

/** Paths that differ from a revision, those that git does not know yet included. */
async function changedSince(revision) {
  const git = async (...args) => (await run('git', args, { capture: true })).stdout;
  const known = await git('diff', '--name-only', revision, '--');
  const unknown = await git('ls-files', '--others', '--exclude-standard');
  return (known + unknown).split('\n').filter(Boolean);
}

/** Which stages of `npm test` a change concerns; none in browsers, no training of minutes. */
const concerned = {
  tools: /^(tools|tests\/tools)\//,
  native: /^(wasm\/core|tests\/core|tests\/golden|cmake)\//,
  cli: /^(wasm|tests\/cli)\//,
  vitest: /^(web|tests\/web|wasm\/bindings)\//,
};

await program(async () => {
  const [revision = 'HEAD'] = process.argv.slice(2);
  await ensure([...forPage, ...forNative, ...forLint]);
  await ensureIfPossible(forCache);
  await ensureNodeModules();
  const changed = await changedSince(revision);
  const chosen = stages.filter(({ name }) => changed.some((path) => concerned[name]?.test(path)));
  const lint = checks.map((check) => ({ name: check.name, run: () => asTest(check) }));
  const { failed } = await runStages([...lint, ...chosen]);
  if (failed > 0) process.exitCode = 1;
});
