import { beforeAll, expect, test } from 'vitest';
import { parseSymbol } from '../../../../web/src/app/kit/symbol';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { startModule } from '../../live';
import { shape } from './shape';

let catalog: Catalog;
beforeAll(async () => {
  catalog = parseCatalog((await startModule()).catalog());
});

test.each([
  ['\\tau', 'τ'],
  ['K', 'K'],
  ['b(s)', 'b ( s )'],
  ['\\eta_Q', 'η_(Q)'],
  ['\\eta_\\pi', 'η_(π)'],
  ['\\bar H/d', '¯(H) / d'],
  ['\\bar{\\mathcal{H}}', '¯(H)'],
  ['\\alpha_{0}^2', 'α_(0)^(2)'],
  ['\\log \\sigma_{\\max}', 'log σ_(max)'],
  ['', ''],
])('%s', (latex, expected) => {
  expect(shape(parseSymbol(latex))).toBe(expected);
});

test.each(['_', '^^', '{', '}', '\\', '\\bar', 'a_', '{'.repeat(200)])(
  'survives what is not LaTeX: %s',
  (latex) => {
    expect(() => parseSymbol(latex)).not.toThrow();
  },
);

test('reads every symbol of the catalog to its end', () => {
  const parameters = [
    ...catalog.run.parameters,
    ...catalog.environments.flatMap((environment) => environment.parameters),
    ...catalog.algorithms.flatMap((algorithm) => algorithm.parameters),
  ];
  for (const { symbol, key } of parameters) {
    expect(shape(parseSymbol(symbol)), key).not.toMatch(/[\\{}]/);
  }
});
