// `npm run acp -- …`: the command line, built where that is needed: natively where there is a C++
// compiler, else as WebAssembly for Node.
import { join, relative } from 'node:path';
import { build } from './lib/cmake.mjs';
import { findEmscripten } from './lib/emscripten.mjs';
import { ensure } from './lib/install.mjs';
import { program, root, run } from './lib/process.mjs';
import { forCache, forNative, forPage } from './lib/requirements.mjs';

await program(async () => {
  const [compiler, ...libraries] = forNative;
  const isNative = compiler.present();
  await ensure([...forPage, ...libraries]);
  await ensure(forCache).catch(() => undefined);
  await build(isNative ? 'native' : 'wasm', [isNative ? 'acp' : 'acp_cli'], { capture: true });
  const command = isNative
    ? [join(root, 'build/native/acp')]
    : [process.execPath, ...findEmscripten().nodeFlags, join(root, 'build/wasm/acp_cli.js')];
  const [path, ...flags] = command;
  // npm goes to the folder of the package, and says where it came from.
  const folder = relative(root, process.env.INIT_CWD ?? process.cwd());
  const options = { allowFailure: true, folder };
  const { code } = await run(path, [...flags, ...process.argv.slice(2)], options);
  process.exitCode = code;
});
