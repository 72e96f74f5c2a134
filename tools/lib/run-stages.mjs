// Runs stages one after the other, and says of each what came out and how long it took.
import { timeSpentBuilding } from './cmake.mjs';
import { Failure } from './process.mjs';
import { sum } from './results.mjs';

/** Runs one stage. One that cannot run counts as one failed test. */
async function runStage(stage) {
  const missing = (stage.wants ?? []).filter((each) => !each.present()).map((each) => each.name);
  if (missing.length > 0 && process.env.CI !== 'true') {
    return { passed: 0, failed: 0, skipped: 1, output: '', note: `no ${missing.join(', ')}` };
  }
  try {
    return await stage.run();
  } catch (error) {
    const output = error instanceof Failure ? error.message : error.stack;
    return { passed: 0, failed: 1, skipped: 0, output };
  }
}

/** The stage's own reason, or those that its tests have printed, or how many there are. */
function whySkipped({ note, output, skipped }) {
  const said = [...output.matchAll(/^skipped: (.*)$/gm)].map(([, reason]) => reason);
  return note ?? (said.join('; ') || `${skipped} tests`);
}

function report(result, seconds, building) {
  // Figures that a test has measured are shown also when it passes.
  const measured = result.output.split('\n').filter((line) => line.startsWith('measured: '));
  if (result.failed > 0) console.log(result.output);
  else for (const line of measured) console.log(`  ${line}`);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  const note = result.note === undefined ? '' : ` (${result.note})`;
  const counts = `${result.passed} passed, ${result.failed} failed${skipped}${note}`;
  const built = building >= 1 ? `, ${building.toFixed(1)} s of them to build` : '';
  console.log(`  ${counts} in ${seconds.toFixed(1)} s${built}`);
}

/**
 * @param {import('./stages.mjs').Stage[]} stages
 * @returns {Promise<import('./results.mjs').Counts>}
 */
export async function runStages(stages) {
  const results = [];
  const times = [];
  const skips = [];
  for (const stage of stages) {
    console.log(stage.heading ? `${stage.name}: ${stage.heading}` : stage.name);
    const start = performance.now();
    const before = timeSpentBuilding();
    const result = await runStage(stage);
    const seconds = (performance.now() - start) / 1000;
    report(result, seconds, (timeSpentBuilding() - before) / 1000);
    results.push(result);
    if (result.skipped > 0) skips.push(`${stage.name} (${whySkipped(result)})`);
    times.push({ name: stage.name, seconds });
  }
  const slowest = times.sort((a, b) => b.seconds - a.seconds).slice(0, 3);
  const texts = slowest.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`);
  console.log(`slowest: ${texts.join(', ')}`);
  if (skips.length > 0) console.log(`skipped: ${skips.join(', ')}`);
  return sum(results);
}
