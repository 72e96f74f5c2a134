// The benchmark programs of the previous commit, run in turns with those of the working tree: a
// machine that slows down slows both.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measureSize } from './bench-programs.mjs';
import { build } from './cmake.mjs';
import { median } from './median.mjs';
import { Failure, root, run } from './process.mjs';

const folder = 'build/previous';
const rounds = 11;
const quiet = { capture: true };

const git = async (...args) => (await run('git', args, quiet)).stdout.trim();

/**
 * @returns {Promise<string>} the short hash of what to compare with: HEAD while the working tree
 *   has changes other than in text, else the commit before
 */
export async function previousCommit() {
  const changes = await git('status', '--porcelain', '--', '.', ':(exclude)docs', ':(exclude)*.md');
  return git('rev-parse', '--verify', '--short', changes === '' ? 'HEAD~1' : 'HEAD');
}

async function checkOut(commit) {
  if (existsSync(join(root, folder, '.git'))) {
    await git('-C', folder, 'checkout', '--quiet', '--force', '--detach', commit);
  } else {
    await git('worktree', 'add', '--quiet', '--force', '--detach', folder, commit);
  }
}

/**
 * @typedef {object} Comparison
 * @property {string | null} commit short hash of what was compared with
 * @property {Record<string, Record<string, number>>} ratios updates per second now over those
 *   before, by build and row
 * @property {string[]} reasons one line for each thing that could not be compared
 */

/** @type {Comparison} */
export const noComparison = { commit: null, ratios: {}, reasons: [] };

/**
 * Compares rows of the series "size" with the previous commit.
 * @param {import('./bench-programs.mjs').Build[]} builds
 * @param {string[]} names
 * @returns {Promise<Comparison>}
 */
export async function compareWithPrevious(builds, names) {
  const result = { commit: null, ratios: {}, reasons: [] };
  const attempt = async (what, action) => {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      result.reasons.push(`${what}: ${error.message.trim().split('\n').at(-1)}`);
    }
  };
  await attempt('no previous commit', async () => {
    const commit = await previousCommit();
    await checkOut(commit);
    result.commit = commit;
  });
  for (const each of result.commit === null ? [] : builds) {
    await attempt(`${each.title} at ${result.commit}`, async () => {
      await build(each.preset, ['acp_bench'], { ...quiet, folder });
      result.ratios[each.title] = await ratiosOf(each, names);
    });
  }
  return result;
}

async function ratiosOf(build, names) {
  const ratios = {};
  for (const name of names) {
    const row = (where) => measureSize(build, name, where);
    ratios[name] = ratio(
      await alternate(
        rounds,
        () => row(''),
        () => row(folder),
      ),
    );
  }
  return ratios;
}

/**
 * @template T
 * @param {number} rounds
 * @param {() => Promise<T>} now
 * @param {() => Promise<T>} previous
 * @returns {Promise<[T, T][]>} now and previous, measured one after the other
 */
export async function alternate(rounds, now, previous) {
  const pairs = [];
  for (let round = 0; round < rounds; ++round) pairs.push([await now(), await previous()]);
  return pairs;
}

/**
 * @param {[Row, Row][]} pairs now and previous
 * @returns {number} the median of their ratios, over the half of the pairs in which the lower peak
 *   of the two was highest: in the others something else took more of the processor
 * @typedef {import('./bench-programs.mjs').Row} Row
 */
export function ratio(pairs) {
  const peak = (pair) => Math.min(...pair.map((row) => row.peak_gflops));
  const quiet = pairs.toSorted((a, b) => peak(b) - peak(a)).slice(0, Math.ceil(pairs.length / 2));
  return median(
    quiet.map(([now, previous]) => now.updates_per_second / previous.updates_per_second),
  );
}
