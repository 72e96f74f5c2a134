/** One text of a catalog that is for people. */
export interface CatalogWord {
  /** what it is of */
  item: Record<string, unknown>;
  field: string;
  /** `algorithms.sac.title`, `parameters.sac.tau.help`, `presets.pendulum-sac.teaches` */
  id: string;
  /** whether it explains, and so can wait until somebody reads on */
  isProse: boolean;
}

interface Speaking {
  names: readonly string[];
  prose: readonly string[];
}

const titled: Speaking = { names: ['title'], prose: ['help'] };
const sourced: Speaking = { names: ['title'], prose: ['help', 'source'] };

/** What has words, by the lists of a catalog, be it of runs or of the lab. */
const SPEAKING: ReadonlyMap<string, Speaking> = new Map([
  ['presets', { names: [], prose: ['title', 'teaches'] }],
  ['environments', sourced],
  ['algorithms', sourced],
  ['processes', sourced],
  ['metrics', { names: [], prose: ['title', 'unit', 'formula', 'help'] }],
  ['lines', { names: [], prose: ['text'] }],
  ['quantities', { names: [], prose: ['help'] }],
  ['probes', { names: [], prose: ['title', 'help'] }],
  ['parameters', { names: ['title', 'unit', 'group'], prose: ['help', 'symbol'] }],
  ['options', titled],
  ['policies', titled],
  ['objectives', titled],
  ['estimators', titled],
  ['baselines', titled],
]);

/** All words of a catalog, or of a part that belongs to `owner`. Ids begin with `scope`. */
export function* catalogWords(part: object, scope = '', owner = scope): Generator<CatalogWord> {
  for (const [list, members] of Object.entries(part) as [string, unknown][]) {
    const speaking = SPEAKING.get(list);
    if (speaking && Array.isArray(members)) {
      for (const item of members.filter(isRecord)) {
        const place = placeOf(item, list, scope, owner);
        yield* wordsOf(item, speaking, scope, place);
        yield* catalogWords(item, scope, `${place}.`);
      }
    } else if (isRecord(members)) yield* catalogWords(members, scope, owner);
  }
}

function* wordsOf(
  item: Record<string, unknown>,
  { names, prose }: Speaking,
  scope: string,
  place: string,
): Generator<CatalogWord> {
  for (const field of names) {
    // What stands in one group is said to by its words, and so has one name for it.
    const id = field === 'group' ? `${scope}groups.${String(item.group)}` : `${place}.${field}`;
    yield { item, field, id, isProse: false };
  }
  for (const field of prose) yield { item, field, id: `${place}.${field}`, isProse: true };
}

/** The key of a parameter names its owner already. */
function placeOf(
  { key, id, name }: Record<string, unknown>,
  list: string,
  scope: string,
  owner: string,
): string {
  return typeof key === 'string'
    ? `${scope}${list}.${key}`
    : `${owner}${list}.${String(id ?? name)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
