import { expect, test } from 'vitest';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import {
  escapeFormula,
  isAboutFormula,
  LONGEST_FORMULA,
  unescapeFormula,
} from '../../../web/src/protocol/formulas';
import { FORMULA_TEXT } from '../../../web/src/protocol/further';
import { startHostModule } from '../live';

test('texts are escaped as the core does', async () => {
  const acp = await startHostModule();
  const { environments } = parseCatalog(acp.catalog());
  const { parameters } = environments.find(({ id }) => id === 'formula')!;
  const text = parameters.find(({ key }) => key === FORMULA_TEXT)!;
  expect(text).toMatchObject({ type: 'text', max_length: LONGEST_FORMULA });
  const plain = unescapeFormula(String(text.default));
  expect(plain).toContain('state: theta = uniform(-pi, pi)');
  expect(escapeFormula(plain)).toBe(text.default);
  expect(escapeFormula('a%b=\tü')).toBe('a%25b%3D%09%C3%BC');
});

test('what is not escaped is read as it stands', () => {
  expect(unescapeFormula('50% more')).toBe('50% more');
});

test('a configuration or a link is about formulas by its environment', () => {
  expect(isAboutFormula('seed=1&environment=formula')).toBe(true);
  expect(isAboutFormula('#v=2&b.environment=formula&b.formula.task=x')).toBe(true);
  expect(isAboutFormula('environment=pendulum')).toBe(false);
});
