// Checks that every dependency points one way (docs/architecture.md, "Layers").
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './lib/files.mjs';
import { importsOf, includesOf } from './lib/includes.mjs';
import { root } from './lib/process.mjs';

const foundations = ['nn', 'dist', 'env', 'memory'];
const core = ['base', ...foundations, 'grad', 'algo', 'lab', 'exact', 'scores', 'session'];

/** What each folder of the C++ core and its programs may include, besides itself. */
const cppLayers = {
  base: [],
  ...Object.fromEntries(foundations.map((layer) => [layer, ['base']])),
  grad: core.slice(0, core.indexOf('grad')),
  algo: core.slice(0, core.indexOf('algo')),
  lab: core.slice(0, core.indexOf('lab')),
  exact: ['base', 'env'],
  scores: ['base'],
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
  tasks: ['protocol', 'core'],
  worker: ['protocol', 'core', 'draw', 'tasks'],
  app: ['protocol', 'draw'],
  embed: ['protocol'],
  library: ['protocol', 'core', 'tasks'],
};

/** The rooms of the page, web/src/app: each may import those before it. */
const rooms = [
  ...[
    'kit',
    'text',
    'settings',
    'link',
    'experiment',
    'seeds',
    'sweeps',
    'figure',
    'typeset',
    'controls',
    'files',
    'stage',
  ],
  ...[
    'curves',
    'diagnostics',
    'views',
    'stepper',
    'story',
    'gallery',
    'laboratory',
    'bootstrap',
    'surrogate',
    'playground',
    'lesson',
    'embed',
    'builder',
    'start',
    'pages',
  ],
  'shell',
];
const roomLayers = Object.fromEntries(rooms.map((room, i) => [room, rooms.slice(0, i)]));

const cppLayer = (path) => /^wasm\/(?:core\/)?([^/]+)\//.exec(path)?.[1];
const typescriptLayer = (path) => /^web\/src\/([^/]+)\//.exec(path)?.[1];
const room = (path) => /^web\/src\/app\/([^/]+)\//.exec(path)?.[1];

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
    ...circles(top, typescript),
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
    const to = typescriptLayer(imported);
    const inside = layer === 'app' && to === 'app';
    const wrong = inside
      ? order(roomLayers, room(path), room(imported))
      : order(typescriptLayers, layer, to);
    return wrong.flatMap(report);
  });
}

/** One error for each file that is imported, types included, by what it imports itself. */
function circles(top, paths) {
  const files = new Set(paths);
  const importedBy = (path) =>
    importsOf(join(top, path))
      .filter(({ target }) => target.startsWith('.'))
      .map(({ target }) => `${posix.join(posix.dirname(path), target)}.ts`)
      .filter((target) => files.has(target));
  const imports = new Map(paths.map((path) => [path, importedBy(path)]));
  const done = new Set();
  const errors = [];
  const visit = (path, way) => {
    if (way.includes(path)) {
      errors.push(`${path}:1: a circle: ${[...way.slice(way.indexOf(path)), path].join(' > ')}`);
    } else if (!done.has(path)) {
      for (const next of imports.get(path)) visit(next, [...way, path]);
      done.add(path);
    }
  };
  for (const path of paths) visit(path, []);
  return errors;
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
