// The stages of `npm test`, in order.
import { join } from 'node:path';
import { filesBelow } from './files.mjs';
import { build } from './cmake.mjs';
import { findEmscripten } from './emscripten.mjs';
import { asTest, checks } from './checks.mjs';
import { buildModule, buildPage } from './page.mjs';
import { compareDigests } from './digests.mjs';
import { checkFuzzers } from './fuzz.mjs';
import { googleTest, nodeTest, vitest } from './programs.mjs';
import { inParallel } from './pool.mjs';
import { unlessProven } from './proven.mjs';
import { Failure, root, run } from './process.mjs';
import { sum } from './results.mjs';
import { startSlurm } from './slurm.mjs';
import * as needs from './requirements.mjs';

const quiet = { capture: true };

async function staticChecks() {
  const results = await inParallel(checks.map((check) => () => asTest(check)));
  return { ...sum(results), output: results.map((result) => result.output ?? '').join('') };
}

/** Minutes of training, of which digests show that other builds would do the same: once. */
const learning = 'Presets/Learning.*:Registry/EveryAlgorithmLearns.*';

/** What trains or samples for long along paths that shorter tests walk as well. */
const repetitive =
  'Allocations.*:Race.Favours*:Race.TakesAboutAsLong*:Session.ReproducesTheRecordedDigest:' +
  'Registry/EveryEstimator.HasTheMeanOfTheExactGradientForACritic/*:' +
  'WrittenReward.*LearnsToItsBits:Formula.*LearnsToTheBitsOfTheOther:Trace.ChangesNothingOfTheRun';

/** Enough for a build of which digests show that it does the same, or that is slow. */
const shorter = `-${learning}:${repetitive}`;

/** What tests of the core read. */
const recorded = filesBelow(root, 'tests/golden');

/** Builds the tests of the core, and runs those that the same program has not passed before. */
async function core(preset, program = 'acp_tests', filter = `-${learning}`) {
  await build(preset, [program], quiet);
  const path = join('build', preset, program);
  const { nodeFlags } = findEmscripten() ?? {};
  const isWasm = preset === 'wasm';
  const command = isWasm ? [process.execPath, ...nodeFlags, `${path}.js`] : [path];
  const files = [...(isWasm ? [`${path}.js`, `${path}.wasm`] : [path]), ...recorded];
  return unlessProven([filter], files, () => googleTest(`${preset}-${program}`, command, filter));
}

const testsBelow = (folder) => filesBelow(root, folder).filter((p) => p.endsWith('.test.mjs'));

async function commandLine() {
  await build('native', ['acp'], quiet);
  return nodeTest(testsBelow('tests/cli'));
}

/** Skipped where this machine cannot have a Slurm of its own, except in CI. */
async function onSlurm() {
  await build('native', ['acp'], quiet);
  const slurm = await startSlurm().catch((error) => error);
  if (slurm instanceof Error) {
    if (process.env.CI === 'true' || !(slurm instanceof Failure)) throw slurm;
    return {
      passed: 0,
      failed: 0,
      skipped: 1,
      output: slurm.message,
      note: 'Slurm does not start',
    };
  }
  try {
    return await nodeTest(testsBelow('tests/slurm'), slurm.env);
  } finally {
    await slurm.stop();
  }
}

/** Builds what takes longer than a test may wait for a tarball. */
async function buildPackage() {
  await build('native', ['acp'], quiet);
  await build('wasm', ['acp_host', 'acp_cli'], quiet);
}

async function packedCommandLine() {
  await buildPackage();
  return nodeTest(testsBelow('tests/npx'));
}

async function endToEnd() {
  await buildPackage();
  await buildPage(quiet);
  const config = ['--config', 'vitest.e2e.config.ts'];
  const browsers = {
    CHROMIUM: needs.findBrowser(),
    HEADLESS_SHELL: needs.findHeadlessShell() ?? needs.findBrowser(),
    FIREFOX: needs.findFirefox(),
  };
  return vitest('e2e', config, browsers);
}

async function size() {
  await buildPage(quiet);
  const result = await run(process.execPath, ['tools/size.mjs'], { ...quiet, allowFailure: true });
  return { passed: result.code === 0 ? 1 : 0, failed: result.code, skipped: 0, ...result };
}

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} heading
 * @property {import('./requirements.mjs').Requirement[]} needs
 * @property {import('./requirements.mjs').Requirement[]} [wants] skipped without, except in CI
 * @property {import('./requirements.mjs').Requirement[]} [likes] its tests do without, except in CI
 * @property {() => Promise<import('./programs.mjs').Result>} run
 */

/** @type {Stage[]} */
export const stages = [
  {
    name: 'lint',
    heading: 'formatting, linters, types, layers, text and notices',
    needs: [...needs.forNative, ...needs.forLint],
    run: staticChecks,
  },
  {
    name: 'tools',
    heading: 'the build tools',
    needs: [],
    run: () => nodeTest(testsBelow('tests/tools')),
  },
  {
    name: 'native',
    heading: 'the core, natively',
    needs: needs.forNative,
    run: () => core('native'),
  },
  {
    name: 'learning',
    heading: 'what presets promise, and the exact optima',
    needs: needs.forNative,
    run: () => core('native', 'acp_tests', learning),
  },
  {
    name: 'cli',
    heading: 'the command line',
    needs: needs.forNative,
    run: commandLine,
  },
  {
    name: 'slurm',
    heading: 'a sweep on Slurm: requeued, at its time limit, killed',
    needs: needs.forNative,
    wants: needs.forSlurm,
    run: onSlurm,
  },
  {
    name: 'double',
    heading: 'the core in double precision: gradients against finite differences',
    needs: needs.forNative,
    run: () => core('native', 'acp_tests_double'),
  },
  {
    name: 'asan',
    heading: 'the core under the address and undefined-behaviour sanitizers',
    needs: needs.forNative,
    run: () => core('native', 'acp_tests_sanitized', shorter),
  },
  {
    name: 'fuzz',
    heading: 'what comes from outside, kept inputs and ten seconds of new ones',
    needs: needs.forNative,
    wants: needs.forFuzzing,
    run: checkFuzzers,
  },
  {
    name: 'wasm',
    heading: 'the core as WebAssembly under Node',
    needs: [],
    run: () => core('wasm', 'acp_tests', shorter),
  },
  {
    name: 'npx',
    heading: 'the command line from the tarball of npm, beside the native one',
    needs: needs.forNative,
    run: packedCommandLine,
  },
  {
    name: 'parity',
    heading: 'the same bits from every build',
    needs: [...needs.forNative, ...needs.forParity],
    run: compareDigests,
  },
  {
    name: 'vitest',
    heading: 'the page',
    needs: needs.forNative,
    run: async () => {
      await build('native', ['acp'], quiet);
      await buildModule(quiet);
      return vitest('vitest', []);
    },
  },
  {
    name: 'e2e',
    heading: 'end to end in Chromium; the bits of the others in Firefox and WebKit',
    needs: needs.forNative,
    wants: needs.forBrowser,
    likes: [...needs.forHeadless, ...needs.forOtherBrowsers],
    run: endToEnd,
  },
  {
    name: 'size',
    heading: 'what a visit transfers, against the budget',
    needs: [],
    wants: needs.forBrowser,
    run: size,
  },
];
