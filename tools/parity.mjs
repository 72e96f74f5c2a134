// `node tools/parity.mjs`: compares the digests of every build with the recorded ones;
// `-- --record` records those of the native build instead.
import { parseArgs } from 'node:util';
import { compareDigests, recordDigests } from './lib/digests.mjs';
import { program } from './lib/process.mjs';

await program(async () => {
  const { values } = parseArgs({ options: { record: { type: 'boolean' } } });
  if (values.record) return recordDigests();
  const { failed, output } = await compareDigests();
  console.log(output);
  if (failed > 0) process.exitCode = 1;
});
