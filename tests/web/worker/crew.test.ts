import { beforeEach, describe, expect, test } from 'vitest';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { crewArguments, parseReports } from '../../../web/src/protocol/crew-requests';
import { dispatch } from '../../../web/src/protocol/requests';
import { Crew } from '../../../web/src/worker/crew';
import { FakeCore, type FakeSession } from '../fake-core';

let core: FakeCore;
let crew: Crew;
let asked: number;
beforeEach(() => {
  core = new FakeCore();
  asked = 0;
  const scheduler = { now: () => 0, soon: () => (asked += 1), later: () => undefined };
  crew = new Crew(core, () => undefined, scheduler);
});

const begin = (run: number, config = `seed=${run}`): FakeSession => {
  crew.handlers.create(run, config);
  return core.sessions.at(-1)!;
};
const turns = (count: number) => {
  for (let i = 0; i < count; i++) crew.turn();
};
const activities = () => crew.handlers.report().map(({ run, activity }) => `${run} ${activity}`);

describe('a crew', () => {
  test('trains the run that is furthest behind, so all get on alike', () => {
    const [slow, fast] = [begin(1), begin(2)];
    slow.perSlice = 3;
    crew.handlers.pace(true, null);
    for (let i = 0; i < 40; i++) {
      crew.turn();
      expect(Math.abs(slow.taken - fast.taken)).toBeLessThanOrEqual(10);
    }
    expect(slow.slices.length).toBeGreaterThan(2 * fast.slices.length);
  });

  test('lets a run catch up that has come later', () => {
    const first = begin(1);
    crew.handlers.pace(true, null);
    turns(5);
    const second = begin(2);
    turns(5);
    expect([first.taken, second.taken]).toEqual([50, 50]);
  });

  test('rests after a pause, within a slice', () => {
    const session = begin(1);
    crew.handlers.pace(true, null);
    turns(2);
    crew.handlers.pace(false, null);
    const before = asked;
    turns(3);
    expect(session.taken).toBe(20);
    expect(asked).toBe(before);
    expect(activities()).toEqual(['1 paused']);
  });

  test('stops each run exactly where it should', () => {
    const sessions = [begin(1), begin(2)];
    crew.handlers.pace(true, 25);
    turns(9);
    expect(sessions.map(({ taken }) => taken)).toEqual([25, 25]);
    expect(activities()).toEqual(['1 finished', '2 finished']);
    crew.handlers.pace(true, 40);
    expect(activities()).toEqual(['1 training', '2 training']);
    turns(4);
    expect(sessions.map(({ taken }) => taken)).toEqual([40, 40]);
  });

  test('brings a run to a step while it rests, and no further', () => {
    const [first, second] = [begin(1), begin(2)];
    crew.handlers.pace(true, 15);
    turns(4);
    crew.handlers.pace(false, 15);
    crew.handlers.advance(1, 16);
    turns(3);
    expect([first.taken, second.taken]).toEqual([16, 15]);
    crew.handlers.advance(1, 3);
    crew.handlers.advance(2, 40);
    crew.handlers.pace(false, 15);
    turns(3);
    expect([first.taken, second.taken]).toEqual([16, 15]);
    expect(() => crew.handlers.advance(3, 1)).toThrow('there is no run 3');
  });

  test('goes on with the others where one diverges, and says why', () => {
    const [first, second] = [begin(1), begin(2)];
    first.divergesAt = 15;
    crew.handlers.pace(true, 60);
    turns(12);
    expect([first.taken, second.taken]).toEqual([15, 60]);
    const [report] = crew.handlers.report();
    expect(report).toMatchObject({ activity: 'diverged', status: 'the critic loss is not finite' });
  });

  test('reports only what is new', () => {
    begin(1);
    begin(2);
    expect(activities()).toEqual(['1 paused', '2 paused']);
    expect(activities()).toEqual([]);
    crew.handlers.pace(true, null);
    crew.handlers.report();
    crew.turn();
    const [report, ...others] = parseReports(crew.handlers.report());
    expect(others).toEqual([]);
    expect(decodeFrame(report!.buffer, report!.words).status.steps).toBe(10);
  });

  test('saves, ends and goes on from a checkpoint', () => {
    const session = begin(1);
    crew.handlers.pace(true, 30);
    turns(3);
    const saved = crew.handlers.save(1);
    expect(saved).toMatchObject({ config: 'seed=1', steps: 30 });
    expect(crew.handlers.digest(1)).toEqual({ steps: 30, digest: session.digest() });
    crew.handlers.end(1);
    expect(session.isDeleted).toBe(true);
    expect(() => crew.handlers.save(1)).toThrow('there is no run 1');
    expect(crew.handlers.load(2, saved.checkpoint).steps).toBe(30);
  });

  test('refuses what is none, and goes on as it was', () => {
    begin(1);
    expect(() => crew.handlers.create(2, 'bad=1')).toThrow('bad: unknown parameter');
    expect(() => crew.handlers.create(1, 'seed=1')).toThrow('run 1 is there already');
    expect(() => crew.handlers.load(2, new ArrayBuffer(4))).toThrow('checkpoint');
    const call = (name: string, ...args: unknown[]) =>
      dispatch(crew.handlers, crewArguments, name, args);
    expect(() => call('create', -1, 'seed=1')).toThrow('create: argument 0: not allowed');
    expect(() => call('pace', true, 1.5)).toThrow('pace: argument 1: not allowed');
    expect(() => call('watch')).toThrow('no such command');
    crew.handlers.pace(true, 10);
    turns(2);
    expect(activities()).toEqual(['1 finished']);
  });

  test.each([
    [{}, 'another form'],
    [[{ run: 1 }], '0.buffer'],
    [
      [{ run: 1, buffer: new ArrayBuffer(4), words: 1, activity: 'idle', status: '' }],
      '0.activity',
    ],
  ])('what is no report is refused: %j', (data, wrong) => {
    expect(() => parseReports(data)).toThrow(wrong);
  });
});
