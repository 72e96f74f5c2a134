import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { MOST_RUNS, SweepError } from '../../protocol/sweep';
import { formatCount } from '../text/format';
import { sweepWords as words } from '../text/en/sweeps';
import type { Entry } from './read-sweep';
import { unhurried } from './unhurried';

/** A file as it was chosen or dropped, by its path. */
export interface Given {
  path: string;
  file: Blob;
}

/** Bytes of text in all, and files. */
const MOST_BYTES = 64 * 2 ** 20;
export const MOST_FILES = 2 * MOST_RUNS + 10;
/** Bytes that are unpacked, or read as text, at once. */
const CHUNK = 2 ** 16;
const BLOCK = 512;

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads files, archives among them, up to what a sweep may have. Throws `SweepError`. */
export async function unpack(given: readonly Given[], mostBytes = MOST_BYTES): Promise<Entry[]> {
  const budget = new Budget(mostBytes);
  const entries: Entry[] = [];
  for (const { path, file } of given) {
    budget.addFile();
    if (!isText(path) && given.length > 1) {
      entries.push({ path, text: '' });
      continue;
    }
    budget.add(file.size);
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (const entry of await unhurried(unpacked(path, bytes, budget))) entries.push(entry);
  }
  return entries;
}

/** Whether a file of a sweep is read: of the others it is enough that they are there. */
const isText = (path: string) => !/\.(partial|failed)$/.test(path);

class Budget {
  readonly #most: number;
  #bytes = 0;
  #files = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#most) {
      throw new SweepError(words().tooLarge(formatCount(this.#most / 2 ** 20)));
    }
  }

  addFile(): void {
    if (++this.#files > MOST_FILES) throw new SweepError(words().tooMany(formatCount(MOST_FILES)));
  }
}

/** By what it begins with, whatever its name. */
function* unpacked(path: string, bytes: Bytes, budget: Budget): Generator<void, Entry[]> {
  if (isZip(bytes)) return yield* unzipped(path, bytes, budget);
  const inner = isGzip(bytes) ? yield* gunzipped(path, bytes, budget) : bytes;
  return isTar(inner) ? yield* untarred(path, inner, budget) : [yield* textOf(path, inner)];
}

export const isZip = (bytes: Bytes): boolean => beginsWith(bytes, [0x50, 0x4b, 3, 4]);
export const isGzip = (bytes: Bytes): boolean => beginsWith(bytes, [0x1f, 0x8b]);
export const isTar = (bytes: Bytes): boolean => latin(bytes, 257, 5) === 'ustar';

function beginsWith(bytes: Bytes, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function* textOf(path: string, bytes: Uint8Array): Generator<void, Entry> {
  if (!isText(path)) return { path, text: '' };
  const decoder = new TextDecoder();
  let text = '';
  for (let begin = 0; begin < bytes.length; begin += CHUNK) {
    text += decoder.decode(bytes.subarray(begin, begin + CHUNK), { stream: true });
    yield;
  }
  return { path, text: text + decoder.decode() };
}

function* unzipped(archive: string, bytes: Bytes, budget: Budget): Generator<void, Entry[]> {
  const files: { path: string; parts: Uint8Array[] }[] = [];
  let open = 0;
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    budget.addFile();
    open++;
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, isLast) => {
      if (error instanceof Error) throw error;
      budget.add(part.length);
      parts.push(part);
      if (!isLast) return;
      open--;
      files.push({ path: file.name, parts });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  yield* inChunks(archive, bytes, (chunk, isLast) => {
    unzip.push(chunk, isLast);
  });
  if (open > 0) throw new SweepError(words().broken(archive, 'unexpected EOF'));
  const entries: Entry[] = [];
  for (const { path, parts } of files) entries.push(yield* textOf(path, joined(parts)));
  return entries;
}

function* gunzipped(archive: string, bytes: Bytes, budget: Budget): Generator<void, Bytes> {
  const parts: Uint8Array[] = [];
  const gunzip = new Gunzip((part) => {
    budget.add(part.length);
    parts.push(part);
  });
  yield* inChunks(archive, bytes, (chunk, isLast) => gunzip.push(chunk, isLast));
  return joined(parts);
}

function* inChunks(
  archive: string,
  bytes: Bytes,
  push: (chunk: Uint8Array, isLast: boolean) => void,
): Generator<void, void> {
  try {
    for (let begin = 0; begin < bytes.length; begin += CHUNK) {
      push(bytes.slice(begin, begin + CHUNK), begin + CHUNK >= bytes.length);
      yield;
    }
  } catch (error) {
    if (error instanceof SweepError) throw error;
    throw new SweepError(words().broken(archive, (error as Error).message));
  }
}

/** The plain files of a tape archive. */
function* untarred(archive: string, bytes: Bytes, budget: Budget): Generator<void, Entry[]> {
  const entries: Entry[] = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    yield;
    const size = parseInt(latin(bytes, at + 124, 12).trim(), 8);
    const begin = at + BLOCK;
    if (!(size >= 0) || begin + size > bytes.length) {
      throw new SweepError(words().broken(archive, 'unexpected EOF'));
    }
    const folder = latin(bytes, at + 345, 155);
    const name = latin(bytes, at, 100);
    if (['0', ''].includes(latin(bytes, at + 156, 1))) {
      budget.addFile();
      const path = folder === '' ? name : `${folder}/${name}`;
      entries.push(yield* textOf(path, bytes.subarray(begin, begin + size)));
    }
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

/** Text up to its end or a zero. */
function latin(bytes: Bytes, begin: number, length: number): string {
  const end = bytes.subarray(begin, begin + length).indexOf(0);
  const field = bytes.subarray(begin, begin + (end < 0 ? length : end));
  return Array.from(field, (byte) => String.fromCharCode(byte)).join('');
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
