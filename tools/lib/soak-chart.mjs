// build/soak.svg: the page's memory and its longest frame, over the time it has trained.
import { colors, plot, style, text } from './bench-panel.mjs';
import { linear, linearTicks, scale } from './bench-scale.mjs';

const panels = [
  { title: 'Heap after collection, MB', value: ({ heap }) => heap / 1e6, color: '#0b66a8' },
  { title: 'Longest frame of each minute, ms', value: ({ longest }) => longest, color: '#b84a00' },
];
const margin = { left: 72, top: 92, bottom: 64 };
const step = plot.width + 84;
const width = margin.left + step + plot.width + 30;
const height = margin.top + plot.height + margin.bottom;
const pixels = (value) => Number(value.toFixed(1));

/**
 * @param {import('./soak-page.mjs').Sample[]} samples at least one
 * @returns {string} an SVG document
 */
export function soakSvg(samples) {
  const last = samples.at(-1);
  const steps = last.steps.map((count) => count.toLocaleString('en')).join(' and ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>What a page that trains for a long time keeps and takes</title>',
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${colors.ground}"/>`,
    text(28, 44, `Two runs, ${steps} environment steps`, 'class="heading"'),
    ...panels.map((panel, i) => {
      const corner = `${margin.left + i * step} ${margin.top}`;
      return `<g transform="translate(${corner})">\n${panelSvg(panel, samples)}\n</g>`;
    }),
    '</svg>\n',
  ].join('\n');
}

function panelSvg({ title, value, color }, samples) {
  const high = Math.max(1, ...samples.map(value));
  const last = samples.at(-1).minutes;
  const toX = scale(linear, [0, last], [0, plot.width]);
  const toY = scale(linear, [0, high], [plot.height, 12]);
  const points = samples.map((each) => `${pixels(toX(each.minutes))} ${pixels(toY(value(each)))}`);
  return [
    text(0, -14, title, 'class="title"'),
    ...linearTicks(high).map((tick) => {
      const y = pixels(toY(tick));
      const label = text(-8, y + 4, tick.toLocaleString('en'), 'class="tick end"');
      return `<path d="M0 ${y}H${plot.width}" class="grid"/>${label}`;
    }),
    ...linearTicks(last).map((tick) => {
      const x = pixels(toX(tick));
      const label = text(x, plot.height + 20, String(tick), 'class="tick middle"');
      return `<path d="M${x} ${plot.height}v5" class="mark"/>${label}`;
    }),
    `<rect width="${plot.width}" height="${plot.height}" class="frame"/>`,
    text(plot.width / 2, plot.height + 42, 'minutes of training', 'class="axis middle"'),
    `<path d="M${points.join('L')}" fill="none" stroke="${color}" stroke-width="2"/>`,
  ].join('\n');
}
