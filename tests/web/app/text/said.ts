import { readdirSync } from 'node:fs';
import { parse, resolve } from 'node:path';
import { speak } from '../../../../web/src/app/text/language';

type Part = () => object;

const TEXT = '../../../../web/src/app/text/en';

/** Every part of the English text, by its id. */
export async function englishParts(): Promise<ReadonlyMap<string, object>> {
  const names = readdirSync(resolve(import.meta.dirname, TEXT)).map((file) => parse(file).name);
  const modules = await Promise.all(
    names.map((name) => import(`../../../../web/src/app/text/en/${name}.ts`) as Promise<object>),
  );
  let asked = '';
  speak(new Proxy({}, { get: (_, id) => void (asked = String(id)) }));
  const parts = new Map<string, object>();
  for (const module of modules) {
    for (const say of Object.values(module) as unknown[]) {
      if (typeof say !== 'function' || say.length > 0) continue;
      asked = '';
      const words = (say as Part)();
      if (asked !== '') parts.set(asked, words);
    }
  }
  speak({});
  return parts;
}

const RICH = {
  ...{
    action: 'a1',
    actions: { mean: 2, error: 0.3 },
    alone: 1.5,
    backward: 70,
    batch: 6,
    best: 3,
  },
  ...{
    bias: 0.4,
    dimensions: 5,
    error: 0.2,
    eta: 0.6,
    forward: 80,
    high: 0.9,
    j: 1.25,
    learns: true,
  },
  ...{
    largest_step: 0.5,
    low: 0.1,
    lower: 12,
    median: 15,
    mirrored: 4,
    mixture: 'step',
    name: 'n1',
  },
  ...{
    offset: 0.7,
    once: 1.75,
    q: 2.5,
    ratio_at_optimum: 2.5,
    ratio_at_start: 7,
    runs: 9,
    seed: 11,
  },
  ...{ seeds: 13, sigma: 0.35, start: 2.25, state: 's1', steps: 250, sum: 0.8, surrogate: 1.6 },
  ...{ title: 't1', trajectories: { mean: 3, error: 0.4 }, upper: 17, value: 0.55, variance: 0.45 },
  window: 4,
};
const KINDS: readonly ((at: number) => unknown)[] = [
  (at) => `word${at}`,
  (at) => 2 + at,
  () => RICH,
  (at) => [`item${at}`, `next${at}`],
  (at) => [0.25 + at, 0.75 + at],
  () => [RICH, RICH],
  () => true,
  () => 'first',
  () => 'v',
  () => 'learned',
  () => 'gaussian',
  () => 'critic',
  () => 'm',
  () => 'pathwise',
];

type Say = (...args: unknown[]) => unknown;

/** What a phrase says, of some arguments that it takes; `null` if none is known. */
export function sampled(say: Say): { args: unknown[]; said: unknown } | null {
  for (const args of combinations(Math.max(say.length, 1))) {
    try {
      const said = say(...args);
      if (isSaid(said)) return { args, said };
    } catch {
      // Arguments of another kind.
    }
  }
  return null;
}

/** Of one kind, or of any where there are few. */
function combinations(count: number): unknown[][] {
  const of = (kinds: typeof KINDS) => kinds.map((kind, at) => kind(at));
  const uniform = KINDS.map((kind) => of(Array.from({ length: count }, () => kind)));
  if (count > 4) return uniform;
  const mixed = Array.from({ length: count }).reduce<(typeof KINDS)[]>(
    (heads) => heads.flatMap((head) => KINDS.map((kind) => [...head, kind])),
    [[]],
  );
  return [...uniform, ...mixed.map(of)];
}

/** Whether something is text without a gap, or a list of such. */
export function isSaid(said: unknown): boolean {
  if (Array.isArray(said)) return said.every(isSaid);
  return typeof said === 'string' && !/undefined|NaN|\[object|=>/.test(said);
}

/** The phrases of a table, by their places in it. */
export function* phrasesOf(table: unknown, place: string): Generator<[string, unknown]> {
  if (typeof table === 'object' && table !== null) {
    for (const [key, inner] of Object.entries(table)) yield* phrasesOf(inner, `${place}.${key}`);
  } else yield [place, table];
}
