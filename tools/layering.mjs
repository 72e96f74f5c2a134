// Checks that every dependency points one way (docs/architecture.md, "Layers").
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './lib/files.mjs';
import { importsOf, includesOf } from './lib/includes.mjs';
import { root } from './lib/process.mjs';

const foundations = ['nn', 'dist', 'env', 'memory'];
const core = ['base', ...foundations, 'grad', 'algo', 'lab', 'session'];

/** What each folder of the C++ core and its programs may include, besides itself. */
const cppLayers = {
  base: [],
  ...Object.fromEntries(foundations.map((layer) => [layer, ['base']])),
  grad: core.slice(0, core.indexOf('grad')),
  algo: core.slice(0, core.indexOf('algo')),
  lab: core.slice(0, core.indexOf('lab')),
  session: core.slice(0, core.indexOf('session')),
  bindings: core,
  cli: core,
  bench: core,
};

/** What each folder of web/src may import, besides itself. */
const typescriptLayers = {
  protocol: [],
  core: ['protocol'],
  draw: ['protocol'],
  worker: ['protocol', 'core', 'draw'],
  app: ['protocol', 'draw'],
  embed: ['protocol'],
  library: ['protocol', 'core'],
};

const cppLayer = (path) => /^wasm\/(?:core\/)?([^/]+)\//.exec(path)?.[1];
const typescriptLayer = (path) => /^web\/src\/([^/]+)\//.exec(path)?.[1];

/**
 * @param {string} top the folder that holds wasm/ and web/
 * @returns {string[]} one `path:line: message` for each dependency that points the wrong way
 */
export function layeringErrors(top) {
  const cpp = filesBelow(top, 'wasm').filter((path) => /\.(h|cpp)$/.test(path));
  const typescript = filesBelow(top, 'web/src').filter((path) => path.endsWith('.ts'));
  return [
    ...cpp.flatMap((path) => cppErrors(top, path)),
    ...typescript.flatMap((path) => typescriptErrors(top, path)),
  ];
}

function cppErrors(top, path) {
  return includesOf(join(top, path)).flatMap(({ line, target, system }) => {
    const report = (message) => [`${path}:${String(line)}: ${message}`];
    const layer = cppLayer(path);
    if (system) {
      const allowed = layer === 'bindings' || !target.startsWith('emscripten');
      return allowed ? [] : report(`only bindings may include <${target}>`);
    }
    const beside = posix.join(posix.dirname(path), target);
    const included = existsSync(join(top, beside)) ? beside : posix.join('wasm', target);
    if (!existsSync(join(top, included))) return report(`there is no "${target}"`);
    return order(cppLayers, layer, cppLayer(included)).flatMap(report);
  });
}

function typescriptErrors(top, path) {
  return importsOf(join(top, path)).flatMap(({ line, target }) => {
    const report = (message) => [`${path}:${String(line)}: ${message}`];
    const layer = typescriptLayer(path);
    if (target.startsWith('@acp/')) {
      return layer === 'core' ? [] : report(`only core may import the module, ${target}`);
    }
    if (!target.startsWith('.')) return [];
    const imported = posix.join(posix.dirname(path), target);
    return order(typescriptLayers, layer, typescriptLayer(imported)).flatMap(report);
  });
}

function order(layers, from, to) {
  for (const layer of [from, to]) {
    if (!Object.hasOwn(layers, layer ?? '')) return [`${String(layer)} is not a layer`];
  }
  if (from === to || layers[from].includes(to)) return [];
  const allowed = layers[from].join(', ') || 'nothing but itself';
  return [`${from} may not depend on ${to}; it may depend on ${allowed}`];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const errors = layeringErrors(root);
  for (const error of errors) console.error(error);
  process.exitCode = errors.length > 0 ? 1 : 0;
}
