import { expect, test } from 'vitest';
import {
  isBatchEntry,
  isSampleEntry,
  parseLines,
  parseTrace,
} from '../../../web/src/protocol/trace';

const ROWS = { line: 'target', name: 'y', components: 1, values: [[0.5, null]] };
const LOSS = { line: 'critic', name: 'loss', value: null };
const ALPHA = { line: 'temperature', name: 'alpha', before: 1, after: 0.9 };
const HEAD = {
  algorithm: 'any',
  environment: 'other',
  environment_steps: 12,
  updates: 3,
  batch: 2,
  entries: [ROWS, LOSS, ALPHA],
};

const parse = (change: object) => parseTrace(JSON.stringify({ ...HEAD, ...change }));

test('a trace reads as it was written', () => {
  const trace = parse({});
  expect(trace).toEqual(HEAD);
  expect(trace.entries.map(isSampleEntry)).toEqual([true, false, false]);
  expect(trace.entries.map(isBatchEntry)).toEqual([false, true, false]);
});

test('what is wrong with one is named', () => {
  expect(() => parse({ batch: 0 })).toThrow(/^trace: batch: /);
  expect(() => parse({ updates: 1.5 })).toThrow(/^trace: updates: /);
  expect(() => parse({ entries: [{ ...ROWS, values: [['1']] }] })).toThrow(/^trace: entries\.0/);
  expect(() => parse({ entries: [{ ...ALPHA, rate: 'fast' }] })).toThrow(/^trace: entries\.0/);
  expect(() => parse({ entries: [{ ...LOSS, line: 7 }] })).toThrow(/^trace: entries\.0/);
  expect(() => parseTrace('{')).toThrow(SyntaxError);
});

const LINE = {
  id: 'target',
  phase: 'critic',
  text: 'bootstrap',
  formula: 'y',
  when: '',
  indent: 1,
  quantities: [{ name: 'y', symbol: 'y', help: 'What Q is to say.', of: 'sample' }],
};

test('lines are found by their algorithm', () => {
  const catalog = { version: 1, algorithms: [{ id: 'any', title: 'Any', lines: [LINE] }] };
  expect(parseLines(JSON.stringify(catalog))).toEqual({ any: [LINE] });
  const wrong = { algorithms: [{ id: 'any', lines: [{ ...LINE, phase: 'rest' }] }] };
  expect(() => parseLines(JSON.stringify(wrong))).toThrow(
    /^catalog: algorithms\.0\.lines\.0\.phase/,
  );
});
