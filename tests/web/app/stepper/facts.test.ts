import { expect, test } from 'vitest';
import { factsOf } from '../../../../web/src/app/stepper/facts';
import { placeOf } from './recorded';

const CONFIGS = ['dpg', 'sac'].map((id) => `environment=pendulum&algorithm=${id}&seed=1`);
const ROW = 6;
const SAMPLE = 4;
const place = placeOf(CONFIGS, ROW, SAMPLE);
const facts = factsOf(place, 'answer', 2);

/** A number as the trace of a run has it. */
const traced = (track: number, line: string, name: string) => {
  const { entries } = place.tracks[track]!.recorded.trace;
  const entry: unknown = entries.find((each) => each.line === line && each.name === name);
  return entry as { value: number; values: number[][] };
};
const exactly = (value: number) => ({ value, error: null });

test('the place, and what a reader has done with it', () => {
  expect(facts('stepper.line')).toBe(place.rows[ROW]!.id);
  expect(facts('stepper.sample')).toEqual(exactly(SAMPLE + 1));
  expect(facts('stepper.mode')).toBe('answer');
  expect(facts('stepper.right')).toEqual(exactly(2));
});

test('numbers of the transition and of the batch, of each run', () => {
  expect(facts('a.line.actor.dq_da')).toEqual(exactly(traced(0, 'actor', 'dq_da').values[0]![4]!));
  expect(facts('b.line.next_action.log_pi_next')).toEqual(
    exactly(traced(1, 'next_action', 'log_pi_next').values[0]![4]!),
  );
  expect(facts('b.line.target.q_target')).toEqual(
    exactly(traced(1, 'target', 'q_target').values[0]![4]!),
  );
  expect(facts('b.line.critic.loss')).toEqual(exactly(traced(1, 'critic', 'loss').value));
});

test('the step taken just now has one number for all transitions', () => {
  expect(facts('a.line.act.r')).toEqual(exactly(traced(0, 'act', 'r').values[0]![0]!));
});

test('the slope of the tanh is what the two slopes of an actor are apart', () => {
  const fact = (name: string) => facts(name) as { value: number };
  const share = fact('a.line.actor.head_gradient').value / fact('a.line.actor.dq_da').value;
  expect(share).toBeCloseTo(1 - fact('a.line.action.action').value ** 2, 5);
});

test.each([
  'a.line.next_action.log_pi_next',
  'c.line.actor.dq_da',
  'a.line.actor.adam',
  'a.line.nowhere.y',
  'stepper.nothing',
])('%s is unknown', (name) => expect(facts(name)).toBeNull());
