import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe';
import {
  complaints,
  figure,
  openSettings,
  pressPlay,
  repository,
  runTo,
  useStage,
} from './browser';
import { html, script, useHost } from './host';
import { servePage, type Server } from './server';

const stage = useStage();
const foreign = useHost();

/** The task of the document, which is what the site has beside the page. */
const document = readFileSync(resolve(repository, 'docs/adding-things.md'), 'utf8');
const [, glider = ''] = /```js\n(export default [^`]*)```/.exec(document) ?? [];
const modules: Readonly<Record<string, string>> = {
  '/glider.js': glider,
  '/course/late.js': glider
    .replace("id: 'glider'", "id: 'late'")
    .replace(
      'glider.v += 0.1 * force;',
      'if ((glider.n = (glider.n ?? 0) + 1) > 1100) throw Error("tired");',
    ),
  '/broken.js': glider.replace('observe: ({ x, v }) => [x, v]', 'observe: ({ x }) => [x]'),
  '/nothing.js': 'export const task = {};',
};
const course = html(`<script src="../actor-critic-playground.js"></script>
  <actor-critic-playground task="late.js"></actor-critic-playground>`);

const beside: Plugin = {
  name: 'beside',
  configurePreviewServer(preview) {
    preview.middlewares.use((request, response, next) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname;
      const code = modules[path];
      if (path === '/away.js') {
        response.writeHead(302, { Location: `${foreign.url}foreign.js` }).end();
      } else if (path === '/plain.js') {
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end(glider);
      } else if (path === '/course/') {
        response.writeHead(200, { 'Content-Type': course.type }).end(course.body);
      } else if (path === '/none.js') {
        response.writeHead(404).end();
      } else if (code === undefined) {
        next();
      } else {
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(code);
      }
    });
  },
};

let site: Server;
const asked: string[] = [];
beforeAll(async () => {
  site = await servePage('./', [beside]);
  foreign.serve((path) => {
    asked.push(path);
    return script(glider);
  });
});
afterAll(() => site.close());

async function open(hash: string) {
  const page = await stage.visit(site.url + hash);
  await page.locator('run-card [data-phase="ready"]').first().waitFor();
  await page.locator('learning-curves section').waitFor();
  return page;
}

test('a link that names a module opens its task, which learns', async () => {
  const page = await open('#task=./glider.js');
  await page.locator('run-card header', { hasText: 'Glider' }).waitFor();
  const hash = () => new URL(page.url()).hash;
  await expect
    .poll(hash)
    .toMatch(/^#v=2&task=\.\/glider\.js&environment=glider&algorithm=\w+&seed=1/);
  await pressPlay(page);
  await expect.poll(() => figure(page, 'A', 'steps')).toBeGreaterThan(4000);
  await expect.poll(() => figure(page, 'A', 'evaluation')).toBeGreaterThan(-20);
  await page.getByRole('button', { name: 'Pause' }).click();
  await openSettings(page);
  await expect.poll(() => page.locator('#environment').inputValue()).toBe('glider');
  const dqn = page.locator('#algorithm optgroup', { has: page.locator('[value="dqn"]') });
  await expect.poll(() => dqn.getAttribute('label')).toMatch(/^Do not/);
  expect(await violations(page)).toEqual([]);
  expect(complaints.get(page)).toEqual([]);
});

const TWO = '#v=2&runs=2&task=./glider.js&environment=glider&algorithm=sac&seed=1';

test('it has further seeds, and its runs come to the same bits', async () => {
  const page = await open(`${TWO}&seeds=2`);
  const digests = await runTo(page, 600);
  expect(new Set(digests).size).toBe(1);
  const caption = page.locator('band-curves .caption', { hasText: 'n = 2' });
  await caption.first().waitFor({ state: 'attached' });
  expect(complaints.get(page)).toEqual([]);
});

test('a frame has it by an attribute, seen from the page around it', async () => {
  const page = await stage.visit(`${site.url}course/`);
  const frame = page.frameLocator('iframe');
  await frame.locator('run-card header', { hasText: 'Glider' }).waitFor();
  await frame.getByRole('button', { name: 'Play' }).click();
  // What breaks while it trains stops its run, which says where.
  await frame.locator('run-card').getByText('step of late: tired').waitFor();
});

test.each([
  ['./broken.js', 'observe: 1 numbers instead of 2'],
  ['./nothing.js', 'no default export'],
  ['./none.js', 'nothing is there (404)'],
  ['./plain.js', 'served as text/plain'],
  ['./away.js', 'the server sends elsewhere'],
  ['FOREIGN', 'only this site, http://127.0.0.1'],
  ['data:text/javascript,export default {}', 'only this site'],
])('what is no task is named, and the other runs are there: %s', async (address, reason) => {
  const text = address.replace('FOREIGN', `${foreign.url}g.js`);
  const page = await open(
    `#v=2&runs=2&pair=score-function&seed=3&task=${encodeURIComponent(text)}`,
  );
  const named = page.getByText(`task=${text.slice(0, 20)}`);
  await named.filter({ hasText: reason }).first().waitFor();
  await page.locator('run-card [data-phase="ready"]').nth(1).waitFor();
  expect(asked).toEqual([]);
});
