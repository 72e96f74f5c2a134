// `npm run soak -- [minutes]`: the page trains its fastest presets, for an hour unless told
// otherwise; a line each minute, and build/soak.svg. Fails if memory grows or the page complains.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensure } from './lib/install.mjs';
import { Failure, program, root } from './lib/process.mjs';
import { forBrowser, forPage } from './lib/requirements.mjs';
import { soakSvg } from './lib/soak-chart.mjs';
import { grows, soak } from './lib/soak-page.mjs';

function minutesOf([text = '60', ...others]) {
  const minutes = Number(text);
  if (others.length === 0 && Number.isInteger(minutes) && minutes >= 1) return minutes;
  throw new Failure('npm run soak -- MINUTES, a whole number from 1');
}

function tell({ minutes, steps, heap, longest }) {
  const counts = steps.map((count) => count.toLocaleString('en')).join(' and ');
  const figures = `heap ${(heap / 1e6).toFixed(1)} MB, longest frame ${longest.toFixed(0)} ms`;
  console.log(`${minutes} min: ${counts} steps, ${figures}`);
}

await program(async () => {
  const minutes = minutesOf(parseArgs({ allowPositionals: true }).positionals);
  await ensure([...forPage, ...forBrowser]);
  const { samples, complaints } = await soak(minutes, tell);
  if (complaints.length > 0) throw new Failure(complaints.join('\n'));
  writeFileSync(join(root, 'build/soak.svg'), soakSvg(samples));
  console.log('build/soak.svg is the graph');
  if (grows(samples)) throw new Failure('the heap has grown');
});
