import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { packFormula } from '../../../web/src/app/link/packed-formula';
import { formulaExamples } from '../../../web/src/protocol/formula-examples';
import { escapeFormula } from '../../../web/src/protocol/formulas';
import { startHostModule } from '../live';

const NATIVE = resolve(import.meta.dirname, '../../../build/native/acp');
/** Below what any seed of docs/formula-tasks.md has come to after so many steps. */
const promises = {
  integrator: { steps: 3000, least: -12 },
  drone: { steps: 6000, least: 150 },
  tanks: { steps: 3000, least: -0.65 },
  hunting: { steps: 6000, least: -19 },
  trap: { steps: 2000, least: 0.95 },
} as const;

test.each(Object.entries(formulaExamples))('%s is a task', async (_, { algorithm, text }) => {
  const acp = await startHostModule();
  const escaped = escapeFormula(text);
  const config = `environment=formula&algorithm=${algorithm}&formula.task=${escaped}&seed=1`;
  expect(acp.check(config)).toBe('');
  const run = new acp.Session(config);
  run.train(600, 60_000);
  expect(run.status()).toBe('');
  run.delete();
  expect((await packFormula(escaped)).length).toBeLessThan(1000);
});

test.each([
  ['pendulum', 'pendulum'],
  ['cartPole', 'cart_pole'],
] as const)('%s has the bits of the other', async (id, environment) => {
  const acp = await startHostModule();
  const { algorithm, text } = formulaExamples[id];
  const digestOf = (config: string) => {
    const run = new acp.Session(`${config}&algorithm=${algorithm}&seed=1`);
    run.train(600, 60_000);
    const digest = run.digest();
    run.delete();
    return digest;
  };
  expect(digestOf(`environment=formula&formula.task=${escapeFormula(text)}`)).toBe(
    digestOf(`environment=${environment}`),
  );
});

test.each(Object.entries(promises))('%s is learned', (id, { steps, least }) => {
  const { algorithm, text } = formulaExamples[id as keyof typeof promises];
  const task = `formula.task=${escapeFormula(text)}`;
  const config = ['environment=formula', `algorithm=${algorithm}`, task, 'seed=1'];
  const rows = execFileSync(
    NATIVE,
    ['train', ...config, `steps=${steps}`, `evaluate_every=${steps}`],
    { encoding: 'utf8' },
  );
  const [last] = rows.split('\n').filter((row) => row.includes('"evaluation"'));
  const { mean_return: mean } = JSON.parse(last!) as { mean_return: number };
  expect(mean).toBeGreaterThan(least);
});
