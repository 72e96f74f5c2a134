import { escapeFormula, LONGEST_FORMULA, unescapeFormula } from '../../protocol/formulas';

/** What a packed text starts with, and none that is not packed. */
const MARK = '~';
/** In a hash, with the letter of a run before it or not. */
const PACKED = /(^|[#&.])(formula\.task=)(~[\w-]*)(?=&|$)/g;

/** A text as a link has it: compressed, unless that is not shorter. */
export async function packFormula(text: string): Promise<string> {
  const packing = new CompressionStream('deflate-raw');
  const bytes = await piped(new TextEncoder().encode(unescapeFormula(text)), packing, Infinity);
  const digits = btoa(Array.from(bytes!, (byte) => String.fromCharCode(byte)).join(''));
  const packed = MARK + digits.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return packed.length < text.length ? packed : text;
}

/** The text of a packed one; `undefined` if it is none, or would be longer than any text. */
export async function unpackFormula(packed: string): Promise<string | undefined> {
  if (!/^~[\w-]+$/.test(packed) || packed.length > LONGEST_FORMULA) return undefined;
  try {
    const digits = packed.slice(1).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
    const unpacking = new DecompressionStream('deflate-raw');
    const plain = await piped(bytes, unpacking, LONGEST_FORMULA);
    return plain && escapeFormula(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}

/** A hash with every packed text as a hash has it that is not packed; others stay as they are. */
export async function unpackLink(hash: string): Promise<string> {
  const texts = new Map<string, string | undefined>();
  for (const [, , , packed] of hash.matchAll(PACKED)) {
    if (!texts.has(packed!)) texts.set(packed!, await unpackFormula(packed!));
  }
  return hash.replaceAll(PACKED, (part, before: string, name: string, packed: string) => {
    const text = texts.get(packed);
    return text === undefined ? part : `${before}${name}${text}`;
  });
}

/** What comes out of a stream for these bytes; `undefined` once that is longer than `most`. */
async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}
