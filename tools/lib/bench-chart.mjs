// docs/benchmark.svg: how the time of an update grows, in small multiples.
import { colors, looks, panelSvg, plot, style, text } from './bench-panel.mjs';

/** The panels, in the order of reading, by series. */
export const panels = {
  width: { title: 'Wider networks', xTitle: 'hidden units per layer' },
  batch: { title: 'Larger batches', xTitle: 'batch size, transitions' },
  actions: { title: 'More action dimensions, on a bandit', xTitle: 'action dimensions' },
  runs: { title: 'More runs at once', xTitle: 'runs at once, one process each', isRate: true },
};

const margin = { left: 96, top: 108, bottom: 118 };
const step = { x: plot.width + 112, y: plot.height + 96 };
const width = margin.left + step.x + plot.width + 30;
const height = margin.top + step.y + plot.height + margin.bottom;

/**
 * @param {import('./bench-panel.mjs').Row[]} rows those of other series are left out
 * @param {string} kind of machine
 * @returns {string} an SVG document
 */
export function chartSvg(rows, kind) {
  const drawn = Object.keys(panels).filter((series) => rows.some((row) => row.series === series));
  const of = (series) => rows.filter((row) => row.series === series);
  const timed = rows.filter(({ series }) => panels[series] && !panels[series].isRate);
  const times = timed.map((row) => 1e6 / row.updates_per_second);
  const domain = [Math.min(...times), Math.max(...times)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>How fast SAC updates are, natively and as WebAssembly</title>',
    `<style>${style}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"`,
    `  fill="${colors.ground}" stroke="${colors.line}"/>`,
    text(28, 44, 'Time of one SAC update, and the fraction of peak', 'class="heading"'),
    legend(),
    ...drawn.map((series, i) => {
      const corner = [margin.left + (i % 2) * step.x, margin.top + Math.floor(i / 2) * step.y];
      const content = panelSvg(panels[series], of(series), domain);
      return `<g transform="translate(${corner.join(' ')})">\n${content}\n</g>`;
    }),
    ...caption(kind).map((line, i) => text(28, height - 46 + 20 * i, line, 'class="caption"')),
    '</svg>\n',
  ].join('\n');
}

function legend() {
  const keys = Object.entries(looks).map(([title, { color, dash, marker }], i) => {
    const x = width - 226 + i * 104;
    return (
      `<g fill="${color}"><path d="M${x} 39h40" stroke="${color}" stroke-width="2" ` +
      `stroke-dasharray="${dash}"/>${marker(x + 20, 39)}</g>${text(x + 48, 44, title, '')}`
    );
  });
  return keys.join('\n');
}

const caption = (kind) => [
  'SAC on Pendulum; for the action dimensions, on a bandit with that many. Medians; a run uses ' +
    `one core; processor ${kind}.`,
  'Percentages: multiplications and additions of the dense layers, as a fraction of the most ' +
    'that the same build can do on that core.',
];
