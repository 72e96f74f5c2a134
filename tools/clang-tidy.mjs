// Runs clang-tidy over wasm/ and remembers what was clean, for other clones too: a file is checked
// again when it, a header that it includes, its compile command or the configuration has changed.
//
// Nearly all of its time goes into the headers of Eigen and of the standard library. So several
// files are checked as one, and apart only where that finds anything, be it a name that two share.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rememberedIn } from './lib/cache.mjs';
import { includesOf } from './lib/includes.mjs';
import { inParallel } from './lib/pool.mjs';
import { program, Failure, root, run } from './lib/process.mjs';

/** Files checked as one, at most. */
const BATCH = 6;

const database = join(root, 'build/sources/compile_commands.json');

/** A file and every header of ours that it includes, directly or not. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { target } of includesOf(file).filter(({ system }) => !system)) {
    const header = join(root, 'wasm', target);
    if (existsSync(header)) closure(header, seen);
  }
  return seen;
}

/** What clang understands of a command of gcc, with paths from the repository on. */
function flagsOf(command) {
  const words = command.replaceAll('\\"', '"').replaceAll(`${root}/`, '').split(' ');
  const kept = words.slice(1).filter((word) => /^-(D|I|std|f|W)/.test(word));
  const system = words.flatMap((word, i) => (word === '-isystem' ? [word, words[i + 1]] : []));
  return [...kept, ...system].filter((word) => word !== '-Winvalid-pch');
}

/** Deals files with the same flags so that neighbours, which share names most, come apart. */
function batchesOf(files) {
  const groups = new Map();
  for (const file of files) {
    const key = file.flags.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const count = Math.ceil(group.length / BATCH);
    return Array.from({ length: count }, (_, i) => group.filter((_, j) => j % count === i));
  });
}

/** @returns {Promise<string[]>} what clang-tidy complains of, by file */
async function faultsOf(batch) {
  const [{ file, flags }] = batch;
  const fault = batch.length > 1 ? await together(batch) : await complaint(file, flags);
  if (fault === '') for (const { file, stamp } of batch) writeFileSync(stamp, file);
  if (fault === '' || batch.length === 1) return fault === '' ? [] : [fault];
  const half = Math.ceil(batch.length / 2);
  return [...(await faultsOf(batch.slice(0, half))), ...(await faultsOf(batch.slice(half)))];
}

/** Checks files as one, which may include sources and shadow what is another's. */
function together(batch) {
  const name = createHash('sha256')
    .update(batch.map(({ stamp }) => stamp).join())
    .digest('hex');
  const source = join(root, `build/clang-tidy/${name}.cpp`);
  mkdirSync(dirname(source), { recursive: true });
  writeFileSync(source, batch.map(({ file }) => `#include "${join(root, file)}"\n`).join(''));
  const flags = batch[0].flags.filter((flag) => flag !== '-Wshadow');
  return complaint(source, flags, '--checks=-bugprone-suspicious-include');
}

async function complaint(source, flags, ...options) {
  const args = ['--quiet', ...options, source, '--', ...flags, '-Wno-unknown-warning-option'];
  const { code, output } = await run('clang-tidy', args, { capture: true, allowFailure: true });
  return code === 0 ? '' : output.replace(/^\d+ warnings? .*\n/gm, '');
}

await program(async () => {
  const { output: version } = await run('clang-tidy', ['--version'], { capture: true });
  const settings = version + readFileSync(join(root, '.clang-tidy'), 'utf8');
  const memory = rememberedIn('clang-tidy');

  const pending = JSON.parse(readFileSync(database, 'utf8'))
    .filter(({ file }) => file.startsWith(join(root, 'wasm/')))
    .map(({ file, command }) => {
      const flags = flagsOf(command);
      const hash = createHash('sha256').update(settings).update(flags.join(' '));
      for (const each of closure(file))
        hash.update(relative(root, each)).update(readFileSync(each));
      return { file: relative(root, file), flags, stamp: join(memory, hash.digest('hex')) };
    })
    .filter(({ stamp }) => !existsSync(stamp));

  const faults = await inParallel(batchesOf(pending).map((batch) => () => faultsOf(batch)));
  if (faults.flat().length > 0) throw new Failure(faults.flat().join('\n'));
});
