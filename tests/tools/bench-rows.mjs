// Rows as two builds of a benchmark program might print them.
const update = (series, x, name, microseconds, fraction) => ({
  name,
  series,
  x,
  updates_per_second: 1e6 / microseconds,
  flop_per_update: 1e6,
  gflops: 1 / microseconds,
  peak_gflops: 1 / microseconds / fraction,
  fraction_of_peak: fraction,
});

const sizes = [
  [32, 64, 190, 0.41],
  [64, 100, 680, 0.65],
  [256, 256, 19_000, 0.83],
];

/** A row of each of the sizes, widths, batches, numbers of actions and rates. */
function program(slower, less) {
  const row = (series, x, name, time, fraction) =>
    update(series, x, name, time * slower, fraction - less);
  const growing = (series, counts, time, fraction) =>
    counts.map((x, i) => row(series, x, `${series} ${x}`, time(x), fraction(i)));
  return [
    ...sizes.map(([u, b, time, fraction]) =>
      row('size', 0, `sac ${u}-${u} batch ${b}`, time, fraction),
    ),
    ...growing(
      'width',
      [16, 32, 64, 128, 256, 512],
      (x) => 60 + 7 * x + 0.11 * x * x,
      (i) => 0.3 + 0.1 * i,
    ),
    ...growing(
      'batch',
      [16, 32, 64, 128, 256, 512, 1024],
      (x) => 60 + 6 * x,
      (i) => 0.42 + 0.05 * i,
    ),
    ...growing(
      'actions',
      [1, 2, 4, 8, 16, 32],
      (x) => 650 + 6 * x,
      (i) => 0.67 - 0.01 * i,
    ),
    { name: 'environment steps, pendulum', series: 'rate', per_second: 5.1e6 / slower },
    { name: 'policy inference 64-64', series: 'rate', per_second: 4.2e5 / slower },
  ];
}

export const programs = { native: program(1, 0), WASM: program(1.7, 0.05) };
