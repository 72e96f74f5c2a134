import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifierErrors, namesIn } from '../../tools/identifiers.mjs';
import { root } from '../../tools/lib/process.mjs';
import { acp } from './support.mjs';

test('what the catalog has is named in its own files only', () => {
  const names = namesIn(JSON.parse(acp(['catalog']).stdout));
  assert.ok(names.length > 20);
  assert.deepEqual(identifierErrors(root, names), []);
});
