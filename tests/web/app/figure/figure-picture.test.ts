import { beforeAll, expect, test, vi } from 'vitest';
import type { Figure, Rows } from '../../../../web/src/app/figure/figure';

interface Picture {
  figure: Figure;
  render(): { values: unknown[] };
}

const figureOf = (...rows: Rows): Figure => ({
  title: 'Numbers',
  caption: '',
  about: '',
  build: '',
  link: null,
  file: 'numbers',
  rows: () => [['step'], ...rows],
  picture: { label: '', height: () => 100, draw: () => undefined },
});

let picture: Picture;
beforeAll(async () => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('ResizeObserver', Object);
  await import('../../../../web/src/app/figure/figure-picture');
  picture = new (customElements.get('figure-picture')!)() as unknown as Picture;
});

function press(key: string): void {
  const handler = picture.render().values.find((value) => typeof value === 'function')!;
  (handler as (event: unknown) => void)({ key, preventDefault: () => undefined });
}
const readOut = () => picture.render().values.at(-1);

test('the read-out is of the numbers on display, until the cursor is put away', () => {
  picture.figure = figureOf([1], [2], [3]);
  expect(readOut()).toBe('');
  press('End');
  expect(readOut()).toBe('3 of 3: step 3');
  picture.figure = figureOf([1], [2], [4]);
  expect(readOut()).toBe('3 of 3: step 4');
  picture.figure = figureOf([5], [6]);
  expect(readOut()).toBe('2 of 2: step 6');
  press('ArrowLeft');
  expect(readOut()).toBe('1 of 2: step 5');
  press('Escape');
  expect(readOut()).toBe('');
});
