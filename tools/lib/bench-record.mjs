// What is kept of a benchmark: one file per kind of machine, of figures that a busy machine changes
// little.

const digits = (x) => Number(x.toPrecision(3));

/**
 * @param {string} cpuinfo what Linux says of the processor; "" elsewhere
 * @param {string} arch as `process.arch`
 * @param {string} platform as `process.platform`
 * @returns {string} for a file name: architecture, vendor, family and model, or else the platform
 */
export function machineKind(cpuinfo, arch, platform) {
  const field = (name) => new RegExp(`^${name}\\s*:\\s*(\\S.*)$`, 'm').exec(cpuinfo)?.[1];
  const [vendor, ...numbers] = ['vendor_id', 'cpu family', 'model'].map(field);
  const known = vendor !== undefined && !numbers.includes(undefined);
  const parts = known ? [vendor.replace(/^(Genuine|Authentic)/, ''), ...numbers] : [platform];
  return slug([arch, ...parts].join('-'));
}

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/**
 * @param {(import('./bench-programs.mjs').Row & {title: string})[]} rows `title` is the build's
 * @param {import('./bench-previous.mjs').Comparison} previous
 * @param {import('./bench-page.mjs').PageFigures | undefined} page undefined without a browser
 * @param {string} version of the project
 */
export function record(rows, previous, page, version) {
  const builds = {};
  for (const row of rows) {
    const series = ((builds[row.title] ??= {})[row.series] ??= {});
    series[row.name] = entry(row, previous);
  }
  return { version, compared_with: previous.commit, builds, ...(page && { page: rounded(page) }) };
}

function entry(row, previous) {
  if (row.series === 'rate') return { per_second: digits(row.per_second) };
  const fraction = { fraction_of_peak: digits(row.fraction_of_peak) };
  if (row.series !== 'size') return fraction;
  const ratio = ratioOf(row, previous);
  return { ...fraction, ratio_to_previous: ratio === null ? null : digits(ratio) };
}

const rounded = (groups) => mapped(groups, (group) => mapped(group, digits));
const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** The ratio of a row to the previous commit, or null. */
export function ratioOf({ title, series, name }, { ratios }) {
  return (series === 'size' && ratios[title]?.[name]) || null;
}

/** A record as JSON, with one line per row. */
export function recordText(record) {
  const text = JSON.stringify(record, null, 2);
  return `${text.replace(/\{\n[^{}]*\}/g, (row) => row.replace(/\s+/g, ' '))}\n`;
}
