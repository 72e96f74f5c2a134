// The digests of runs in the WebAssembly module: on standard input as JSON, `[{pairs, steps}]`; on
// standard output a line each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure, program, root } from './process.mjs';

await program(async () => {
  const runs = JSON.parse(await text(process.stdin));
  const folder = join(root, 'build/wasm');
  const { default: createAcp } = await import(join(folder, 'acp.mjs'));
  const acp = await createAcp({ wasmBinary: readFileSync(join(folder, 'acp.wasm')) });
  for (const { pairs, steps } of runs) {
    const session = new acp.Session(pairs.join('&'));
    // In slices, as the page trains: slices must not show in the result.
    for (let taken = 0; taken < steps;) {
      const step = session.train(Math.min(137, steps - taken), 1000);
      if (step === 0) throw new Failure(`the session stopped: ${session.status()}`);
      taken += step;
    }
    console.log(session.digest());
    session.delete();
  }
});
