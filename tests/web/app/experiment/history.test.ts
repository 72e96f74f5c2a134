import { expect, test } from 'vitest';
import { History } from '../../../../web/src/app/experiment/history';
import { decodeFrame } from '../../../../web/src/protocol/frame';
import { pack, status } from '../../pack';

function reported(): History {
  const history = new History();
  const frame = pack([
    status(1000),
    { id: 3, columns: 5, values: [200, 0, 1, -9, 200, 400, 0, 2, -8, 200] },
    { id: 4, columns: 6, values: [500, 1, 3, -7, 12, 100, 1000, 1, 4, -6, 11, 100] },
    { id: 5, columns: 4, values: [500, 1, 3, 0.5, 1000, 1, 4, 0.25] },
    { id: 6, columns: 7, values: [300, 1, 1, 2, 3, 4, 5, 900, 1, 1, 2, 3, 4, 5] },
  ]);
  history.add(decodeFrame(frame.buffer as ArrayBuffer, frame.length));
  return history;
}

test('a history can be had up to a step', () => {
  const past = reported().upTo(900);
  expect(past.episodes.steps).toEqual([200, 400]);
  expect(past.evaluations).toEqual({ steps: [500], updates: [1], seconds: [3], value: [-7] });
  expect(past.deviations).toEqual([12]);
  expect(past.probes.map(([at]) => at)).toEqual([300, 900]);
  expect(past.diagnostics).toEqual([[500, 1, 3, 0.5]]);
  expect(past.evaluation(-1)).toEqual({ steps: 500, mean: -7, deviation: 12, states: 100 });
});

test('the past does not change with what is to come', () => {
  const whole = reported();
  const past = whole.upTo(1000);
  whole.evaluations.value[0] = 0;
  whole.probes[0]![0] = 0;
  expect(past).toEqual(reported());
});
