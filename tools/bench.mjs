// `npm run bench`: updates per second and the fraction of this processor's mul+add peak, and
// estimates per second in the gradient lab, natively and as WebAssembly. Each program measures the
// peak in the same run.
import { join } from 'node:path';
import { build } from './lib/cmake.mjs';
import { findEmscripten } from './lib/emscripten.mjs';
import { ensure } from './lib/install.mjs';
import { program, run } from './lib/process.mjs';
import { forBenchmarks, forNative, forPage } from './lib/requirements.mjs';

const builds = [
  {
    title: 'native',
    preset: 'native',
    command: () => [join('build', 'native', 'acp_bench'), '--benchmark_format=json'],
    rows: ({ benchmarks }) =>
      benchmarks
        .filter((each) => each.aggregate_name === 'median')
        .map((each) => ({ ...each, name: each.run_name.split('/')[0] })),
  },
  {
    title: 'WASM',
    preset: 'wasm',
    command: () => [process.execPath, ...findEmscripten().nodeFlags, 'build/wasm/acp_bench.js'],
    rows: (array) => array,
  },
];

const columns = [
  ['build', 8, (r) => r.title],
  ['benchmark', 36, (r) => r.name],
  ['updates/s', 12, (r) => r.updates_per_second.toFixed(0)],
  ['GFLOP/s', 10, (r) => r.gflops.toFixed(1)],
  ['peak', 10, (r) => r.peak_gflops.toFixed(1)],
  ['of peak', 10, (r) => `${(100 * r.fraction_of_peak).toFixed(0)} %`],
];

const labColumns = [
  ['build', 8, (r) => r.title],
  ['gradient lab, one sample each', 36, (r) => r.name],
  ['estimates/s', 14, (r) => `${(r.estimates_per_second / 1e6).toFixed(1)} M`],
];

const line = (cells, columns) =>
  console.log(cells.map((cell, i) => align(cell, columns[i][1], i < 2)).join(''));
const align = (cell, width, left) => (left ? cell.padEnd(width) : cell.padStart(width));

function table(of, rows) {
  line(
    of.map(([heading]) => heading),
    of,
  );
  for (const row of rows)
    line(
      of.map(([, , cell]) => cell(row)),
      of,
    );
}

await program(async () => {
  await ensure([...forPage, ...forNative, ...forBenchmarks]);
  // A preset that was configured before Google Benchmark was there has no such target.
  await run('cmake', ['--preset', 'native'], { capture: true });
  for (const { preset } of builds) await build(preset, ['acp_bench']);
  const rowsOfAll = [];
  for (const { title, command, rows } of builds) {
    const [name, ...args] = command();
    const { stdout } = await run(name, args, { capture: true });
    for (const row of rows(JSON.parse(stdout))) rowsOfAll.push({ title, ...row });
  }
  const isLab = (row) => row.estimates_per_second !== undefined;
  table(
    columns,
    rowsOfAll.filter((row) => !isLab(row)),
  );
  table(labColumns, rowsOfAll.filter(isLab));
});
