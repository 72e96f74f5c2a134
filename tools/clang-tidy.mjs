// Runs clang-tidy over wasm/, as many files at a time as there are processors, and remembers what
// was clean, for other clones too: a file is checked again when it, a header that it includes, its
// compile command or the configuration has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rememberedIn } from './lib/cache.mjs';
import { includesOf } from './lib/includes.mjs';
import { inParallel } from './lib/pool.mjs';
import { program, Failure, root, run } from './lib/process.mjs';

const database = join(root, 'build/native/compile_commands.json');

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

  const faults = await inParallel(
    pending.map(({ file, flags, stamp }) => async () => {
      const args = ['--quiet', file, '--', ...flags, '-Wno-unknown-warning-option'];
      const result = await run('clang-tidy', args, { capture: true, allowFailure: true });
      if (result.code === 0) writeFileSync(stamp, file);
      return result.code === 0 ? '' : result.output.replace(/^\d+ warnings? .*\n/gm, '');
    }),
  );
  if (faults.some(Boolean)) throw new Failure(faults.filter(Boolean).join('\n'));
});
