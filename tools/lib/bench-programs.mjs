// Runs the benchmark programs. Each prints a JSON array of rows; an argument names the only one.
import { findEmscripten } from './emscripten.mjs';
import { Failure, run } from './process.mjs';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} series
 * @property {number} [x] along the series
 * @property {number} [updates_per_second]
 * @property {number} [gflops]
 * @property {number} [peak_gflops] multiplications and additions in registers, in the same run
 * @property {number} [fraction_of_peak]
 * @property {number} [per_second] of the series "rate", which has none of the above
 *
 * @typedef {{title: string, preset: string, command: string[]}} Build
 */

/**
 * @returns {Build[]} the builds that are measured; commands are relative to a source tree
 */
export function benchBuilds() {
  const node = [process.execPath, ...findEmscripten().nodeFlags];
  return [
    { title: 'native', preset: 'native', command: ['build/native/acp_bench'] },
    { title: 'WASM', preset: 'wasm', command: [...node, 'build/wasm/acp_bench.js'] },
  ];
}

/**
 * @param {Build} build
 * @param {{name?: string, folder?: string}} [options] `folder`: the source tree
 * @returns {Promise<Row[]>}
 * @throws {Failure} when the program fails or prints something else
 */
export async function measure({ command: [program, ...args] }, { name, folder } = {}) {
  const names = name === undefined ? [] : [name];
  const { stdout } = await run(program, [...args, ...names], { capture: true, folder });
  return parseRows(stdout);
}

/** The rows that a benchmark program has printed. */
export function parseRows(text) {
  const rows = parsed(text);
  if (!Array.isArray(rows) || !rows.every((row) => isRow(row ?? {}))) {
    throw new Failure('the program prints another format');
  }
  return rows;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRow = ({ name, series, per_second, updates_per_second, fraction_of_peak }) =>
  [name, series].every((each) => typeof each === 'string') &&
  (series === 'rate' ? [per_second] : [updates_per_second, fraction_of_peak]).every(
    Number.isFinite,
  );

/**
 * The row of the series "size" with this name.
 * @param {Build} build
 * @param {string} name
 * @param {string} [folder] the source tree
 * @returns {Promise<Row>}
 */
export async function measureSize(build, name, folder) {
  const rows = await measure(build, { name, folder });
  const row = rows.find((each) => each.series === 'size' && each.name === name);
  if (row === undefined) throw new Failure(`the program has no row "${name}"`);
  return row;
}

/**
 * Growth with the number of processes that run at once.
 * @param {Build} build
 * @param {string} name a row of the series "size"
 * @param {number[]} counts
 * @returns {Promise<Row[]>} one row of the series "runs" for each count
 */
export async function measureRuns(build, name, counts) {
  const rows = [];
  for (const count of counts) {
    const each = Array.from({ length: count }, () => measureSize(build, name));
    rows.push(together(await Promise.all(each)));
  }
  return rows;
}

/** What runs achieve together: sums, and the mean of their fractions of the peak. */
export function together(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return {
    name: `${rows[0].name}, runs at once: ${rows.length}`,
    series: 'runs',
    x: rows.length,
    updates_per_second: sum('updates_per_second'),
    gflops: sum('gflops'),
    peak_gflops: sum('peak_gflops'),
    fraction_of_peak: sum('fraction_of_peak') / rows.length,
  };
}
