import { expect, test } from 'vitest';
import { figureRows } from '../../../../web/src/app/laboratory/figure-rows';
import { FakeLab } from './fake-lab';

test('the table is handed out with every number and its standard error', async () => {
  const config = 'estimator=reparameterization&samples=2&seed=1';
  const [answer] = await new FakeLab().measure([{ config, repeats: 100, rows: false }]);
  const { result } = answer!;
  const [heads, row] = figureRows([{ id: 'a', result }]);
  const cell = (head: string) => row![heads!.indexOf(head)];
  expect(cell('estimator')).toBe('a');
  expect(cell('mean.log_sigma')).toBe(result.mean[1]);
  expect(cell('samples')).toBe(2);
  for (const name of ['total_variance', 'efficiency', 'seconds_per_estimate']) {
    expect(cell(name)).toBeGreaterThan(0);
    expect(cell(`${name}_standard_error`)).toBeGreaterThan(0);
  }
  expect(heads!.some((head) => String(head).startsWith('covariance'))).toBe(false);
});
