// Checks the repository's files as text: their size, and that they refer to nothing outside.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './lib/files.mjs';
import { root } from './lib/process.mjs';

const maxLines = 400;
const maxColumns = 100;
const source = /(\.(h|cpp|ts|mjs|js|css|cmake|yml)|CMakeLists\.txt|CMakePresets\.json|\/run)$/;
const binary = /\.(png|woff2|ico)$/;
const recorded = /^tests\/(golden|fuzz\/corpus)\//;
const withInventedPaths = /^tests\/tools\//;

// A path that climbs must arrive in the repository; a path from the top of a disk never does.
const climbing = /(?<![\w./])(?:\.\.\/)+[\w@.-]+(?:\/[\w@.-]+)*/g;
const absolute = /(?<![\w.:/~*$}-])\/(?:home|Users|root|work|tmp)\/[\w.-]+/g;
const generated = /^(build|dist|node_modules)\//;

/**
 * @param {string} top the repository
 * @returns {string[]} one `path:line: message` for each fault
 */
export function treeErrors(top) {
  return filesBelow(top)
    .filter((path) => !binary.test(path) && !recorded.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(top, path), 'utf8');
      if (path === 'package-lock.json') return lockErrors(path, text);
      const lines = text.split('\n');
      return [
        ...(source.test(path) ? lengthErrors(path, lines) : []),
        ...(withInventedPaths.test(path) ? [] : referenceErrors(top, path, lines)),
      ];
    });
}

function lengthErrors(path, lines) {
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const errors = count > maxLines ? [`${path}: ${count} lines, more than ${maxLines}`] : [];
  lines.forEach((line, i) => {
    const columns = [...line].length;
    if (columns > maxColumns) {
      errors.push(`${path}:${i + 1}: ${columns} columns, more than ${maxColumns}`);
    }
  });
  return errors;
}

function referenceErrors(top, path, lines) {
  return lines.flatMap((line, i) => [
    ...[...line.matchAll(climbing)]
      .filter(([target]) => !isInside(top, posix.join(posix.dirname(path), target)))
      .map(([target]) => `${path}:${i + 1}: ${target} is not in the repository`),
    ...[...line.matchAll(absolute)].map(
      ([target]) => `${path}:${i + 1}: ${target} is a path of one machine`,
    ),
  ]);
}

function isInside(top, path) {
  if (path.startsWith('..')) return false;
  return generated.test(path) || existsSync(join(top, posix.dirname(path)));
}

function lockErrors(path, text) {
  const packages = Object.entries(JSON.parse(text).packages);
  return packages
    .filter(([, entry]) => Object.hasOwn(entry, 'resolved'))
    .map(([name]) => `${path}: ${name} names the registry it came from ("resolved")`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const errors = treeErrors(root);
  for (const error of errors) console.error(error);
  process.exitCode = errors.length > 0 ? 1 : 0;
}
