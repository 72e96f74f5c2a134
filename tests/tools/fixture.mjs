// A tree of files in a temporary folder.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * @param {import('node:test').TestContext} context removes the tree when its test ends
 * @param {Record<string, string>} files content by path
 * @returns {string} the folder
 */
export function tree(context, files) {
  const folder = mkdtempSync(join(tmpdir(), 'acp-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
