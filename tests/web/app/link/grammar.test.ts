import { expect, test } from 'vitest';
import { partsOf } from '../../../../web/src/app/link/grammar';

test.each([
  ['3', ['1', '2'], 'v=3: only versions 1 and 2 are known; the rest is ignored too'],
  ['2', ['1'], 'v=2: only version 1 is known; the rest is ignored too'],
  [
    '9'.repeat(300),
    ['1'],
    `v=${'9'.repeat(38)}…: only version 1 is known; the rest is ignored too`,
  ],
])('the version %s of a link is named once, beside those known', (version, versions, note) => {
  const { notes } = partsOf(`#v=${version}&seed=7`, { versions, entries: {} });
  expect(notes.list()).toEqual([note]);
});
