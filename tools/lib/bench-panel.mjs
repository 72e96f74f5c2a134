// A panel of the chart: one line per build, with the fraction of the peak at each point.
import { linear, linearTicks, logTicks, scale } from './bench-scale.mjs';

/** As in the page: `ink` for text, `muted` for axes, `line` for grids. */
export const colors = { ground: '#ffffff', ink: '#1b1d20', muted: '#5a5d63', line: '#e2dfd7' };

/** Of a chart's texts and lines. */
export const style = `
text { font: 13px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: ${colors.ink}; }
.heading { font-size: 20px; font-weight: 600; }
.title { font-size: 15px; font-weight: 600; }
.axis, .tick, .caption { fill: ${colors.muted}; }
.fraction { font-size: 11.5px; fill: inherit; stroke: ${colors.ground}; stroke-width: 3px;
  stroke-linejoin: round; paint-order: stroke; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.frame, .grid, .mark { fill: none; stroke: ${colors.line}; }
.mark { stroke: ${colors.muted}; }
`;

const circle = (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>`;
const square = (x, y) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`;

/** How each build is drawn. */
export const looks = {
  native: { color: '#0b66a8', dash: '', marker: circle },
  WASM: { color: '#b84a00', dash: '8 5', marker: square },
};

/** A plotting area in pixels, without its axes' texts. */
export const plot = { width: 372, height: 236 };

const inset = 30;
const pixels = (value) => Number(value.toFixed(1));
const time = (row) => 1e6 / row.updates_per_second;
const rate = (row) => row.updates_per_second;

/** @typedef {import('./bench-programs.mjs').Row & {title: string}} Row of a build */

/**
 * @param {{title: string, xTitle: string, isRate?: boolean}} panel `isRate`: a linear axis of
 *   updates per second in place of a logarithmic one of time per update
 * @param {Row[]} rows
 * @param {[number, number]} times the shared domain of the time axes, µs
 * @returns {string} SVG, with the plotting area's corner at 0, 0
 */
export function panelSvg(panel, rows, times) {
  const axis = panel.isRate ? rateAxis(rows) : timeAxis(times);
  const counts = [...new Set(rows.map((row) => row.x))].sort((a, b) => a - b);
  const toX = scale(Math.log2, [counts[0], counts.at(-1)], [inset, plot.width - inset]);
  const points = rows.map((row) => ({
    row,
    x: pixels(toX(row.x)),
    y: pixels(axis.toY(axis.value(row))),
  }));
  const lines = Object.keys(looks).map((title) =>
    lineSvg(
      title,
      points.filter(({ row }) => row.title === title),
      points,
    ),
  );
  return [
    text(0, -14, panel.title, 'class="title"'),
    ...axis.ticks.map((tick) => yTick(tick, pixels(axis.toY(tick)))),
    ...counts.map((count) => xTick(count, pixels(toX(count)))),
    `<rect width="${plot.width}" height="${plot.height}" class="frame"/>`,
    text(plot.width / 2, plot.height + 40, panel.xTitle, 'class="axis middle"'),
    text(
      0,
      0,
      axis.title,
      `class="axis middle" transform="translate(-68 ${plot.height / 2}) rotate(-90)"`,
    ),
    ...lines,
  ].join('\n');
}

function timeAxis(times) {
  const toY = scale(Math.log10, times, [plot.height - inset, inset]);
  const decadesPerPixel = Math.log10(times[1] / times[0]) / (plot.height - 2 * inset);
  const margin = 10 ** (inset * decadesPerPixel);
  const ticks = logTicks(times[0] / margin, times[1] * margin);
  return { toY, value: time, ticks, title: 'time per update, µs' };
}

function rateAxis(rows) {
  const high = Math.max(...rows.map(rate));
  const toY = scale(linear, [0, high], [plot.height, inset]);
  return { toY, value: rate, ticks: linearTicks(high), title: 'updates per second, all runs' };
}

const yTick = (tick, y) =>
  `<path d="M0 ${y}H${plot.width}" class="grid"/>` +
  text(-8, y + 4, tick.toLocaleString('en'), 'class="tick end"');

const xTick = (tick, x) =>
  `<path d="M${x} ${plot.height}v5" class="mark"/>` +
  text(x, plot.height + 20, tick.toLocaleString('en'), 'class="tick middle"');

function lineSvg(title, points, all) {
  const { color, dash, marker } = looks[title];
  const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return [
    `<g fill="${color}" stroke="none">`,
    `<path d="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ...points.map(({ x, y }) => marker(x, y)),
    ...points.map((point, i) => fractionSvg(point, slope(points, i), all)),
    '</g>',
  ].join('\n');
}

/** Upwards, per pixel to the right. */
function slope(points, i) {
  const [before, after] = [points[Math.max(0, i - 1)], points[Math.min(points.length - 1, i + 1)]];
  return before === after ? 0 : (before.y - after.y) / (after.x - before.x);
}

/** Above the upper line and below the lower one, moved sideways to where the line is not. */
function fractionSvg({ row, x, y }, slope, all) {
  const isLower = all.some((other) => other.x === x && other.y < y);
  const aside = 13 * Math.max(-1, Math.min(1, slope)) * (isLower ? 1 : -1);
  const label = `${(100 * row.fraction_of_peak).toFixed(0)} %`;
  return text(pixels(x + aside), y + (isLower ? 19 : -10), label, 'class="fraction middle"');
}

/** SVG text. */
export function text(x, y, content, attributes) {
  const escaped = content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${x}" y="${pixels(y)}" ${attributes}>${escaped}</text>`;
}
