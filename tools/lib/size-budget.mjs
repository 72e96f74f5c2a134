// What visits may cost, in KB (1000 bytes) of gzip.

/** The pages. `beyond`: how much more a visit may cost than the playground's first picture. */
export const pages = [
  { name: 'playground', address: '', picture: 190, whole: 250 },
  { name: 'laboratory', address: '#lab=', beyond: 90 },
  { name: 'bootstrap', address: '#bootstrap=', beyond: 90 },
  { name: 'surrogate', address: '#surrogate=', beyond: 90 },
  { name: 'lesson', address: '#lesson=two-gradients&step=1', beyond: 90 },
  { name: 'builder', address: '#builder=', beyond: 90 },
  { name: 'frame', address: 'embed.html', picture: 197, whole: 250 },
];

/** Parts of the playground's first picture. */
export const parts = [
  { name: 'WebAssembly', holds: ({ path }) => path.endsWith('.wasm'), most: 150 },
  { name: 'worker and glue', holds: ({ as }) => as === 'worker', most: 20 },
];

/** What a lesson adds to the playground, but for its text and what it looks like on paper. */
const engine = { name: 'lesson engine', most: 20, without: /^assets\/(lesson\.|worksheet-)/ };
const LESSON = /^assets\/lesson\./;

/** Files under names that stay. */
export const single = [{ path: 'actor-critic-playground.js', most: 5 }];

/** What one file that comes later may cost, */
export const LATER = 25;
/** unless there is a reason, by the name without its hash. */
export const reasons = {
  'assets/de.js': 'all words of a language in one piece: a visit speaks one',
  'assets/acp_exact.wasm':
    'the core of the exact laboratories, in one piece as the compiler makes it',
  'assets/acp_host.wasm':
    'the core once more, with tasks from outside: for who chooses a robot or formulas',
  'assets/mujoco.wasm': 'the simulator of the robots, likewise',
  'assets/robots-module.js': 'the glue of the simulator, likewise',
  'assets/acp_lab.wasm': 'the core of the gradient lab, in one piece as the compiler makes it',
  'assets/acp_scores.wasm': 'the core of scores, in one piece as the compiler makes it',
  'assets/acp_trace.wasm': 'the core once more, with what traces it, for whoever goes line by line',
  'card.png': 'for pages that link to this one; no visit loads it',
};

/** What is only for visits without a network, and so for who has stayed. */
export const OFFLINE = 'sw.js';

const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
const withoutHash = (path) => path.replace(/-[\w-]{8}(?=\.\w+$)/, '');

const isLater = ({ whole }, path) => whole.every((file) => file.path !== path);

/**
 * @param {Map<string, import('./size-visit.mjs').Visit>} visits by the name of the page
 * @param {{path: string, bytes: number}[]} files all there are
 * @returns {{name: string, bytes: number, most: number}[]} a row for each budget
 */
export function figures(visits, files) {
  const rows = [];
  const add = (name, bytes, most) => rows.push({ name, bytes, most });
  const first = visits.get('playground');
  for (const { name, picture, whole, beyond } of pages) {
    const visit = visits.get(name);
    const most = beyond && beyond + pages[0].picture;
    add(`${name}, first picture`, sum(visit.picture), picture ?? most);
    add(`${name}, until idle`, sum(visit.whole), whole ?? most);
  }
  for (const { name, holds, most } of parts) add(name, sum(first.picture.filter(holds)), most);
  const added = visits.get('lesson').whole.filter(({ path }) => isLater(first, path));
  add(engine.name, sum(added.filter(({ path }) => !engine.without.test(path))), engine.most);
  const lessons = files.filter(({ path }) => LESSON.test(path));
  add('largest lesson', Math.max(0, ...lessons.map(({ bytes }) => bytes)), LATER);
  for (const { path, most } of single)
    add(path, sum(files.filter((file) => file.path === path)), most);
  return rows;
}

/** The files that the first visit does without. */
export function laterFiles(visits, files) {
  return files
    .filter(({ path }) => isLater(visits.get('playground'), path))
    .map((file) => ({ ...file, reason: reasons[withoutHash(file.path)] }));
}

/**
 * @returns {string[]} what is wrong, a sentence for each
 */
export function complaints(visits, files) {
  const over = figures(visits, files).filter(({ bytes, most }) => bytes > most * 1000);
  const missing = figures(visits, files).filter(({ bytes }) => bytes === 0);
  const later = laterFiles(visits, files);
  const large = later.filter(({ bytes, reason }) => bytes > LATER * 1000 && !reason);
  const idle = Object.keys(reasons).filter((name) =>
    later.every(({ path, bytes }) => withoutHash(path) !== name || bytes <= LATER * 1000),
  );
  const kept = [...visits].filter(([, { whole }]) => whole.some(({ path }) => path === OFFLINE));
  return [
    ...over.map(({ name, most }) => `${name}: over its budget of ${most} KB`),
    ...missing.map(({ name }) => `${name}: there is nothing of it`),
    ...large.map(
      ({ path }) => `${path}: over ${LATER} KB, and tools/lib/size-budget.mjs has no reason`,
    ),
    ...idle.map((name) => `${name}: has a reason to be large, and is not`),
    ...kept.map(([name]) => `${name}: makes a copy of all before the visitor has stayed`),
  ];
}
