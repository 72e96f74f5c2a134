// The tables of a benchmark: for the terminal and for README.md.
import { ratioOf } from './bench-record.mjs';

const isRate = (row) => row.series === 'rate';
const percent = (fraction) => `${(100 * fraction).toFixed(0)} %`;
const figure = (x) => x.toLocaleString('en', { maximumSignificantDigits: 3 });
const microseconds = (row) => figure(1e6 / row.updates_per_second);
const perSecond = (row) => `${figure(row.per_second)}/s`;

const updateColumns = (previous) => [
  ['build', 8, (r) => r.title],
  ['benchmark', 38, (r) => r.name],
  ['updates/s', 11, (r) => r.updates_per_second.toFixed(0)],
  ['µs/update', 11, microseconds],
  ['GFLOP/s', 10, (r) => r.gflops.toFixed(1)],
  ['peak', 8, (r) => r.peak_gflops.toFixed(1)],
  ['of peak', 9, (r) => percent(r.fraction_of_peak)],
  ['to previous', 13, (r) => ratioOf(r, previous)?.toFixed(2) ?? ''],
];

const rateColumns = [
  ['build', 8, (r) => r.title],
  ['rate', 38, (r) => r.name],
  ['per second', 16, (r) => figure(r.per_second)],
];

function table(columns, rows) {
  const cells = [columns.map(([heading]) => heading)];
  for (const row of rows) cells.push(columns.map(([, , cell]) => cell(row)));
  return cells.map((line) => line.map((cell, i) => aligned(cell, columns[i][1], i < 2)).join(''));
}

const aligned = (cell, width, left) => (left ? cell.padEnd(width) : cell.padStart(width));

/**
 * @param {(import('./bench-programs.mjs').Row & {title: string})[]} rows
 * @param {import('./bench-previous.mjs').Comparison} previous
 * @returns {string} for the terminal
 */
export function terminalTables(rows, previous) {
  const updates = rows.filter((row) => !isRate(row));
  const compared = previous.commit === null ? [] : [`to previous: commit ${previous.commit}`];
  const sections = [
    table(updateColumns(previous), updates),
    [...compared, ...previous.reasons],
    table(rateColumns, rows.filter(isRate)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function readmeCell(row) {
  if (row === undefined) return '';
  if (isRate(row)) return perSecond(row);
  return `${microseconds(row)} µs, ${percent(row.fraction_of_peak)}`;
}

/**
 * The rows of the series "size" and "rate", with a column per build.
 * @param {(import('./bench-programs.mjs').Row & {title: string})[]} rows
 * @returns {string[]} lines of Markdown
 */
export function readmeTable(rows) {
  const shown = rows.filter((row) => row.series === 'size' || isRate(row));
  const titles = [...new Set(shown.map(({ title }) => title))];
  const names = [...new Set(shown.map(({ name }) => name))];
  const cell = (title, name) =>
    readmeCell(shown.find((row) => row.title === title && row.name === name));
  return [
    `| | ${titles.join(' | ')} |`,
    `|---${'|---'.repeat(titles.length)}|`,
    ...names.map((name) => `| ${[name, ...titles.map((t) => cell(t, name))].join(' | ')} |`),
  ];
}

const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/**
 * @param {import('./bench-page.mjs').PageFigures} figures
 * @returns {string} for the terminal
 */
export function pageTable({ startup, together, frame_ms }) {
  const rows = [
    ['page, from the first byte', ''],
    ['every module started', milliseconds(startup.module_ready_ms)],
    ['every environment drawn', milliseconds(startup.first_frame_ms)],
    ['two runs at full speed, together', `${together.page.toFixed(0)}/s`],
    ['the same workers without the page', `${together.bare.toFixed(0)}/s`],
    ['ratio', together.ratio.toFixed(2)],
    ['a frame in the worker, mean', milliseconds(frame_ms.mean)],
    ['a frame in the worker, 95 %', milliseconds(frame_ms.p95)],
  ];
  return rows.map(([name, value]) => name.padEnd(38) + value.padStart(12)).join('\n');
}
