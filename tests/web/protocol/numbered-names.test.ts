import { expect, test } from 'vitest';
import { packNames, unpackNames } from '../../../web/src/protocol/numbered-names';

test('names that count are one entry, and come back as they were', () => {
  const names = ['row', 'cell_0', 'cell_1', 'cell_2', 'value_0', 'value_1', 'x_0', 's_1', 's_2'];
  expect(packNames(names)).toEqual(['row', 'cell_*3', 'value_*2', 'x_0', 's_1', 's_2']);
  expect(unpackNames(packNames(names))).toEqual(names);
  expect(unpackNames(packNames([]))).toEqual([]);
});
