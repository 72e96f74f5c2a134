import { linkStrings as words } from '../text/en/link';
import { Notes } from './notes';

/** Says of a text why it, or what of it, cannot be used, and what could be. */
export type Complain = (text: string, reason: string) => void;

/** What stands under one name. */
export interface Entry<V, C> {
  /** What its texts say, of which there is one at least; `undefined` if that is nothing. */
  read: (texts: readonly string[], complain: Complain, context: C) => V | undefined;
  /** The texts to be read again; none for what need not be said. */
  write: (value: V) => readonly string[];
}

/** A kind of link: what it may say, in the order in which it is written. */
export interface Grammar<T, C = unknown> {
  /** those that are read, the last of which is written; none if others say the version */
  versions: readonly string[];
  entries: { readonly [Name in keyof T]: Entry<T[Name], C> };
}

/** By the names of a grammar, all that stands under each. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** A hash taken apart. */
export interface Parts {
  version: string;
  texts: Texts;
  /** parts with other names, as they stand */
  rest: readonly string[];
  notes: Notes;
}

/** Parts of a rest that are read; a link of four runs has some dozens. */
const MOST_READ = 200;
/** Characters of such a part that is read: of the longest formulas, all of them encoded. */
const LONGEST_READ = 8500;
const VERSION = 'v';

/** Takes a hash apart, however odd it is; of a version that is not known, nothing is left. */
export function partsOf(hash: string, { versions, entries }: Grammar<object, never>): Parts {
  const notes = new Notes();
  const texts = new Map<string, string[]>();
  const rest: string[] = [];
  for (const part of split(hash)) {
    const [name, text] = pairOf(part);
    if (Object.hasOwn(entries, name) || (name === VERSION && versions.length > 0)) {
      const own = texts.get(name) ?? [];
      own.push(decoded(text) ?? text);
      texts.set(name, own);
    } else {
      rest.push(part);
    }
  }
  const given = texts.get(VERSION) ?? [];
  const unknown = given.find((version) => !versions.includes(version));
  if (unknown !== undefined) {
    notes.add(`${VERSION}=${unknown}`, words().version(versions));
    return { version: unknown, texts: new Map(), rest: [], notes };
  }
  return { version: given[0] ?? versions.at(-1) ?? '', texts, rest, notes };
}

/** What the parts of a hash say; what of them cannot be used is noted. */
export function valuesOf<T extends object, C>(
  { texts, notes }: Parts,
  { entries }: Grammar<T, C>,
  context: C,
): Partial<T> {
  const values: Partial<T> = {};
  for (const name of namesOf(entries)) {
    const complain = (text: string, reason: string) => notes.add(`${name}=${text}`, reason);
    const own = texts.get(name);
    const value = own && entries[name].read(own, complain, context);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** The names and texts that say these values. */
export function textsOf<T extends object, C>(
  { entries }: Grammar<T, C>,
  values: Partial<T>,
): [string, string][] {
  return namesOf(entries).flatMap((name) => {
    const value = values[name];
    const texts = value === undefined ? [] : entries[name].write(value);
    return texts.map((text): [string, string] => [name, text]);
  });
}

/** The hash of names and texts. */
export function hashOf(
  { versions }: Pick<Grammar<object>, 'versions'>,
  texts: readonly (readonly [string, string])[],
): string {
  const head = versions.slice(-1).map((version) => [VERSION, version] as const);
  return `#${[...head, ...texts].map(([name, text]) => `${name}=${encode(text)}`).join('&')}`;
}

/** Names and texts of parts that a grammar does not name; what cannot be read is noted. */
export function pairsOf(rest: readonly string[], notes: Notes): ReadonlyMap<string, string> {
  const readable = rest.slice(0, MOST_READ).flatMap((part) => {
    const [name, text] = part.length > LONGEST_READ ? [] : pairOf(part).map(decoded);
    if (name !== undefined && text !== undefined) return [[name, text] as const];
    notes.add(part, words().unreadable);
    return [];
  });
  notes.skip(rest.length - MOST_READ);
  const pairs = new Map<string, string>();
  for (const [name, text] of readable) {
    if (pairs.has(name)) notes.add(`${name}=${text}`, words().repeated);
    else pairs.set(name, text);
  }
  return pairs;
}

function split(hash: string): string[] {
  return hash.replace(/^#/, '').split('&').filter(Boolean);
}

function pairOf(part: string): [string, string] {
  const equals = part.indexOf('=');
  return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function encode(text: string): string {
  return text.replaceAll(/[^\w.,;:=/@!$*()~-]/gu, (character) => encodeURIComponent(character));
}

function namesOf<E extends object>(entries: E): (keyof E & string)[] {
  return Object.keys(entries) as (keyof E & string)[];
}
