import { createServer, type Server } from 'node:http';
import type { FrameLocator, Page } from 'playwright-core';
import type { Plugin } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaints, openSettings, setStopAt, setUpStage, type Stage } from './browser';
import { servePage } from './server';

const EXPERIMENT = '#v=2&pair=score-function&seed=3';
const STYLE = 'p { height: 6000px } actor-critic-playground { width: 60rem; max-width: 100% }';

let stage: Stage;
let host: Server;
let page: Page;
let body = '';
beforeAll(async () => {
  stage = await setUpStage();
  const app = new URL(stage.url).origin;
  const policy =
    `default-src 'none'; script-src ${app} 'wasm-unsafe-eval'; frame-src ${app}; ` +
    `style-src 'self'; img-src ${app}`;
  host = createServer(({ url }, response) => {
    const type = url === '/style.css' ? 'text/css' : 'text/html';
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Security-Policy', policy);
    if (url === '/style.css') response.end(STYLE);
    else if (url === '/') response.end(body);
    else response.writeHead(204).end();
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  await page.context().close();
});
afterAll(async () => {
  host.close();
  await stage.close();
});

/** Opens a page of another origin, under a strict policy, with this in its body. */
async function openHost(
  markup: string,
  script = `<script src="${stage.url}actor-critic-playground.js" defer></script>`,
): Promise<void> {
  body = `<!doctype html><html lang="en"><title>Course</title>
    <link rel="stylesheet" href="/style.css">${script}<body>${markup}`;
  const address = host.address();
  if (address === null || typeof address === 'string') throw new Error('the host has no port');
  page = await stage.visit(`http://127.0.0.1:${address.port}/`);
}

const inFrame = (id: string): FrameLocator => page.frameLocator(`#${id} iframe`);
const ready = (id: string) => inFrame(id).locator('[data-phase="ready"]').nth(1).waitFor();
const activity = (id: string, name: string) =>
  inFrame(id).locator(`[data-activity="${name}"]`).nth(1).waitFor({ timeout: 15_000 });
const scrollTo = (id: string) => page.locator(`#${id}`).evaluate((node) => node.scrollIntoView());

/** The next message of an element of this type. */
const next = (id: string, type: string) =>
  page.locator(`#${id}`).evaluate(
    (node, name) =>
      new Promise<Record<string, unknown>>((done) =>
        node.addEventListener(name, (event) => done((event as CustomEvent).detail as never), {
          once: true,
        }),
      ),
    type,
  );

const element = (id: string, attributes = '') =>
  `<actor-critic-playground id="${id}" experiment="${EXPERIMENT.replaceAll('&', '&amp;')}"
    ${attributes}></actor-critic-playground>`;

describe('an element on a page of another origin', () => {
  test('is made near the viewport, trains in view only, and reports', async () => {
    await openHost(`${element('one', 'hide="footer"')}<p></p>${element('two', 'hide="footer"')}`);
    await ready('one');
    await expect.poll(() => page.locator('#two iframe').count()).toBe(0);
    await expect.poll(() => inFrame('one').locator('[data-activity="training"]').count()).toBe(0);
    const frame = page.locator('#one iframe');
    const content = inFrame('one').locator('app-root');
    await expect
      .poll(async () => (await frame.boundingBox())!.height - (await content.boundingBox())!.height)
      .toBeLessThan(2);

    await inFrame('one').getByRole('button', { name: 'Play' }).click();
    await activity('one', 'training');
    await scrollTo('two');
    // Out of view the browser draws nothing, but a digest is only there while a run rests.
    const digest = inFrame('one').locator('[data-figure="digest"]', { hasText: /at step [1-9]/ });
    await digest.nth(1).waitFor({ state: 'attached' });
    const before = await digest.allTextContents();
    await ready('two');
    await inFrame('two').getByRole('button', { name: 'Play' }).click();
    const stepsOfTwo = inFrame('two').locator('[data-figure="steps"]').first();
    await expect
      .poll(async () => Number((await stepsOfTwo.textContent())!.replaceAll(',', '')))
      .toBeGreaterThan(200);
    await expect.poll(() => digest.allTextContents()).toEqual(before);
    await scrollTo('one');
    await activity('one', 'training');

    await inFrame('one').getByRole('button', { name: 'Pause' }).click();
    await activity('one', 'paused');
    const state = next('one', 'state');
    await inFrame('one').getByRole('button', { name: 'New seed' }).click();
    expect(await state).toMatchObject({ link: `${stage.url}#v=2&pair=score-function&seed=4` });
    const complete = next('one', 'complete');
    await setStopAt(inFrame('one'), '300');
    await inFrame('one').getByRole('button', { name: 'Play' }).click();
    const run = { steps: 300, digest: expect.stringMatching(/^[0-9a-f]{16}$/) as string };
    expect(await complete).toMatchObject({
      link: `${stage.url}#v=2&pair=score-function&seed=4`,
      runs: [
        { id: 'A', ...run },
        { id: 'B', ...run },
      ],
    });
    expect(complaints.get(page)).toEqual([]);
  });

  test('with a poster waits for a press, and passes changed attributes on', async () => {
    await openHost(element('one', 'poster="/poster.png" title="Two gradients" theme="dark"'));
    const poster = page.getByRole('button', { name: 'Open: Two gradients' });
    await poster.waitFor();
    await expect.poll(() => page.locator('#one iframe').count()).toBe(0);
    const told = Promise.all(['ready', 'resize', 'state'].map((type) => next('one', type)));
    await poster.click();
    await ready('one');
    const [, resize, state] = await told;
    expect(resize!.height).toBeGreaterThan(100);
    expect(state!.link).toBe(`${stage.url}${EXPERIMENT}`);
    await expect
      .poll(() => page.locator('#one iframe').getAttribute('title'))
      .toBe('Two gradients');
    await inFrame('one').locator('html[data-theme="dark"]').waitFor();

    await page.locator('#one').evaluate((node) => {
      node.setAttribute('theme', 'light');
      node.setAttribute('hide', 'header,pairs,settings,transport,story,curves');
    });
    await inFrame('one').locator('html[data-theme="light"]').waitFor();
    await ready('one');
    await inFrame('one').getByText('Actor-Critic Playground').waitFor({ state: 'hidden' });
    for (const name of ['gallery-dialog', 'settings-panel', 'story-text', 'learning-curves']) {
      await expect.poll(() => inFrame('one').locator(name).count(), { message: name }).toBe(0);
    }
    await expect
      .poll(() => inFrame('one').getByRole('button', { name: 'New seed' }).count())
      .toBe(0);
    await inFrame('one').getByRole('button', { name: 'Play' }).waitFor();
    await inFrame('one').getByText('seed 3').first().waitFor();
    await inFrame('one').getByText('Stop at step 10,000').waitFor();
    await inFrame('one').getByText('gradient estimator score function').waitFor();
    expect(complaints.get(page)!.filter((text) => !text.includes('poster.png'))).toEqual([]);
  });

  test('shows what is locked and keeps it so, and names what it cannot use', async () => {
    await openHost(element('one', 'lock="sac.tau seed sac.tua" hide="curves,lunar" theme="pink"'));
    await ready('one');
    await openSettings(inFrame('one'));
    await inFrame('one').locator('settings-panel summary', { hasText: 'Learning' }).click();
    const field = (key: string) =>
      inFrame('one').locator(`parameter-field[data-key="${key}"] #control`);
    await field('sac.tau').waitFor();
    await expect.poll(() => field('sac.tau').isDisabled()).toBe(true);
    await expect.poll(() => field('sac.tau').inputValue()).toBe('0.01');
    await expect.poll(() => field('sac.gamma').isDisabled()).toBe(false);
    for (const id of ['preset', 'environment', 'algorithm']) {
      await expect
        .poll(() => inFrame('one').locator(`task-chooser #${id}`).isDisabled())
        .toBe(true);
    }
    const newSeed = inFrame('one').getByRole('button', { name: 'New seed' });
    await expect.poll(() => newSeed.isDisabled()).toBe(true);
    const note = await inFrame('one').locator('.notice').textContent();
    expect(note).toContain('hide=lunar: not one of header, ');
    expect(note).toContain('theme=pink: not one of light, dark, auto');
    expect(note).toContain('lock=sac.tua: not all');
    expect(complaints.get(page)).toEqual([]);
  });
});

const openBare = () => openHost(element('one'), '');

describe('the script of the element', () => {
  test('may be a module: its frame is of its own folder', async () => {
    const script = `<script type="module" src="${stage.url}actor-critic-playground.js"></script>`;
    await openHost(element('one'), script);
    await ready('one');
    await expect.poll(() => page.locator('#one iframe').getAttribute('src')).toContain(stage.url);
    expect(complaints.get(page)).toEqual([]);
  });

  test('may be imported by another one', async () => {
    await openBare();
    await page.evaluate(`import('${stage.url}actor-critic-playground.js')`);
    await ready('one');
  });

  test('under a name that says nothing asks for its folder, and takes it', async () => {
    const code = await (await fetch(`${stage.url}actor-critic-playground.js`)).text();
    await openBare();
    await page.route('**/course.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: code,
      }),
    );
    await page.evaluate(`import('${stage.url}course.js')`);
    await page.getByText('The folder of the playground is not known').waitFor();
    await page.locator('#one').evaluate((node, url) => node.setAttribute('base', url), stage.url);
    await ready('one');
  });
});

describe('a frame', () => {
  test('about the gradient lab shows it, and takes what is about the frame', async () => {
    await openHost(
      element('one').replace(/experiment="[^"]*"/, 'experiment="#v=1&amp;lab=cosine:frequency=5"') +
        element('two', 'hide="footer,lunar" theme="dark"').replace(
          /experiment="[^"]*"/,
          'experiment="#v=1&amp;lab="',
        ),
    );
    await inFrame('one').locator('lab-table tbody tr').nth(1).waitFor();
    await scrollTo('two');
    await inFrame('two').locator('lab-table tbody tr').nth(1).waitFor();
    await inFrame('two').locator('html[data-theme="dark"]').waitFor();
    await inFrame('two').locator('.notices', { hasText: 'hide=lunar: not one of' }).waitFor();
    await expect.poll(() => inFrame('one').locator('.notices').count()).toBe(0);
    await expect.poll(() => inFrame('two').locator('lab-page .notice').count()).toBe(0);
    await expect.poll(() => inFrame('two').locator('footer').isVisible()).toBe(false);
    const heights = await page
      .locator('iframe')
      .evaluateAll((all) => all.map((frame) => frame.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThan(1500);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('a frame in a sandbox without an origin says what it needs', () => {
  const sandboxed = (url: string) =>
    `<iframe sandbox="allow-scripts" width="800" height="600" src="${url}embed.html"></iframe>`;
  const said = /allow-scripts allow-same-origin/;

  test('where its scripts are not let in', async () => {
    await openHost(sandboxed(stage.url), '');
    await page.frameLocator('iframe').getByText(said).waitFor({ timeout: 15_000 });
  });

  test('and where they are', async () => {
    const open: Plugin = {
      name: 'open',
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use((_, response, next) => {
          response.setHeader('Access-Control-Allow-Origin', '*');
          next();
        });
      },
    };
    const server = await servePage('./', [open]);
    try {
      page = await stage.visit('about:blank');
      await page.route('**/course.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: sandboxed(server.url) }),
      );
      await page.goto(`${server.url}course.html`);
      await page.frameLocator('iframe').getByText(said).waitFor();
      await expect.poll(() => page.frameLocator('iframe').locator('.fallback').count()).toBe(0);
    } finally {
      await server.close();
    }
  });
});
