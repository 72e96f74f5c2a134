/** Encoded signs but `#`, `&` and `=`, at which a hash is taken apart before it is read. */
const ENCODED = /%(?!2[36]|3d)[2-7][\da-f]/gi;

/**
 * As many runs as a hash asks for: by `runs`, by its claims, or by the last letter with settings of
 * its own; else one that is about something, and two for a pair.
 */
export function runCount(encoded: string): number {
  const hash = encoded.replaceAll(ENCODED, decodeURIComponent);
  const asked = /[#&]runs=([1-4])(?:&|$)/.exec(hash)?.[1];
  if (asked !== undefined) return Number(asked);
  const claims = /[#&]digest=([0-9a-f,]+)/.exec(hash)?.[1]?.split(',').length ?? 1;
  const own = [...hash.matchAll(/[#&]([a-d])\./g)].map(([, letter]) => 'abcd'.indexOf(letter!) + 1);
  const presets = [...hash.matchAll(/[#&]preset=/g)].length; // one per run in version 1
  const isAbout = /[#&](preset|environment|algorithm|task)=/.test(hash);
  const least = isAbout ? Math.min(4, Math.max(1, presets)) : 2;
  return own.reduce((most, count) => Math.max(most, count), Math.max(least, Math.min(4, claims)));
}
