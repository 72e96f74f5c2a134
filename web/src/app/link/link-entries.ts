import { formatCount } from '../text/format';
import { VERSION } from './link';
import { ARM_IDS } from '../settings/arms';
import { linkStrings as words } from '../text/en/link';

/** Parts of a hash that are read; a link of four runs has some dozens. */
const MOST_READ = 200;
const MOST_NAMED = 8;
/** Characters of a part that is read; the longest setting has 71. */
const LONGEST_READ = 400;
const LONGEST_NAMED = 40;
const LONGEST_REASON = 200;

/** What of a link was not usable, and what would have been; the first few, and a count. */
export class Notes {
  readonly #items = new Set<string>();
  #unread = 0;

  get isEmpty(): boolean {
    return this.#items.size === 0 && this.#unread === 0;
  }

  add(part: string, reason: string): void {
    this.#items.add(`${cut(part, LONGEST_NAMED)}: ${cut(reason, LONGEST_REASON)}`);
  }

  /** Says so many parts were not even read. */
  skip(count: number): void {
    this.#unread += Math.max(0, count);
  }

  list(): string[] {
    const named = [...this.#items].slice(0, MOST_NAMED);
    const more = this.#items.size - named.length + this.#unread;
    return more > 0 ? [...named, words().more(formatCount(more))] : named;
  }
}

/** The `key=value` pairs of a hash, decoded and in the words of the newest version. */
export function readEntries(hash: string, notes: Notes): ReadonlyMap<string, string> {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  notes.skip(parts.length - MOST_READ);
  const pairs = parts.slice(0, MOST_READ).flatMap((part): [string, string][] => {
    const pair = decode(part);
    if (!pair) notes.add(part, words().unreadable);
    return pair ? [pair] : [];
  });
  const versions = pairs.filter(([key]) => key === 'v').map(([, version]) => version);
  const unknown = versions.find((version) => version !== '1' && version !== VERSION);
  if (unknown !== undefined) {
    notes.add('v', words().version(unknown));
    return new Map();
  }
  const entries = new Map<string, string>();
  for (const [key, value] of versions[0] === '1' ? migrated(pairs) : pairs) {
    if (!entries.has(key)) entries.set(key, value);
    else if (key !== 'v') notes.add(`${key}=${value}`, words().repeated);
  }
  return entries;
}

/** Version 1 knew `pair` and `seed`, and `preset` once per run, in turns. */
function migrated(pairs: readonly [string, string][]): [string, string][] {
  const isAlone = pairs.filter(([key]) => key === 'preset').length <= 1;
  let run = 0;
  return pairs.map(([key, value]) => {
    if (key !== 'preset' || isAlone) return [key, value];
    const id = ARM_IDS[run++] ?? `run ${run}`;
    return [`${id.toLowerCase()}.preset`, value];
  });
}

function decode(part: string): [string, string] | null {
  if (part.length > LONGEST_READ) return null;
  const equals = part.indexOf('=');
  const [key, value] = equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
  try {
    return [decodeURIComponent(key), decodeURIComponent(value)];
  } catch {
    return null;
  }
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
