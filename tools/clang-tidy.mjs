// Runs clang-tidy over wasm/, two files at a time, and remembers what was clean: a file is checked
// again when it, a header that it includes, its compile command or the configuration has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { includesOf } from './lib/includes.mjs';
import { program, Failure, root, run } from './lib/process.mjs';

const database = join(root, 'build/native/compile_commands.json');
// The database is that of gcc, which knows warnings that clang does not.
const gccOnly = '--extra-arg=-Wno-unknown-warning-option';
const cache = join(root, 'build/clang-tidy');

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

await program(async () => {
  const { output: version } = await run('clang-tidy', ['--version'], { capture: true });
  const settings = version + readFileSync(join(root, '.clang-tidy'), 'utf8');
  mkdirSync(cache, { recursive: true });

  const pending = JSON.parse(readFileSync(database, 'utf8'))
    .filter(({ file }) => file.startsWith(join(root, 'wasm/')))
    .map(({ file, command }) => {
      const hash = createHash('sha256').update(settings).update(command);
      for (const each of closure(file)) hash.update(readFileSync(each));
      return { file, stamp: join(cache, hash.digest('hex')) };
    })
    .filter(({ stamp }) => !existsSync(stamp));

  const faults = [];
  const checkNext = async () => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const args = ['--quiet', '-p', dirname(database), gccOnly, next.file];
      const result = await run('clang-tidy', args, { capture: true, allowFailure: true });
      if (result.code === 0) writeFileSync(next.stamp, relative(root, next.file));
      else faults.push(result.output.replace(/^\d+ warnings? .*\n/gm, ''));
    }
  };
  await Promise.all([checkNext(), checkNext()]);
  if (faults.length > 0) throw new Failure(faults.join('\n'));
});
