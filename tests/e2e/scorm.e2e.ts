// Packages of SCORM 1.2, as the builder makes them, in a run-time of platforms. The server is as
// odd as some are: it looks files up by their names alone, and sends WebAssembly as text.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { complaints, contentOf, repository, setStopAt, useStage } from './browser';
import { type Answer, html, script, useHost } from './host';

const EXPERIMENT = 'v=2&pair=score-function&seed=3';
const RUN_TIME = resolve(repository, 'node_modules/scorm-again/dist/scorm12.min.js');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  xml: 'application/xml',
};

const stage = useStage();
const host = useHost();
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The files of a package, by their names alone. */
let course: ReadonlyMap<string, Uint8Array>;
let manifest = '';

async function packageOf(page: Page): Promise<Record<string, Uint8Array>> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save package' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('actor-critic-scorm.zip');
  return unzipSync(await contentOf(file));
}

/** The values that a run-time has, by their names. */
type Values = Record<string, string>;

interface RunTime {
  API: { getFlattenedCMI(): Values };
  calls: [name: string, value: string, answer: string][];
}

/** The page of a platform, with what it has kept of the visit before. */
const platform = (kept: Values, part: number) => `
  <script src="/scorm12.js"></script>
  <script>
    window.API = new Scorm12API({ autocommit: false });
    const kept = ${JSON.stringify(kept)};
    if (Object.keys(kept).length > 0) API.loadFromFlattenedJSON(kept, '');
    window.calls = [];
    const set = API.LMSSetValue;
    API.LMSSetValue = (name, value) => {
      const answer = set.call(API, name, value);
      calls.push([name, value, String(answer)]);
      return answer;
    };
  </script>
  <iframe id="course" width="100%" height="700" 
    src="/courses/7/actor-critic-${part}.html"></iframe>`;

async function launch(kept: Values, part = 1): Promise<Page> {
  host.serve((path): Answer | null => {
    if (path === '/') return html(platform(kept, part));
    const name = nameOf(path);
    if (name === 'scorm12.js') return script(readFileSync(RUN_TIME));
    const body = course.get(name);
    return body ? { body, type: TYPES[name.split('.').at(-1)!] ?? 'text/plain' } : null;
  });
  return stage.visit(host.url);
}

const inside = (page: Page): FrameLocator => page.frameLocator('#course').frameLocator('iframe');
const ready = (page: Page) => inside(page).locator('[data-phase="ready"]').nth(1).waitFor();
const calls = (page: Page) => page.evaluate(() => (window as unknown as RunTime).calls);
const values = (page: Page) =>
  page.evaluate(() => (window as unknown as RunTime).API.getFlattenedCMI());

/** What a platform does when somebody goes elsewhere; resolves to what it keeps. */
async function leave(page: Page): Promise<Values> {
  await page.locator('#course').evaluate((frame) => frame.remove());
  const kept = await values(page);
  await page.context().close();
  return kept;
}

beforeAll(async () => {
  const page = await stage.visit(`${stage.url}#builder=&${EXPERIMENT}`);
  await page.getByLabel('Title of the course').fill('Policy gradients & <more>');
  const parts = page.getByLabel('Parts of the course');
  await parts.fill('nothing');
  await page.getByRole('button', { name: 'Save package' }).click();
  await page.getByText('line 1, “nothing”, is not a link with a #').waitFor();
  await parts.fill(`${stage.url}#${EXPERIMENT}\nTwo gradients #lesson=two-gradients`);
  const contents = await packageOf(page);
  const names = Object.keys(contents).map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  course = new Map(Object.entries(contents).map(([path, body]) => [nameOf(path), body]));
  manifest = new TextDecoder().decode(course.get('imsmanifest.xml'));
  expect(complaints.get(page)).toEqual([]);
});

test('has a manifest that names every file, and no other', async () => {
  const page = await stage.visit(stage.url);
  const read = await page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, 'application/xml');
    const of = (selector: string, name: string) =>
      [...xml.querySelectorAll(selector)].map((node) => node.getAttribute(name));
    return {
      errors: xml.querySelectorAll('parsererror').length,
      titles: [...xml.querySelectorAll('title')].map(({ textContent }) => textContent.trim()),
      pages: of('resource[href]', 'href'),
      files: of('file', 'href').map((path) => path!.slice(path!.lastIndexOf('/') + 1)),
    };
  }, manifest);
  expect(read.errors).toBe(0);
  expect(read.titles).toEqual(['Policy gradients & <more>', 'Part 1', 'Two gradients']);
  expect(read.pages).toEqual(['actor-critic-1.html', 'actor-critic-2.html']);
  expect(read.files.sort()).toEqual(
    [...course.keys()].filter((name) => !name.endsWith('xml')).sort(),
  );
});

test('is launched, left, resumed and completed, with score and state', async () => {
  const first = await launch({});
  await ready(first);
  await expect
    .poll(() => values(first))
    .toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '' });
  await inside(first).getByRole('button', { name: 'New seed' }).click();
  await expect.poll(async () => (await values(first))['cmi.suspend_data']).toMatch(/seed=4"/);
  expect((await calls(first)).filter(([, , answer]) => answer !== 'true')).toEqual([]);
  const kept = await leave(first);
  expect(kept['cmi.core.lesson_location']).toBe('#v=2&pair=score-function&seed=4');

  const second = await launch(kept);
  await ready(second);
  await inside(second).getByText('seed 4', { exact: true }).waitFor();
  await setStopAt(inside(second), '300');
  await inside(second).getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(() => values(second), { timeout: 30_000 })
    .toMatchObject({
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '100',
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
    });
  const told = await calls(second);
  expect(told.filter(([, , answer]) => answer !== 'true')).toEqual([]);
  const score = told.findIndex(([name]) => name === 'cmi.core.score.raw');
  const status = told.findIndex(([, value]) => value === 'completed');
  expect(score).toBeLessThan(status);
  await leave(second);

  const third = await launch({ ...kept, 'cmi.core.lesson_status': 'completed' });
  await ready(third);
  expect((await calls(third)).map(([name]) => name)).not.toContain('cmi.core.lesson_status');
});

test('of a lesson records predictions, goes on where it was left, and is completed', async () => {
  const first = await launch({}, 2);
  const prediction = inside(first).getByRole('radio', { name: 'A is ahead' });
  await prediction.check({ timeout: 30_000 });
  await inside(first).getByRole('button', { name: 'Seal my prediction' }).click();
  await inside(first).getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(() => values(first), { timeout: 60_000 })
    .toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '17',
    });
  expect(await calls(first)).toContainEqual([
    'cmi.interactions.0.student_response',
    'A is ahead',
    'true',
  ]);
  await inside(first).getByRole('button', { name: 'Next' }).click();
  await expect
    .poll(async () => (await values(first))['cmi.core.lesson_location'])
    .toBe('#lesson=two-gradients&step=2');
  expect((await calls(first)).filter(([, , answer]) => answer !== 'true')).toEqual([]);
  const kept = await leave(first);

  // As if all but one step had been done meanwhile.
  const data = JSON.parse(kept['cmi.suspend_data']!) as Kept;
  data.state.step = 2;
  data.state.answers = data.state.answers.map((_, i) =>
    i === 2 ? null : { isDone: true, chosen: [] },
  );
  data.link = data.link.replace('step=2', 'step=3');
  const second = await launch({ ...kept, 'cmi.suspend_data': JSON.stringify(data) }, 2);
  await inside(second).getByRole('heading', { name: 'Why does A scatter so much?' }).waitFor();
  await inside(second)
    .getByRole('radio', { name: /says nothing about this action/ })
    .check();
  await inside(second).getByRole('button', { name: 'That is my reason' }).click();
  await expect
    .poll(() => values(second))
    .toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '100' });
});

interface Kept {
  link: string;
  state: { step: number; answers: unknown[] };
}

test('tells how long a visit was, as it ends', async () => {
  const page = await launch({});
  await ready(page);
  await page.locator('#course').evaluate((frame) => frame.remove());
  const told = await calls(page);
  expect(told).toContainEqual([
    'cmi.core.session_time',
    expect.stringMatching(/^0000:0\d:\d\d$/),
    'true',
  ]);
  expect(told).toContainEqual(['cmi.core.exit', 'suspend', 'true']);
});

test('is the playground where there is no platform', async () => {
  await (await launch({})).context().close();
  const page = await stage.visit(`${host.url}courses/7/actor-critic-1.html`);
  const frame = page.frameLocator('iframe');
  await frame.locator('[data-phase="ready"]').nth(1).waitFor();
  await setStopAt(frame, '100');
  await frame.getByRole('button', { name: 'Play' }).click();
  await frame.locator('[data-activity="finished"]').nth(1).waitFor({ timeout: 30_000 });
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});
