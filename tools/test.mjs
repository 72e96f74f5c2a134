// `npm test`: every stage; `npm test -- NAME...` only those named.
import { ensure, ensureNodeModules } from './lib/install.mjs';
import { Failure, program } from './lib/process.mjs';
import { forPage } from './lib/requirements.mjs';
import { sum } from './lib/results.mjs';
import { select } from './lib/select.mjs';
import { stages } from './lib/stages.mjs';

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

function report(result, seconds) {
  // Figures that a test has measured are shown also when it passes.
  const measured = result.output.split('\n').filter((line) => line.startsWith('measured: '));
  if (result.failed > 0) console.log(result.output);
  else for (const line of measured) console.log(`  ${line}`);
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  const note = result.note === undefined ? '' : ` (${result.note})`;
  const counts = `${result.passed} passed, ${result.failed} failed${skipped}${note}`;
  console.log(`  ${counts} in ${seconds.toFixed(1)} s`);
}

/** Brings the machine to where the stages can run. */
async function setUp(chosen) {
  await ensure([...new Set([...forPage, ...chosen.flatMap((stage) => stage.needs)])]);
  const optional = chosen.flatMap(({ wants = [], likes = [] }) => [...wants, ...likes]);
  for (const each of new Set(optional)) {
    await ensure([each]).catch((error) => console.log(error.message));
  }
  await ensureNodeModules();
}

async function runStages(chosen) {
  const results = [];
  for (const stage of chosen) {
    console.log(`${stage.name}: ${stage.heading}`);
    const start = performance.now();
    const result = await runStage(stage);
    report(result, (performance.now() - start) / 1000);
    results.push(result);
  }
  return sum(results);
}

await program(async () => {
  const chosen = select(stages, process.argv.slice(2), 'stage');
  let total = { passed: 0, failed: 1 };
  try {
    await setUp(chosen);
    total = await runStages(chosen);
  } finally {
    process.exitCode = total.failed > 0 ? 1 : 0;
    process.on('exit', () => console.log(`${total.passed} passed, ${total.failed} failed`));
  }
});
