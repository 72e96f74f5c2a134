// The includes and imports of one source file.
import { readFileSync } from 'node:fs';

/**
 * @param {string} path a C++ file
 * @returns {{line: number, target: string, system: boolean}[]} `system` for <target>
 */
export function includesOf(path) {
  return matches(path, /^\s*#\s*include\s*(["<])([^">]+)[">]/gm).map(({ line, groups }) => ({
    line,
    target: groups[1],
    system: groups[0] === '<',
  }));
}

/**
 * @param {string} path a TypeScript file
 * @returns {{line: number, target: string}[]} static and dynamic imports and re-exports,
 *   without Vite's suffixes such as ?url
 */
export function importsOf(path) {
  const statement = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g;
  return matches(path, statement).map(({ line, groups }) => ({
    line,
    target: groups[1].replace(/\?.*$/, ''),
  }));
}

function matches(path, pattern) {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(pattern)].map((match) => {
    const before = text.slice(0, match.index + match[0].length - match[0].trimStart().length);
    return { line: before.split('\n').length, groups: match.slice(1) };
  });
}
