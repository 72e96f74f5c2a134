// What has passed is not run again with the same bytes, except in CI.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './process.mjs';

/** @typedef {import('./results.mjs').Counts & {output?: string, note?: string}} Outcome */

function digestOf(words, files) {
  const hash = createHash('sha256').update(JSON.stringify([words, files]));
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Runs what depends on nothing but some words and the contents of some files, unless that has
 * passed before in this clone.
 * @param {string[]} words
 * @param {string[]} files relative to the repository
 * @param {() => Promise<Outcome>} check
 * @param {string} [folder] where to remember it
 * @returns {Promise<Outcome>}
 */
export async function unlessProven(words, files, check, folder = join(root, 'build/proven')) {
  const proof = join(folder, `${digestOf(words, files)}.json`);
  if (process.env.CI !== 'true' && existsSync(proof)) {
    return { ...JSON.parse(readFileSync(proof, 'utf8')), note: 'as before: nothing has changed' };
  }
  const outcome = await check();
  if (outcome.failed === 0 && outcome.passed > 0) {
    mkdirSync(dirname(proof), { recursive: true });
    writeFileSync(proof, JSON.stringify(outcome));
  }
  return outcome;
}
