// The table of presets in the README is the catalog's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPresets } from '../../tools/presets.mjs';
import { acp } from './support.mjs';

const catalog = JSON.parse(acp(['catalog']).stdout);
const readme = readFileSync('README.md', 'utf8');

test('the README lists the presets of the catalog', () => {
  assert.ok(withPresets(readme, catalog) === readme, 'run `npm run presets`');
});

test('a preset more in the catalog would show', () => {
  const more = { ...catalog.presets[0], id: 'one-more' };
  const changed = withPresets(readme, { ...catalog, presets: [...catalog.presets, more] });
  assert.ok(changed.includes('`one-more`'));
});

test('every algorithm and every environment has a preset', () => {
  const configs = catalog.presets.map(({ config }) => `&${config}&`);
  for (const { id } of catalog.algorithms) {
    assert.ok(
      configs.some((config) => config.includes(`&algorithm=${id}&`)),
      id,
    );
  }
  // What a task of formulas is, its configuration says: there is none to begin with.
  for (const { id } of catalog.environments.filter((each) => each.id !== 'formula')) {
    assert.ok(
      configs.some((config) => config.includes(`&environment=${id}&`)),
      id,
    );
  }
});
