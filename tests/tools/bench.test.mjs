import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartSvg, panels } from '../../tools/lib/bench-chart.mjs';
import { secondsIn } from '../../tools/lib/bench-peer.mjs';
import { alternate, noComparison, ratio } from '../../tools/lib/bench-previous.mjs';
import { parseRows, together } from '../../tools/lib/bench-programs.mjs';
import { machineKind, record, recordText } from '../../tools/lib/bench-record.mjs';
import { linearTicks, logTicks, scale } from '../../tools/lib/bench-scale.mjs';
import { pageTable, readmeTable, terminalTables } from '../../tools/lib/bench-tables.mjs';
import { median } from '../../tools/lib/median.mjs';
import { programs } from './bench-rows.mjs';

const rows = Object.entries(programs).flatMap(([title, printed]) =>
  [...printed, together([printed[1]]), together([printed[1], printed[1]])].map((row) => ({
    title,
    ...row,
  })),
);
const page = {
  startup: { module_ready_ms: 212.34, first_frame_ms: 287.61 },
  together: { page: 1923.4, bare: 1999.6, ratio: 0.96189 },
  frame_ms: { mean: 0.05123, p95: 0.0619 },
};
const drawn = rows.filter(({ series }) => series in panels);
const svg = chartSvg(rows, 'x64-<&>');

/** The innermost element that is closed wrongly, or "". */
function malformed(xml) {
  const open = [];
  for (const [, closes, name, isEmpty] of xml.matchAll(/<(\/?)([a-z]+)(?: [^<>]*?)?(\/?)>/gs)) {
    if (closes && open.pop() !== name) return name;
    if (!closes && !isEmpty) open.push(name);
  }
  return open.join();
}

test('the median of an even number is the mean of the middle two', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([1, Infinity, Infinity, 2]), Infinity);
  assert.equal(median([Infinity, Infinity]), Infinity);
});

test('the chart is well-formed', () => {
  assert.equal(malformed(svg), '');
  assert.equal(malformed('<g><text x="1">a</g>'), 'g');
  assert.doesNotMatch(svg, /&(?!amp;|lt;)/);
  assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  assert.ok(svg.includes('x64-&lt;&amp;>'));
});

test('the chart has each series, with a point and its fraction of the peak for each row', () => {
  for (const { title, xTitle } of Object.values(panels)) {
    assert.ok(svg.includes(`>${title}<`) && svg.includes(`>${xTitle}<`), title);
  }
  const fractions = [...svg.matchAll(/class="fraction[^>]*>([^<]*)</g)].map(([, text]) => text);
  const expected = drawn.map((row) => `${Math.round(100 * row.fraction_of_peak)} %`);
  assert.deepEqual(fractions.sort(), expected.sort());
  const [circles, squares] = [/<circle /g, /<rect [^>]*width="8"/g].map((m) => svg.match(m).length);
  assert.deepEqual([circles, squares], [drawn.length / 2 + 1, drawn.length / 2 + 1]);
});

test('slower is higher in the panels of time and lower in that of runs', () => {
  const heights = (series) => {
    const one = chartSvg(
      rows.filter((row) => row.series === series || row.series === 'width'),
      '',
    );
    const group = one.slice(one.indexOf(`>${panels[series].title}<`));
    return ['circle cx="30" cy', 'rect x="26" y'].map((marker) =>
      Number(new RegExp(`<${marker}="([\\d.]+)"`).exec(group)[1]),
    );
  };
  const [native, wasm] = heights('width');
  assert.ok(wasm < native);
  const [nativeRuns, wasmRuns] = heights('runs');
  assert.ok(wasmRuns > nativeRuns);
});

test('scales and ticks', () => {
  const toX = scale(Math.log2, [16, 256], [0, 100]);
  assert.deepEqual([16, 64, 256].map(toX), [0, 50, 100]);
  assert.deepEqual(logTicks(70, 30_000), [100, 1000, 10_000]);
  assert.deepEqual(logTicks(70, 600), [100, 200, 500]);
  assert.deepEqual(linearTicks(3400), [0, 1000, 2000, 3000]);
  assert.deepEqual(linearTicks(10), [0, 2, 4, 6, 8, 10]);
});

test('the kind of a machine names its processor, or else its platform', () => {
  const cpuinfo = (vendor) =>
    `processor\t: 0\nvendor_id\t: ${vendor}\ncpu family\t: 6\nmodel\t\t: 207\n` +
    'model name\t: Some(R) Processor @ 2 GHz\n';
  assert.equal(machineKind(cpuinfo('GenuineIntel'), 'x64', 'linux'), 'x64-intel-6-207');
  assert.equal(machineKind(cpuinfo('AuthenticAMD'), 'x64', 'linux'), 'x64-amd-6-207');
  assert.equal(machineKind('CPU part\t: 0xd0c\n', 'arm64', 'linux'), 'arm64-linux');
  assert.equal(machineKind('', 'arm64', 'darwin'), 'arm64-darwin');
});

test('the ratio is the median of pairs that took turns, where both peaks were high', async () => {
  const order = [];
  const series = (name, values) => () => {
    order.push(name);
    const [updates_per_second, peak_gflops] = values.shift();
    return Promise.resolve({ updates_per_second, peak_gflops });
  };
  const now = series('now', [
    [110, 30],
    [60, 31],
    [900, 29],
    [1, 40],
    [2, 20],
  ]);
  const before = series('previous', [
    [100, 30],
    [50, 30],
    [1000, 29],
    [1, 20],
    [1, 40],
  ]);
  const pairs = await alternate(5, now, before);
  assert.deepEqual(order, Array(5).fill(['now', 'previous']).flat());
  assert.equal(ratio(pairs), 1.1);
});

test('the record has fractions, rates and ratios of each build, three digits each', () => {
  const ratios = { native: { 'sac 64-64 batch 100': 1.01234 } };
  const previous = { ...noComparison, commit: 'abc1234', ratios };
  const kept = record(rows, previous, page, '1.2.3');
  assert.deepEqual([kept.version, kept.compared_with], ['1.2.3', 'abc1234']);
  const { native, WASM } = kept.builds;
  const size = 'sac 64-64 batch 100';
  assert.deepEqual(native.size[size], { fraction_of_peak: 0.65, ratio_to_previous: 1.01 });
  assert.deepEqual(WASM.size[size], { fraction_of_peak: 0.6, ratio_to_previous: null });
  assert.deepEqual(WASM.width['width 16'], { fraction_of_peak: 0.25 });
  assert.deepEqual(WASM.rate['policy inference 64-64'], { per_second: 247_000 });
  assert.deepEqual(kept.page.together, { page: 1920, bare: 2000, ratio: 0.962 });
  assert.equal('page' in record(rows, previous, undefined, '1.2.3'), false);
  const text = recordText(kept);
  assert.deepEqual(JSON.parse(text), kept);
  assert.equal(text.match(/\{ "/g).length, rows.length + Object.keys(page).length);
});

test('runs at once add up, except for their fraction of the peak', () => {
  const [a, b] = programs.native;
  const sum = together([a, b]);
  assert.equal(sum.updates_per_second, a.updates_per_second + b.updates_per_second);
  assert.equal(sum.fraction_of_peak, (0.41 + 0.65) / 2);
  assert.deepEqual([sum.series, sum.x], ['runs', 2]);
});

test('a program that prints something else is refused', () => {
  assert.deepEqual(parseRows(JSON.stringify(programs.WASM)), programs.WASM);
  const old = [{ name: 'sac', updates_per_second: 1, fraction_of_peak: 1 }];
  for (const text of ['', '{"benchmarks": []}', JSON.stringify(old), '[null]']) {
    assert.throws(() => parseRows(text), { message: 'the program prints another format' }, text);
  }
});

test('the tables show what was measured and why something was not', () => {
  const previous = { ...noComparison, commit: 'abc1234', reasons: ['WASM at abc1234: no'] };
  const text = terminalTables(rows, previous);
  for (const { name } of rows) assert.ok(text.includes(name), name);
  const ofPage = pageTable(page);
  for (const figure of ['212 ms', '288 ms', '1923/s', '2000/s', '0.96', '0.05 ms', '0.06 ms']) {
    assert.ok(ofPage.includes(` ${figure}`), figure);
  }
  assert.match(text, /^to previous: commit abc1234\nWASM at abc1234: no$/m);
  assert.deepEqual(readmeTable(rows), [
    '| | native | WASM |',
    '|---|---|---|',
    '| sac 32-32 batch 64 | 190 µs, 41 % | 323 µs, 36 % |',
    '| sac 64-64 batch 100 | 680 µs, 65 % | 1,160 µs, 60 % |',
    '| sac 256-256 batch 256 | 19,000 µs, 83 % | 32,300 µs, 78 % |',
    '| environment steps, pendulum | 5,100,000/s | 3,000,000/s |',
    '| policy inference 64-64 | 420,000/s | 247,000/s |',
  ]);
});

test('the last number that a peer prints is the seconds of its run', () => {
  assert.equal(secondsIn('step 10000\ntook 1.35 s\n'), 1.35);
  assert.equal(secondsIn('2e-1'), 0.2);
  for (const text of ['', 'failed', 'took 0 s']) assert.throws(() => secondsIn(text), /no seconds/);
});
