// The parts of README.md that programs write, each between two comments.
import { Failure } from './process.mjs';

/**
 * @param {string} readme
 * @param {string} name of the part: it stands between `<!-- name -->` and `<!-- /name -->`
 * @param {string[]} lines its new content
 * @returns {string} the README with that part made anew
 * @throws {Failure} without such a part
 */
export function filled(readme, name, lines) {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Failure(`README.md lacks ${begin.trim()} … ${end}`);
  return `${readme.slice(0, from)}${begin}${lines.join('\n')}\n${readme.slice(to)}`;
}
