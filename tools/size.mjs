// `npm run size`: what a visitor downloads, compressed as a server would, against the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure, program, root } from './lib/process.mjs';
import { filesBelow } from './lib/files.mjs';

const dist = join(root, 'dist');
const isInMarkup = (path) => readFileSync(join(dist, 'index.html'), 'utf8').includes(path);

const figures = 'figure-(panel|picture)|(gradient|learning)-figure|data-table|lines|axes|numbers';
const marked = 'estimator-mark|unsafe-html';
const saved = 'run-files|load-run|kept-runs|keeping|files|download';
const seen = 'story-text|policy-views|run-diagnostics|link-notes|gradient-curves|variance-ratio';
const acted = 'gallery-dialog|settings-panel|slider|open-link|complaints|gridworld-map|unsupported';
const onDemand = new RegExp(`(^|/)(${figures}|${marked}|${saved}|${seen}|${acted})-[^/]*\\.js$`);

/**
 * In the order of matching. `budget` is in KB of gzip. What is neither for the first picture nor
 * for the first load comes later, or is for other pages than this one.
 */
const parts = [
  { name: 'legal texts', holds: (path) => /^(LICENSE|NOTICES)$/.test(path) },
  { name: 'fonts and images', holds: (path) => /\.(woff2?|ttf|png|webp|ico)$/.test(path) },
  { name: 'the gradient lab', holds: (path) => /(^|\/)(acp_)?lab[^/]*$/.test(path) },
  {
    name: 'when asked for',
    holds: (path) => onDemand.test(path),
  },
  {
    name: 'custom element',
    holds: (path) => path === 'actor-critic-playground.js',
    budget: 5,
  },
  {
    name: 'in a frame',
    holds: (path) => /^embed\.html$|(^|\/)(embed|options)-[^/]*\.js$/.test(path),
  },
  { name: 'for visits without a network', holds: (path) => path === 'sw.js' },
  {
    name: 'the embed builder',
    holds: (path) => /^builder\.html$|(^|\/)builder-[^/]*\.js$/.test(path),
  },
  { name: 'WebAssembly', holds: (path) => path.endsWith('.wasm'), budget: 150, when: 'picture' },
  {
    name: 'worker and glue',
    holds: (path) => /worker-[^/]*\.js$/.test(path),
    budget: 20,
    when: 'picture',
  },
  {
    name: 'below the fold',
    holds: (path) => path.endsWith('.js') && !isInMarkup(path),
    when: 'load',
  },
  { name: 'interface', holds: () => true, when: 'picture' },
];
/** What a visit costs until its first picture, and until all of the first screen is there. */
const visits = [
  { name: 'first picture', holds: ({ when }) => when === 'picture', budget: 212 },
  { name: 'first load', holds: ({ when }) => when !== undefined, budget: 250 },
];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const row = (bytes, name, budget) =>
  console.log(`${kilobytes(bytes)} KB  ${name}${budget ? ` (at most ${budget})` : ''}`);

await program(() => {
  const files = filesBelow(dist).map((path) => ({
    path,
    bytes: gzipSync(readFileSync(join(dist, path))).length,
    part: parts.find(({ holds }) => holds(path)),
  }));
  if (files.length === 0) throw new Failure('dist/ is empty: run `npm run build` first.');

  const over = [];
  const bytesOf = (chosen) =>
    files.filter(({ part }) => chosen(part)).reduce((sum, { bytes }) => sum + bytes, 0);
  for (const part of parts) {
    const own = files.filter((file) => file.part === part);
    const bytes = bytesOf((each) => each === part);
    for (const file of own) row(file.bytes, `  ${file.path}`);
    row(bytes, part.name, part.budget);
    const isNeeded = part.budget !== undefined || part.when !== undefined;
    if (isNeeded && own.length === 0) throw new Failure(`dist/ has nothing of: ${part.name}`);
    if (bytes > (part.budget ?? Infinity) * 1000) over.push(part.name);
  }
  for (const { name, holds, budget } of visits) {
    const bytes = bytesOf(holds);
    row(bytes, name, budget);
    if (bytes > budget * 1000) over.push(name);
  }
  if (over.length > 0) throw new Failure(`Over the budget: ${over.join(', ')}`);
});
