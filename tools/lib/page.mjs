// Builds the WebAssembly module and the page, and knows when the page is up to date.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './cmake.mjs';
import { root, runNode } from './process.mjs';

const modules = ['acp', 'acp_lab', 'acp_exact', 'acp_scores', 'acp_trace', 'acp_host'];

const inputs = [
  'web',
  'vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
  'NOTICES',
  ...modules.flatMap((name) => [`build/wasm/${name}.mjs`, `build/wasm/${name}.wasm`]),
];

/** The latest change below a path, in milliseconds since 1970. A deletion changes its folder. */
function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const below = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...below);
}

/** Builds build/wasm/{acp,acp_lab,acp_exact,acp_scores,acp_trace,acp_host}.{mjs,wasm}. */
export function buildModule(options) {
  return build('wasm', modules, options);
}

/** Builds dist/ with the module inside, unless nothing has changed since the last time. */
export async function buildPage(options) {
  await buildModule(options);
  const page = join(root, 'dist/NOTICES');
  const changed = Math.max(...inputs.map((path) => newest(join(root, path))));
  if (existsSync(page) && statSync(page).mtimeMs >= changed) return;
  await runNode('vite/bin/vite.js', ['build'], options);
  await copyFile(join(root, 'LICENSE'), join(root, 'dist/LICENSE'));
  await copyFile(join(root, 'NOTICES'), page);
}
