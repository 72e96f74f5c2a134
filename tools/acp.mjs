// `npm run acp -- …`: the command line, built where that is needed: natively where there is a C++
// compiler, else as WebAssembly for Node. Standard output has what `acp` prints, and nothing else.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/cmake.mjs';
import { ensure } from './lib/install.mjs';
import { giveWayTo, program, root } from './lib/process.mjs';
import { forCore, forNative, forPage } from './lib/requirements.mjs';

await program(async () => {
  const [compiler] = forNative;
  const isNative = compiler.present();
  await ensure(isNative ? forCore : forPage);
  const acp = join(root, isNative ? 'build/native/acp' : 'build/wasm/cli/acp.mjs');
  if (!existsSync(acp)) console.error('Building acp, which takes some minutes the first time.');
  await build(isNative ? 'native' : 'wasm', [isNative ? 'acp' : 'acp_cli'], { capture: true });
  const command = isNative ? [acp] : [process.execPath, acp];
  // npm goes to the folder of the package, and says where it came from.
  const folder = process.env.INIT_CWD ?? process.cwd();
  process.exitCode = await giveWayTo([...command, ...process.argv.slice(2)], folder);
});
