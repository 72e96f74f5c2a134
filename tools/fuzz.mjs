// `npm run fuzz -- NAME SECONDS` looks for inputs that break something; `NAME FILE` feeds one;
// `NAME minimise` makes the committed inputs the named and the fewest others that reach all that is
// known.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildFuzzers, explore, fuzzers, minimise, replay } from './lib/fuzz.mjs';
import { ensure } from './lib/install.mjs';
import { Failure, program } from './lib/process.mjs';
import { forFuzzing, forNative, forPage } from './lib/requirements.mjs';
import { select } from './lib/select.mjs';

/** Ends as the fuzzer has ended. */
function conclude({ code, advice }) {
  if (code === 0) return;
  console.error(advice);
  process.exitCode = 1;
}

await program(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name = '', what = '60'] = positionals;
  select(fuzzers, [name], 'fuzzer');
  await ensure([...forPage, ...forNative, ...forFuzzing]);
  await buildFuzzers([name]);
  if (what === 'minimise') return minimise(name);
  if (existsSync(what)) return conclude(await replay(name, what));
  if (!/^\d+$/.test(what)) throw new Failure(`${what}: neither seconds, a file nor "minimise"`);
  return conclude(await explore(name, what));
});
