import assert from 'node:assert/strict';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withBrowser } from '../../tools/lib/browser.mjs';
import { filesBelow } from '../../tools/lib/files.mjs';
import { root, run } from '../../tools/lib/process.mjs';
import { findBrowser } from '../../tools/lib/requirements.mjs';
import { complaints, laterFiles, pages, reasons } from '../../tools/lib/size-budget.mjs';
import { visit } from '../../tools/lib/size-visit.mjs';
import { tree } from './fixture.mjs';

/** `npm run size` for a `dist/` of these files. */
async function sizeOf(context, files, env = {}) {
  const folder = tree(context, files);
  cpSync(join(root, 'tools'), join(folder, 'tools'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const options = { capture: true, allowFailure: true, env };
  return run(process.execPath, [join(folder, 'tools/size.mjs')], options);
}

test('without a page the size budget says what to run first', async (context) => {
  const { code, output } = await sizeOf(context, {});
  assert.equal(code, 1);
  assert.equal(output, 'dist/ is empty: run `npm run build` first.\n');
});

test('without a browser nothing is inside the budget', async (context) => {
  const files = { 'dist/index.html': '<!doctype html>' };
  const { code, output } = await sizeOf(context, files, { CHROMIUM: '', PATH: '' });
  assert.equal(code, 1);
  assert.match(output, /There is no Chromium/);
});

const sent = (path, kilobytes, as = 'script') => ({ path, bytes: 1000 * kilobytes, as, at: 0 });
const core = [
  sent('assets/acp-01234567.wasm', 100),
  sent('assets/worker-01234567.js', 9, 'worker'),
];
const element = { path: 'actor-critic-playground.js', bytes: 1000 };
const lesson = sent('assets/lesson.baselines.en-01234567.js', 21);
const ofLesson = [sent('assets/lesson-page-01234567.js', 9), lesson];
const large = Object.keys(reasons).map((path) => ({
  path: path.replace(/^(assets\/\w[\w-]*)/, '$1-0123_-67'),
  bytes: 150_000,
}));

/** Visits that transfer the core, and these files of which the first is for the picture. */
function visitsWith(...[early, ...late]) {
  const picture = [...core, ...(early ? [early] : [])];
  const visits = new Map(
    pages.map(({ name }) => [name, { picture, whole: [...picture, ...late] }]),
  );
  visits.get('lesson').whole.push(...ofLesson);
  return visits;
}

/** Visits of which that of a lesson asks for so much more. */
function withEngine(kilobytes) {
  const visits = visitsWith();
  visits.get('lesson').whole.push(sent('assets/ring-01234567.js', kilobytes));
  return visits;
}

test('a visit inside the budget is no matter, and a reason is told with its file', () => {
  assert.deepEqual(complaints(visitsWith(), [...large, element, lesson]), []);
  assert.deepEqual(
    laterFiles(visitsWith(), large).map(({ reason }) => reason),
    Object.values(reasons),
  );
});

const outside = [
  ['the first picture', visitsWith(sent('page.js', 100)), [], /playground, first picture: over/],
  ['a first load', visitsWith(sent('a.js', 1), sent('b.js', 200)), [], /until idle: over/],
  ['the core', visitsWith(sent('more.wasm', 51)), [], /WebAssembly: over/],
  ['the worker', visitsWith(sent('more.js', 12, 'worker')), [], /worker and glue: over/],
  ['a large part', visitsWith(), [{ path: 'assets/x-01234567.js', bytes: 26_000 }], /no reason/],
  ['the lesson engine', withEngine(21), [], /lesson engine: over/],
  ['a lesson', visitsWith(), [{ ...lesson, bytes: 26_000 }], /largest lesson: over/],
  ['an early copy', visitsWith(undefined, sent('sw.js', 1)), [], /before the visitor has stayed/],
];
for (const [name, visits, files, words] of outside) {
  test(`${name} outside the budget is told of`, () => {
    const all = complaints(visits, [...large, element, lesson, ...files]);
    assert.match(all.join('\n'), words);
  });
}

test('a part that is gone, and a reason without its file, are told of', () => {
  assert.deepEqual(complaints(visitsWith(), []), [
    'largest lesson: there is nothing of it',
    'actor-critic-playground.js: there is nothing of it',
    ...Object.keys(reasons).map((name) => `${name}: has a reason to be large, and is not`),
  ]);
});

const page = (script) => `<!doctype html><canvas></canvas><script type="module">${script}</script>`;
const draw = "document.querySelector('canvas').getContext('2d')";

test('a visit counts what comes before the picture apart', async (context) => {
  if (findBrowser() === undefined) return context.skip('there is no Chromium');
  const folder = tree(context, {
    'index.html': `<link rel="icon" href="favicon.svg" />${page(`
      import './early.js'; await fetch('favicon.svg'); ${draw}.fill(); import('./late.js');`)}`,
    'early.js': `${draw}.fillRect(0, 0, 9, 9);`,
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
    'late.js': '',
    'other.js': '',
  });
  const { picture, whole } = await withBrowser((browser) =>
    visit(browser, folder, filesBelow(folder), ''),
  );
  const pathsOf = (files) => [...new Set(files.map(({ path }) => path))].sort();
  assert.deepEqual(pathsOf(picture), ['early.js', 'index.html']);
  assert.deepEqual(pathsOf(whole), ['early.js', 'favicon.svg', 'index.html', 'late.js']);
  assert.ok(whole.every(({ bytes }) => bytes > 0));
});

test('a page without a picture fails', async (context) => {
  if (findBrowser() === undefined) return context.skip('there is no Chromium');
  const folder = tree(context, { 'index.html': page(`${draw}.fillRect(0, 0, 9, 9);`) });
  const never = withBrowser((browser) => visit(browser, folder, ['index.html'], '', 500));
  await assert.rejects(never, /never got its picture/);
});
