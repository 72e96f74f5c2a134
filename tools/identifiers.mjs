// Checks that no environment, algorithm, estimator or objective is named in code outside its own
// place: what is true of one of them is said by itself (docs/adding-things.md).
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { filesBelow } from './lib/files.mjs';

/** Where names are data: what is compared, shown, measured or told of. */
const data = [
  'wasm/bench/',
  'wasm/cli/main.cpp', // examples in its help
  'wasm/cli/probe', // questions that tests ask the core
  'wasm/core/env/bandit.cpp', // objectives of its own, some of which the lab has too
  'wasm/core/lab/', // objectives, and the estimators that are set against each other
  'wasm/core/session/presets.cpp',
  'web/src/app/bootstrap/examples.ts',
  'web/src/app/surrogate/examples.ts',
  'web/src/app/gallery/',
  'web/src/app/laboratory/examples.ts',
  'web/src/app/laboratory/objectives.ts',
  'web/src/app/laboratory/variants.ts',
  'web/src/app/settings/pairs.ts',
  'web/src/app/text/',
  'web/src/draw/environments.ts',
  'web/src/protocol/formula-examples.ts',
  'web/src/protocol/further.ts', // the environment whose task is in a text
  'web/src/protocol/robot-presets.ts',
  'web/src/draw/first-drawings.ts',
];
/** Names that are words of code as well: to be told from these only as part of a configuration. */
const ambiguous = ['formula', 'linear', 'step', 'cosine', 'exact', 'deterministic'];

/**
 * The names that a catalog of the core has, as `acp catalog` prints it.
 * @returns {string[]}
 */
export function namesIn({ environments, algorithms, lab }) {
  const named = [environments, algorithms, lab.estimators, lab.objectives].flat();
  return [...new Set(named.map(({ id }) => id))];
}

/**
 * @param {string} top the folder that holds wasm/ and web/
 * @param {string[]} names
 * @returns {string[]} one `path:line: message` for each name outside its own place
 */
export function identifierErrors(top, names) {
  const isCode = (path) => /\.(ts|h|cpp)$/.test(path);
  return ['wasm', 'web']
    .flatMap((folder) => filesBelow(top, folder))
    .filter((path) => isCode(path) && !data.some((place) => path.startsWith(place)))
    .flatMap((path) => {
      const foreign = names.filter((name) => !isOwn(path, name));
      const lines = withoutComments(readFileSync(join(top, path), 'utf8')).split('\n');
      return lines.flatMap((line, i) =>
        foreign
          .filter((name) => isNamed(line, name, extname(path) === '.ts'))
          .map((name) => `${path}:${i + 1}: ${name} is named outside its own file`),
      );
    });
}

/** `sac_config.h` is of `sac`, and `cart-pole.ts` of `cart_pole_swing_up` too. */
function isOwn(path, name) {
  const file = basename(path, extname(path)).replaceAll('-', '_');
  return /\/(algo|env|grad)\//.test(path) && (file.includes(name) || name.startsWith(file));
}

/** Whether a line has the name as a value, a key, or in the text of a configuration. */
function isNamed(line, name, hasPlainKeys) {
  const literals = [...line.matchAll(/(["'`])((?:\\.|(?!\1).)*)\1/g)].map(([, , text]) => text);
  const configuration = new RegExp(`(^|[=&:;,|\\s])${name}[.]\\w|=${name}($|[&:;,|\\s])`);
  if (literals.some((text) => configuration.test(text))) return true;
  if (ambiguous.includes(name)) return false;
  return literals.includes(name) || (hasPlainKeys && new RegExp(`(^|[{,]) *${name}:`).test(line));
}

/** The text with as many lines. */
function withoutComments(text) {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
    .replaceAll(/(^|[ \t])\/\/.*$/gm, '');
}
