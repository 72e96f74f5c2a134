import { expect, test } from 'vitest';
import { packFormula } from '../../../web/src/app/link/packed-formula';
import { formulaExamples } from '../../../web/src/protocol/formula-examples';
import { escapeFormula } from '../../../web/src/protocol/formulas';
import { startHostModule } from '../live';

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
