import { expect, test } from 'vitest';
import { questions } from '../../../../web/src/app/gallery/exhibits';
import { availablePairs } from '../../../../web/src/app/settings/pairs';
import { pairTitles } from '../../../../web/src/app/text/en/pairs';
import { parseCatalog } from '../../../../web/src/protocol/catalog';
import { startModule } from '../../live';

test('every pair has a question, and what its runs are', async () => {
  const catalog = parseCatalog((await startModule()).catalog());
  const shown = questions(catalog, availablePairs(catalog));
  expect(shown.map(({ id }) => id)).toEqual([...Object.keys(pairTitles()), 'half-cheetah']);
  for (const { title, text } of shown) {
    expect(title).toMatch(/\?$/);
    expect(text).not.toBe('');
  }
});
