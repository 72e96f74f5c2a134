import { expect, test } from 'vitest';
import { outcome, type Standing } from '../../../../web/src/app/curves/outcome';

const standings = (...reached: (number | null)[]): Standing[] =>
  reached.map((step, i) => ({ id: 'ABCD'[i]!, reached: step }));

test.each([
  [standings(null, null), ''],
  [standings(1500), 'Run A reached −160.0 at step 1,500.'],
  [standings(null, 3000), 'Run B reached −160.0 at step 3,000; run A has not yet.'],
  [
    standings(4000, null, 3000, null),
    'Run C reached −160.0 at step 3,000; runs B, D have not yet.',
  ],
  [standings(4000, 3000), 'All have reached −160.0: A at step 4,000, B at step 3,000.'],
])('%j: %s', (given, sentence) => {
  expect(outcome(given, -160)).toBe(sentence);
});
