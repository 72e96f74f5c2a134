import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, run } from '../../tools/lib/process.mjs';
import { tree } from './fixture.mjs';

test('without a page the size budget says what to run first', async (context) => {
  const folder = tree(context, {});
  cpSync(join(root, 'tools'), join(folder, 'tools'), { recursive: true });
  const options = { capture: true, allowFailure: true };
  const { code, output } = await run(process.execPath, [join(folder, 'tools/size.mjs')], options);
  assert.equal(code, 1);
  assert.equal(output, 'dist/ is empty: run `npm run build` first.\n');
});
