import { expect, test } from 'vitest';
import { evaluationNote, evaluationRows } from '../../../../web/src/app/curves/evaluation-rows';
import { History } from '../../../../web/src/app/experiment/history';
import { decodeFrame } from '../../../../web/src/protocol/frame';
import { bins, pack, status } from '../../pack';

/** One evaluation at each of these steps, over a hundred start states. */
function evaluated(...steps: number[]): History {
  const history = new History();
  const rows = steps.map((at) => [at, -at, -at, -at, -at, 12, 100]);
  const frame = pack([status(1000), bins(4, rows)]);
  history.add(decodeFrame(frame.buffer as ArrayBuffer, frame.length));
  return history;
}

test('each step is a row, in order, and a run that was not evaluated there has a gap', () => {
  const [heads, ...rows] = evaluationRows([
    { id: 'A', history: evaluated(500, 1500) },
    { id: 'B', history: evaluated(500, 1000) },
  ]);
  expect(heads).toEqual(['environment steps', 'run A', 'run B']);
  expect(rows.map(([step]) => step)).toEqual(['500', '1,000', '1,500']);
  expect(rows[1]![1]).toBeNull();
  expect(rows[1]![2]).toMatch(/^−1,?000\.0 ± 12\.0$/);
  expect(rows[2]![2]).toBeNull();
});

test('of very many there are at most 128 rows, which say what they are the mean of', () => {
  const steps = Array.from({ length: 400 }, (_, i) => 500 * (i + 1));
  const runs = [{ id: 'A', history: evaluated(...steps) }];
  const [heads, ...rows] = evaluationRows(runs);
  expect(heads).toHaveLength(5);
  expect(rows.length).toBeLessThanOrEqual(128);
  expect(Number(rows[0]![2])).toBeGreaterThan(1);
  expect(evaluationNote(runs)).toContain('several evaluations');
  expect(evaluationNote([{ id: 'A', history: evaluated(500) }])).not.toContain('several');
});
