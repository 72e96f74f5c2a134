// `npm run bench`: how fast updates are, natively and as WebAssembly, as fractions of what the
// processor can do in the same run and in turns with the previous commit. Writes
// docs/benchmark.svg, docs/benchmarks/<kind of machine>.json and the table in README.md.
// `-- --no-previous` leaves the previous commit out. `-- --peer COMMAND` does nothing of that, but
// compares with a program of somebody else (docs/benchmarks.md).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chartSvg } from './lib/bench-chart.mjs';
import { measurePage } from './lib/bench-page.mjs';
import { compareWithPeer, peerRun } from './lib/bench-peer.mjs';
import { compareWithPrevious, noComparison } from './lib/bench-previous.mjs';
import { benchBuilds, measure, measureRuns } from './lib/bench-programs.mjs';
import { machineKind, record, recordText } from './lib/bench-record.mjs';
import { pageTable, readmeTable, terminalTables } from './lib/bench-tables.mjs';
import { build } from './lib/cmake.mjs';
import { ensure, ensureIfPossible } from './lib/install.mjs';
import { program, root, run } from './lib/process.mjs';
import { cpuinfo } from './lib/processor.mjs';
import { filled } from './lib/readme.mjs';
import { findBrowser, forBenchmarks, forBrowser, forNative, forPage } from './lib/requirements.mjs';

const sizes = ['sac 32-32 batch 64', 'sac 64-64 batch 100', 'sac 256-256 batch 256'];
const runsOf = { size: sizes[1], counts: [1, 2, 4] };

const peerRounds = 7;

const read = (path) => readFileSync(join(root, path), 'utf8');
const write = (path, text) => writeFileSync(join(root, path), text);

async function buildAll(builds) {
  // A preset that was configured before Google Benchmark was there has no such target.
  await run('cmake', ['--preset', builds[0].preset], { capture: true });
  for (const { preset } of builds) await build(preset, ['acp_bench']);
}

async function rowsOf(build) {
  console.log(`${build.title}: measuring`);
  const rows = await measure(build);
  const runs = await measureRuns(build, runsOf.size, runsOf.counts);
  return [...rows, ...runs].map((row) => ({ title: build.title, ...row }));
}

function writeAll(rows, previous, page, kind) {
  const { version } = JSON.parse(read('package.json'));
  mkdirSync(join(root, 'docs/benchmarks'), { recursive: true });
  write(`docs/benchmarks/${kind}.json`, recordText(record(rows, previous, page, version)));
  write('docs/benchmark.svg', chartSvg(rows, kind));
  write('README.md', filled(read('README.md'), 'benchmark', readmeTable(rows)));
}

async function printPeer(command) {
  await ensure(forNative);
  await build('native', ['acp'], { capture: true });
  console.log(`in turns, ${peerRounds} rounds: acp digest ${peerRun.settings.join(' ')}`);
  const { ours, theirs, ratio } = await compareWithPeer(command, peerRounds);
  console.log(`here ${Math.round(ours)} steps per second, the peer ${Math.round(theirs)}`);
  console.log(`here ${ratio.toFixed(2)} times the peer, median of the ratios`);
}

await program(async () => {
  const { values } = parseArgs({
    options: { 'no-previous': { type: 'boolean' }, peer: { type: 'string' } },
  });
  if (values.peer !== undefined) return printPeer(values.peer);
  await ensure([...forPage, ...forNative, ...forBenchmarks]);
  await ensureIfPossible(forBrowser);
  const builds = benchBuilds();
  await buildAll(builds);
  const rows = [];
  for (const each of builds) rows.push(...(await rowsOf(each)));
  if (!values['no-previous']) console.log('the previous commit: building and measuring in turns');
  const previous = values['no-previous'] ? noComparison : await compareWithPrevious(builds, sizes);
  console.log(findBrowser() ? 'the page: measuring' : 'no Chromium: the page is left out');
  const page = findBrowser() && (await measurePage());
  console.log(`\n${terminalTables(rows, previous)}`);
  if (page) console.log(`\n${pageTable(page)}`);
  writeAll(rows, previous, page, machineKind(cpuinfo(), process.arch, process.platform));
});
