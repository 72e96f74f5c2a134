// The playground in what others write: a deck of slides, a document of MyST, a learning platform.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { complaints, repository, setStopAt, useStage } from './browser';
import { type Answer, html, script, useHost } from './host';

const EXPERIMENT = '#v=2&pair=score-function&seed=3';
const STEPS = '300';

const stage = useStage();
const host = useHost();
const folder = mkdtempSync(join(tmpdir(), 'documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

const library = (path: string) => readFileSync(resolve(repository, 'node_modules', path));

/** Plays what a frame shows to its end. */
async function play(frame: FrameLocator): Promise<void> {
  await frame.locator('[data-phase="ready"]').nth(1).waitFor();
  await setStopAt(frame, STEPS);
  await frame.getByRole('button', { name: 'Play' }).click();
  await frame.locator('[data-activity="finished"]').nth(1).waitFor({ timeout: 30_000 });
}

test('a slide of reveal.js has the element, which trains while it is shown', async () => {
  host.serve((path): Answer | null => {
    if (path.endsWith('.js')) return script(library(`reveal.js/dist${path}`));
    if (path.endsWith('.css')) return { type: 'text/css', body: library(`reveal.js/dist${path}`) };
    return html(`
      <link rel="stylesheet" href="reset.css"><link rel="stylesheet" href="reveal.css">
      <script src="${stage.url}actor-critic-playground.js" defer></script>
      <div class="reveal"><div class="slides">
        <section><h2>Two gradients</h2></section>
        <section><actor-critic-playground experiment="${EXPERIMENT.replaceAll('&', '&amp;')}"
          lock="all"></actor-critic-playground></section>
      </div></div>
      <script src="reveal.js"></script>
      <script>Reveal.initialize({ transition: 'none' });</script>`);
  });
  const page = await stage.visit(host.url);
  await page.locator('.reveal.ready').waitFor();
  await page.waitForFunction(() => customElements.get('actor-critic-playground') !== undefined);
  await page.keyboard.press('ArrowRight');
  const frame = page.frameLocator('section.present iframe');
  await frame.locator('[data-phase="ready"]').nth(1).waitFor();
  const complete = page.locator('actor-critic-playground').evaluate(
    (element) =>
      new Promise((done) =>
        element.addEventListener('complete', (event) => done((event as CustomEvent).detail), {
          once: true,
        }),
      ),
  );
  await play(frame);
  expect(await complete).toMatchObject({ runs: [{ steps: 300 }, { steps: 300 }] });
  await page.evaluate(() => (window as unknown as { Reveal: { prev(): void } }).Reveal.prev());
  await page.getByRole('heading', { name: 'Two gradients' }).waitFor();
  expect(complaints.get(page)).toEqual([]);
});

/** What the runtime of MyST does with such a node, in a theme that knows no other. */
const THEME = `
  const article = await (await fetch('/content/index.json')).json();
  document.title = article.frontmatter.title;
  const find = (node) =>
    node.type === 'anywidget' ? [node] : (node.children ?? []).flatMap(find);
  for (const { esm, model: values } of find(article.mdast)) {
    const { default: widget } = await import(esm);
    const el = document.createElement('div');
    const place = document.body.appendChild(document.createElement('div'));
    place.attachShadow({ mode: 'open' }).append(el);
    const told = (window.told ??= {});
    const model = {
      get: (name) => values[name],
      set: (name, value) => void (told[name] = value),
      save_changes: () => undefined,
      on: () => undefined,
      off: () => undefined,
    };
    await widget.initialize?.({ model });
    window.leave = await widget.render({ model, el });
  }`;

describe('a document that mystmd has built', () => {
  const build = () => {
    const source = (name: string, text: string) => writeFileSync(join(folder, name), text);
    copyFileSync(
      resolve(repository, 'dist/actor-critic-playground-widget.js'),
      join(folder, 'widget.js'),
    );
    const model = JSON.stringify({ base: stage.url, experiment: EXPERIMENT, lock: 'all' });
    source('index.md', `# Two gradients\n\n:::{anywidget} ./widget.js\n${model}\n:::\n`);
    source('myst.yml', 'version: 1\nproject: {}\nsite:\n  template: .\n');
    source('template.yml', 'jtex: v1\ntitle: Plain\nversion: 1.0.0\nfiles: []\n');
    source('package.json', '{}');
    const program = resolve(repository, 'node_modules/mystmd/dist/myst.cjs');
    const args = [program, 'build', '--site', '--ci', '--strict'];
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
  };

  test('has the widget, which the runtime renders, hears and removes', async () => {
    build();
    const site = join(folder, '_build/site');
    host.serve((path) => {
      if (path === '/') return html(`<script type="module">${THEME}</script>`);
      const isContent = path.startsWith('/content/');
      const body = readFileSync(join(site, isContent ? path : `public${path}`));
      return isContent ? { type: 'application/json', body } : script(body);
    });
    const page = await stage.visit(host.url);
    await expect.poll(() => page.title()).toBe('Two gradients');
    await play(page.frameLocator('iframe'));
    const told = () =>
      page.evaluate(() => (window as unknown as { told: Record<string, unknown> }).told);
    await expect.poll(told).toMatchObject({
      state: { link: `${stage.url}${EXPERIMENT}` },
      complete: { runs: [{ id: 'A' }, { id: 'B' }], result: { completion: true } },
    });
    await page.evaluate(() => (window as unknown as { leave: () => void }).leave());
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
    expect(complaints.get(page)).toEqual([]);
  });
});

describe('a learning platform that speaks SPLICE', () => {
  const open = async (hash: string): Promise<Page> => {
    const source = `${stage.url}embed.html${hash}`.replaceAll('&', '&amp;');
    host.serve(() =>
      html(`<script>
        window.heard = [];
        addEventListener('message', ({ data, source }) => {
          if (typeof data.subject === 'string') window.heard.push(data);
          if (data.subject !== 'SPLICE.getState') return;
          const subject = 'SPLICE.getState.response';
          source.postMessage({ subject, message_id: 'another', state: { lesson: 'x' } }, '*');
          source.postMessage({ subject, message_id: data.message_id, state: window.kept }, '*');
        });
      </script><iframe src="${source}" width="100%" height="600"></iframe>`),
    );
    return stage.visit(host.url);
  };
  const heard = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);

  test('hears of size, score and state', async () => {
    const page = await open(EXPERIMENT);
    await play(page.frameLocator('iframe'));
    const id = expect.stringMatching(/^actor-critic-playground-\d+-\d+$/) as string;
    const told = (subject: string) =>
      expect.poll(async () => (await heard(page)).filter((each) => each.subject === subject));
    await told('SPLICE.reportScoreAndState').toEqual([
      {
        subject: 'SPLICE.reportScoreAndState',
        message_id: id,
        score: 1,
        state: { link: `${stage.url}${EXPERIMENT}` },
      },
    ]);
    await told('lti.frameResize').toContainEqual({
      subject: 'lti.frameResize',
      height: expect.any(Number) as number,
    });
  });
});
