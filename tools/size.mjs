// `npm run size`: what visits cost in a browser, compressed as by a server, against the budget.
import { join } from 'node:path';
import { withBrowser } from './lib/browser.mjs';
import { filesBelow } from './lib/files.mjs';
import { Failure, program, root } from './lib/process.mjs';
import { complaints, figures, laterFiles, pages } from './lib/size-budget.mjs';
import { compressed } from './lib/size-server.mjs';
import { visit } from './lib/size-visit.mjs';

const dist = join(root, 'dist');
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const row = (bytes, text) => console.log(`${kilobytes(bytes)} KB  ${text}`);

/** The files of a visit, those for its first picture before the others. */
function printVisit(name, { picture, whole }) {
  console.log(`\n${name}`);
  const ordered = [...whole].sort((a, b) => a.at - b.at);
  for (const file of ordered) {
    row(file.bytes, `${picture.includes(file) ? 'picture' : 'later  '}  ${file.path}`);
  }
}

await program(async () => {
  const paths = filesBelow(dist);
  if (paths.length === 0) throw new Failure('dist/ is empty: run `npm run build` first.');
  const files = paths.map((path) => ({ path, bytes: compressed(dist, path).length }));
  const visits = await withBrowser(async (browser) => {
    const open = async ({ name, address }) => [name, await visit(browser, dist, paths, address)];
    return new Map(await Promise.all(pages.map(open)));
  });

  for (const [name, each] of visits) printVisit(name, each);
  console.log('\nwhen asked for');
  for (const { path, bytes, reason } of laterFiles(visits, files)) {
    row(bytes, reason ? `${path}: ${reason}` : path);
  }
  console.log('');
  for (const { name, bytes, most } of figures(visits, files))
    row(bytes, `${name} (at most ${most})`);
  const wrong = complaints(visits, files);
  if (wrong.length > 0) throw new Failure(`Over the budget:\n${wrong.join('\n')}`);
});
