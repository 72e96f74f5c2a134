// `node tools/bench-page.mjs`: how soon the page is there, and what it costs while runs train.
import { measurePage } from './lib/bench-page.mjs';
import { program } from './lib/process.mjs';

const milliseconds = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const perSecond = (value) => `${value.toFixed(0)}/s`;

const rows = ({ startup, together, frame_ms }) => [
  ['page, from the first byte', 'measured', 'target'],
  ['every module started', milliseconds(startup.module_ready_ms), '<= 300 ms'],
  ['every environment drawn', milliseconds(startup.first_frame_ms), '<= 300 ms'],
  ['two runs at full speed: updates', perSecond(together.page), ''],
  ['the same without the page', perSecond(together.bare), ''],
  ['ratio', together.ratio.toFixed(2), '>= 0.90'],
  ['a frame in the worker, mean', milliseconds(frame_ms.mean), '<= 1 ms'],
  ['a frame in the worker, 95 %', milliseconds(frame_ms.p95), '<= 1 ms'],
];

await program(async () => {
  for (const [name, measured, target] of rows(await measurePage())) {
    console.log(name.padEnd(34) + measured.padStart(12) + target.padStart(12));
  }
});
