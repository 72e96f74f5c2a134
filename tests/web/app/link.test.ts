import { describe, expect, test } from 'vitest';
import { formatLink, type LinkRules, readLink } from '../../../web/src/app/link';

const rules: LinkRules = {
  pairs: ['score-function', 'leave-one-out'],
  presets: ['pendulum-sac', 'cart-pole-a2c'],
  runs: 2,
  seed: { min: 0, max: 2147483647 },
  defaults: { pair: 'score-function', presets: [], seed: 1 },
};

describe('readLink', () => {
  test('reads what formatLink writes', () => {
    const link = { pair: 'leave-one-out', presets: [], seed: 42 };
    expect(readLink(formatLink(link), rules)).toEqual({ link, ignored: [] });
  });

  test('of an empty hash gives the defaults', () => {
    for (const hash of ['', '#']) {
      expect(readLink(hash, rules)).toEqual({ link: rules.defaults, ignored: [] });
    }
  });

  test.each([
    ['#pair=lunar', 'pair=lunar: not one of score-function, leave-one-out'],
    ['#seed=-1', 'seed=-1: not a whole number from 0 to 2147483647'],
    ['#seed=1.5', 'seed=1.5: not'],
    ['#seed=2147483648', 'seed=2147483648: not'],
    ['#seed=1e3', 'seed=1e3: not'],
    ['#seed=', 'seed=: not'],
    ['#v=2', 'v=2: only version 1'],
    ['#preset=lunar', 'preset=lunar: unknown'],
    ['#colour=red', 'colour: unknown'],
    [`#seed=${'9'.repeat(1000)}`, '9…: not'],
  ])('ignores %s and says so', (hash, note) => {
    const { link, ignored } = readLink(hash, rules);
    expect(link).toEqual(rules.defaults);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain(note);
    expect(ignored[0]!.length).toBeLessThan(120);
  });

  test('reads a preset for each run, and no more', () => {
    const presets = ['cart-pole-a2c', 'pendulum-sac'];
    const hash = formatLink({ pair: '', presets, seed: 3 });
    expect(hash).toBe('#v=1&preset=cart-pole-a2c&preset=pendulum-sac&seed=3');
    expect(readLink(hash, rules).link.presets).toEqual(presets);
    expect(rules.defaults.presets).toEqual([]);
    const third = readLink(`${hash}&preset=pendulum-sac`, rules);
    expect(third.link.presets).toEqual(presets);
    expect(third.ignored).toEqual(['preset=pendulum-sac: there are only 2 runs']);
  });

  test('of a pair does not need its presets', () => {
    const presets = ['pendulum-sac', 'pendulum-sac'];
    expect(formatLink({ pair: 'leave-one-out', presets, seed: 1 })).not.toContain('preset');
  });

  test.each(['#v=2&pair=leave-one-out&x=1', '#seed=7&v=2', '#v=1&seed=7&v=3'])(
    'of another version uses nothing: %s',
    (hash) => {
      const { link, ignored } = readLink(hash, rules);
      expect(link).toEqual(rules.defaults);
      expect(ignored).toHaveLength(1);
      expect(ignored[0]).toMatch(/^v=[23]: only version 1 is known/);
    },
  );

  test('names the first few of many mistakes, and counts the others', () => {
    const many = readLink(`#seed=7${'&a'.repeat(50_000)}`, rules);
    expect(many.link.seed).toBe(7);
    expect(many.ignored).toEqual([...Array<string>(8).fill('a: unknown'), 'and 49,992 more']);
    expect(readLink(`#${'a&'.repeat(9)}`, rules).ignored.at(-1)).toBe('and 1 more');
    expect(readLink(`#${'a&'.repeat(8)}`, rules).ignored).toHaveLength(8);
  });

  test('keeps what is valid beside what is not', () => {
    const { link, ignored } = readLink('#v=1&seed=7&pair=x&y=%3Cscript%3E', rules);
    expect(link).toEqual({ pair: 'score-function', presets: [], seed: 7 });
    expect(ignored).toHaveLength(2);
  });
});
