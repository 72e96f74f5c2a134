// `npm test`: every stage; `npm test -- NAME...` only those named.
import { ensure, ensureIfPossible, ensureNodeModules } from './lib/install.mjs';
import { program } from './lib/process.mjs';
import { forCache, forPage } from './lib/requirements.mjs';
import { runStages } from './lib/run-stages.mjs';
import { select } from './lib/select.mjs';
import { stages } from './lib/stages.mjs';

/** Brings the machine to where the stages can run. */
async function setUp(chosen) {
  await ensure([...new Set([...forPage, ...chosen.flatMap((stage) => stage.needs)])]);
  const optional = chosen.flatMap(({ wants = [], likes = [] }) => [...wants, ...likes]);
  const cache = process.env.CI === 'true' ? [] : forCache;
  await ensureIfPossible(new Set([...cache, ...optional]));
  await ensureNodeModules();
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
