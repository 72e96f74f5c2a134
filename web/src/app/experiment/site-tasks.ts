import { type Catalog, parseCatalog } from '../../protocol/catalog';
import { parseProblems } from '../../protocol/config';
import { isFurther } from '../../protocol/further';
import { isOf, TASK } from '../../protocol/task-address';
import { loaded } from '../kit/loaded';
import { taskRefusals } from '../link/task-refusals';
import { $tasks } from '../settings/tasks';
import { siteTaskStrings as words } from '../text/en/site-tasks';
import type { Run } from './run';

/** Modules that one link may name. */
const MOST = 8;
const PARTS = /[#&]task=([^&]*)/g;
/** What says what runs are about. */
const IS_ABOUT = /[#&]([a-d]\.)?(environment|preset|pair)=/;

/**
 * Sees to it that a catalog has the tasks whose modules a link names; what is wrong with one is in
 * `taskRefusals`. Resolves to a link that is about the first of them if it was about nothing.
 */
export async function learnTasks(
  catalog: Catalog,
  link: string,
  run: Pick<Run, 'catalog'>,
): Promise<string> {
  const texts = new Set(Array.from(link.matchAll(PARTS), ([, text]) => decoded(text!)));
  const ids: string[] = [];
  for (const text of texts) {
    try {
      if (ids.length === MOST) throw new Error(words().most(MOST));
      ids.push(await learnTask(catalog, text, run));
      taskRefusals.delete(text);
    } catch (error) {
      taskRefusals.set(text, error instanceof Error ? error.message : String(error));
    }
  }
  const [first] = ids;
  return first === undefined || IS_ABOUT.test(link) ? link : `${link}&environment=${first}`;
}

/** The id of the task of a module. Throws `Error` with what is wrong with it. */
async function learnTask(
  catalog: Catalog,
  text: string,
  run: Pick<Run, 'catalog'>,
): Promise<string> {
  const url = addressOf(text);
  const known = $tasks.get().find((task) => task.url === url.href);
  if (known) return known.id;
  await expectScript(url);
  const { environments, algorithms } = parseCatalog(await catalogOf(url, run));
  const task = environments.at(-1)!;
  const { id } = task;
  if (isFurther(id) || catalog.environments.some((each) => each.id === id)) {
    throw new Error(words().taken(id));
  }
  const { drawPlainly } = await loaded(() => import('../../draw/environments'));
  drawPlainly(id);
  catalog.environments.push({ ...task, task: shortest(url) });
  for (const algorithm of catalog.algorithms) {
    const same = algorithms.find((each) => each.id === algorithm.id);
    if (same?.environments.includes(id)) algorithm.environments.push(id);
  }
  $tasks.set([...$tasks.get(), { type: 'task', id, url: url.href }]);
  return id;
}

/** Seen from the page, and of its site: elsewhere a link could make a reader run anybody's code. */
function addressOf(text: string): URL {
  const url = URL.canParse(text, document.baseURI) && new URL(text, document.baseURI);
  if (!url || !isOf(location.origin, url.href)) throw new Error(words().foreign(location.origin));
  url.hash = '';
  return url;
}

/** Asks for it first, as what `import` says of what it cannot have is little. */
async function expectScript(url: URL): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'manual' });
  } catch {
    throw new Error(words().unreachable);
  }
  void response.body?.cancel();
  if (response.type === 'opaqueredirect') throw new Error(words().redirected);
  if (!response.ok) throw new Error(words().missing(response.status));
  const type = response.headers.get('content-type') ?? '';
  if (!/^(text|application)\/(javascript|x-javascript|ecmascript)\b/.test(type)) {
    throw new Error(words().otherType(type || '–'));
  }
}

/** The catalog of what knows the task, as JSON. */
async function catalogOf({ href }: URL, run: Pick<Run, 'catalog'>): Promise<string> {
  try {
    return await run.catalog(TASK + href);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reasons = parseProblems(text).map(({ message }) => message.replace(`${href}: `, ''));
    throw new Error(reasons.join(' '));
  }
}

/** As short as a link of this page can have it. */
function shortest({ href, pathname, search }: URL): string {
  const folder = new URL('.', document.baseURI).href;
  return href.startsWith(folder) ? `./${href.slice(folder.length)}` : pathname + search;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
