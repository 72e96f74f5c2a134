import { describe, expect, test } from 'vitest';
import { PARTS, STAGE } from '../../../../web/src/app/kit/embedding';
import { readOptions, strayKeys } from '../../../../web/src/app/embed/options';

const PLAIN = { experiment: '#', shown: STAGE, lock: [], theme: 'auto', ignored: [] };

describe('the options of a frame', () => {
  test('stand in the hash beside the experiment', () => {
    const experiment = 'v=2&pair=score-function&seed=3';
    expect(readOptions(`#${experiment}&hide=header,story&lock=sac.tau%20seed&theme=dark`)).toEqual({
      ...PLAIN,
      experiment: `#${experiment}`,
      shown: PARTS.filter((part) => part !== 'header' && part !== 'story'),
      lock: ['sac.tau', 'seed'],
      theme: 'dark',
    });
    expect(readOptions('')).toEqual(PLAIN);
  });

  test.each([
    ['show=settings,curves', ['settings', 'curves']],
    ['show=none', []],
    ['show=curves,story&hide=story', ['curves']],
    ['hide=', PARTS],
  ])('say what is shown beside Play and the agents: %s', (hash, shown) => {
    expect(readOptions(`#${hash}`)).toEqual({ ...PLAIN, shown });
  });

  test.each([
    ['lesson=x&step=2', PARTS.filter((part) => part !== 'header' && part !== 'footer')],
    ['lesson=x&hide=story', PARTS.filter((part) => part !== 'story')],
    ['lesson=x&show=curves', ['curves']],
  ])('leave it to a lesson what it needs, unless they say so: %s', (hash, shown) => {
    expect(readOptions(`#${hash}`).shown).toEqual(shown);
  });

  test.each([
    ['hide=lunar', 'hide=lunar: not one of header, '],
    ['hide=__proto__', 'hide=__proto__: not one of'],
    ['theme=pink', 'theme=pink: not one of light, dark, auto'],
    ['theme=%E0%A4%A', 'theme=%E0%A4%A: not one of'],
    [`theme=${'x'.repeat(90)}`, 'x…: not one of'],
  ])('that make no sense are named: %s', (hash, note) => {
    const { ignored, ...rest } = readOptions(`#${hash}`);
    const shown = hash.startsWith('hide') ? PARTS : STAGE;
    expect({ ...rest, ignored: [] }).toEqual({ ...PLAIN, shown });
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain(note);
  });

  test('count once, and stray ones do not fill the page', () => {
    expect(readOptions('#theme=dark&theme=light').theme).toBe('dark');
    expect(readOptions(`#hide=${'a,'.repeat(9999)}`).ignored.length).toBeLessThan(20);
    expect(readOptions('#lock=<script>,__proto__,SAC').lock).toEqual([]);
  });
});

test('keys that are locked and do not exist are named, the first of them', () => {
  const catalog = { run: { parameters: [] }, environments: [], algorithms: [] };
  const stray = Array.from({ length: 3000 }, (_, i) => `stray_${i}`);
  const notes = strayKeys(new Set(['all', 'preset', ...stray]), catalog);
  expect(notes).toHaveLength(9);
  expect(notes[0]).toBe('lock=stray_0: not all, and not the key of a parameter');
  expect(notes.at(-1)).toBe('and 2,992 more');
  const [long] = strayKeys(new Set(['x'.repeat(9999)]), catalog);
  expect(long!.length).toBeLessThan(100);
});
