import { describe, expect, test } from 'vitest';
import {
  elementSnippet,
  embedHash,
  type Embedding,
  frameSnippet,
} from '../../../../web/src/app/builder/snippet';
import { readOptions } from '../../../../web/src/app/embed/options';

const plain: Embedding = {
  base: 'https://example.org/playground/',
  experiment: '#v=2&pair=score-function&seed=3',
  show: '',
  lock: '',
  theme: '',
  lang: '',
  title: '',
  poster: '',
};
const full: Embedding = {
  ...plain,
  show: 'story,footer',
  lock: 'sac.tau,seed',
  theme: 'dark',
  lang: 'de',
  title: 'A "noisy" gradient & a <calm> one',
  poster: 'poster.png',
};

describe('the markup of an embedding', () => {
  test('says nothing that need not be said', () => {
    expect(elementSnippet(plain)).toBe(
      '<script src="https://example.org/playground/actor-critic-playground.js" defer></script>\n' +
        '<actor-critic-playground\n  experiment="#v=2&amp;pair=score-function&amp;seed=3">\n' +
        '</actor-critic-playground>',
    );
    expect(frameSnippet(plain, 800)).toContain('title="Actor-Critic Playground" width="100%"');
  });

  test('cannot be broken out of', () => {
    for (const snippet of [elementSnippet(full), frameSnippet(full, 800)]) {
      expect(snippet).toContain('title="A &quot;noisy&quot; gradient &amp; a &lt;calm> one"');
    }
    expect(elementSnippet(full)).toContain('poster="poster.png"');
    expect(frameSnippet(full, 812)).toContain('height="812"');
  });

  test('has a hash that the frame reads as it was meant', () => {
    expect(readOptions(embedHash(full))).toEqual({
      experiment: full.experiment,
      shown: ['story', 'footer'],
      lock: ['sac.tau', 'seed'],
      theme: 'dark',
      ignored: [],
    });
    expect(embedHash(plain)).toBe(plain.experiment);
  });
});
