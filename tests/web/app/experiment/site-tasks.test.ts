import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { learn } from '../../../../web/src/app/experiment/further-tasks';
import { formatLink } from '../../../../web/src/app/link/link';
import { openLink } from '../../../../web/src/app/link/open-link';
import { runCount } from '../../../../web/src/app/link/run-count';
import { taskRefusals } from '../../../../web/src/app/link/task-refusals';
import { isWithinCore, resolve } from '../../../../web/src/app/settings/settings';
import { availablePairs } from '../../../../web/src/app/settings/pairs';
import { suitedAlgorithms } from '../../../../web/src/app/settings/selection';
import { $tasks } from '../../../../web/src/app/settings/tasks';
import { environmentDrawings } from '../../../../web/src/draw/environments';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { RefusedError } from '../../../../web/src/protocol/client';
import { formatConfig } from '../../../../web/src/protocol/config';
import { hostTask } from '../../../../web/src/tasks/host';
import { pictured } from '../../../../web/src/tasks/pictured';
import { startHostModule, startModule } from '../../live';

const HERE = 'https://example.org/play/';
const task = (id: string, action: readonly string[] = ['left', 'right']) => ({
  id,
  title: 'A task',
  observation: ['x'],
  action,
  timeLimit: 10,
  create: () => ({}),
  reset: () => undefined,
  step: () => ({ reward: 0, terminated: false }),
  observe: () => [0],
});

/** What the site has, by its addresses. */
let site: Map<string, Response | object>;
let catalog: Catalog;
let check: (config: string) => string;
const asked: string[] = [];
const run = {
  catalog: async (about: string) => {
    asked.push(about);
    const found = site.get(about.replace('task=', ''));
    const module = await startHostModule();
    try {
      hostTask(module, found as never, pictured);
    } catch (error) {
      const reason = (error as Error).message.replace('environment: ', '');
      throw new RefusedError(`environment: ${about.replace('task=', '')}: ${reason}`);
    }
    check = (config) => module.check(config);
    return module.catalog();
  },
};
const javascript = { headers: { 'content-type': 'text/javascript; charset=utf-8' } };

beforeEach(async () => {
  site = new Map();
  asked.length = 0;
  $tasks.set([]);
  taskRefusals.clear();
  catalog = parseCatalog((await startModule()).catalog());
  vi.stubGlobal('location', new URL(HERE));
  vi.stubGlobal('document', { baseURI: HERE });
  vi.stubGlobal('fetch', ({ href }: URL) => {
    const found = site.get(href);
    if (!found) return Promise.resolve(new Response('', { status: 404 }));
    return Promise.resolve(found instanceof Response ? found : new Response('', javascript));
  });
});
afterEach(() => vi.unstubAllGlobals());

const open = (hash: string) =>
  openLink(hash, {
    catalog,
    pairs: availablePairs(catalog),
    runs: 1,
    check: (settings) => Promise.resolve(check(formatConfig(settings))),
  });

describe('a link that names the module of a task', () => {
  test('is about it, with an algorithm that suits it, and says so again', async () => {
    site.set(`${HERE}tasks/a.js`, task('walk'));
    const link = await learn(catalog, '#task=tasks%2Fa.js', run);
    expect(link).toBe('#task=tasks%2Fa.js&environment=walk');
    const { runs, ignored } = await open(link);
    expect(ignored).toEqual([]);
    const resolved = resolve(catalog, runs[0]!);
    expect(resolved.environment.title).toBe('A task');
    expect(suitedAlgorithms(catalog, resolved.environment)).toContain(resolved.algorithm);
    expect(resolved.algorithm.id).not.toBe('sac');
    expect(isWithinCore(resolved)).toBe(false);
    expect(environmentDrawings.has('walk')).toBe(true);
    const written = formatLink(catalog, [], runs);
    expect(written).toMatch(/^#v=2&task=\.\/tasks\/a\.js&environment=walk&algorithm=\w+&seed=1$/);
    expect(runCount('#task=tasks%2Fa.js')).toBe(1);
    expect($tasks.get()).toEqual([{ type: 'task', id: 'walk', url: `${HERE}tasks/a.js` }]);
  });

  test('is about what it says, and a module is asked for once', async () => {
    site.set('https://example.org/a.js', task('walk'));
    const given = '#preset=pendulum-sac&task=/a.js&task=https://example.org/a.js';
    expect(await learn(catalog, given, run)).toBe(given);
    expect(asked).toHaveLength(1);
    expect(catalog.environments.filter(({ id }) => id === 'walk')).toHaveLength(1);
  });

  test('has two tasks, and a run is of either', async () => {
    site.set(`${HERE}a.js`, task('walk')).set(`${HERE}b.js`, task('other'));
    await learn(catalog, '#task=./a.js&task=./b.js&environment=other', run);
    const settings = ['walk', 'other'].map(
      (environment) => new Map(Object.entries({ environment, algorithm: 'dqn', seed: '1' })),
    );
    expect(formatLink(catalog, [], settings)).toMatch(/^#v=2&task=\.\/a\.js&task=\.\/b\.js&/);
    expect(formatLink(catalog, [], settings.slice(1))).toMatch(/^#v=2&task=\.\/b\.js&environment/);
  });

  test.each([
    ['https://evil.example/a.js', 'only this site, https://example.org'],
    ['data:text/javascript,1', 'only this site'],
    ['//evil.example/a.js', 'only this site'],
    ['./none.js', 'nothing is there (404)'],
    ['./page.html', 'served as text/html'],
    ['./away.js', 'sends elsewhere'],
    ['./broken.js', 'observe: 1 numbers instead of 2'],
    ['./taken.js', 'an environment pendulum already'],
    ['./robot.js', 'an environment walker already'],
  ])('says why %s is none: %s', async (address, reason) => {
    const away = new Response('', javascript);
    Object.defineProperty(away, 'type', { value: 'opaqueredirect' });
    site
      .set(`${HERE}page.html`, new Response('', { headers: { 'content-type': 'text/html' } }))
      .set(`${HERE}away.js`, away)
      .set(`${HERE}broken.js`, { ...task('walk'), observation: ['x', 'y'] })
      .set(`${HERE}robot.js`, task('walker'))
      .set('https://evil.example/a.js', task('walk'));
    // The core of a worker refuses it; here it is the page's to see.
    const claimed = { catalog: async () => renamed(await startHostModule(), 'pendulum') };
    const given = `#preset=pendulum-sac&task=${encodeURIComponent(address)}`;
    site.set(`${HERE}taken.js`, task('walk'));
    await learn(catalog, given, address === './taken.js' ? claimed : run);
    check = () => '';
    const { ignored, runs } = await open(given);
    expect(ignored).toEqual([expect.stringContaining(`task=${address}: `)]);
    expect(ignored[0]).toContain(reason);
    expect(runs[0]!.get('preset')).toBe('pendulum-sac');
    expect($tasks.get()).toEqual([]);
    if (address.includes('evil')) expect(asked).toEqual([]);
  });
});

/** A catalog whose last environment has this id. */
function renamed(module: Awaited<ReturnType<typeof startHostModule>>, id: string): string {
  const all = JSON.parse(module.catalog()) as Catalog;
  return JSON.stringify({ ...all, environments: [{ ...all.environments.at(-1)!, id }] });
}
