import { beforeEach, describe, expect, test } from 'vitest';
import type { FromWorker } from '../../../web/src/protocol/commands';
import type { Pace } from '../../../web/src/protocol/run-commands';
import { Trainer } from '../../../web/src/worker/trainer';
import { FakeCore, type FakeSession } from '../fake-core';

type FrameMessage = Extract<FromWorker, { type: 'frame' }>;

const FREE: Pace = { running: true, stepsPerSecond: null, stopAt: null };

let core: FakeCore;
let trainer: Trainer;
let frames: FrameMessage[];
let now: number;
let requests: (number | 'soon')[];

beforeEach(() => {
  core = new FakeCore();
  frames = [];
  now = 0;
  requests = [];
  const post = (message: FromWorker) => frames.push(message as FrameMessage);
  trainer = new Trainer(core, post, {
    now: () => now,
    soon: () => requests.push('soon'),
    later: (milliseconds) => requests.push(milliseconds),
  });
});

function start(config = 'seed=1'): FakeSession {
  trainer.handlers.create(config);
  return core.sessions.at(-1)!;
}

function turn(milliseconds = 8): void {
  now += milliseconds;
  trainer.turn();
}

describe('training', () => {
  test('runs slice after slice, and stops with the pause', () => {
    const session = start();
    trainer.handlers.pace(FREE);
    for (let i = 0; i < 3; i++) turn();
    expect(session.taken).toBe(30);
    expect(requests.at(-1)).toBe('soon');
    expect(trainer.handlers.pace({ ...FREE, running: false })).toBe(30);
    for (let i = 0; i < 3; i++) turn();
    expect(session.taken).toBe(30);
  });

  test('asks for no more turns once it is paused and its viewer is held still', () => {
    start();
    trainer.handlers.watch(0.05, false);
    trainer.handlers.pace(FREE);
    for (let i = 0; i < 3; i++) turn();
    trainer.handlers.watch(null, false);
    trainer.handlers.pace({ ...FREE, running: false });
    const { length } = requests;
    for (let i = 0; i < 3; i++) turn();
    expect(requests).toHaveLength(length);
  });

  test('keeps to the rate that was asked for', () => {
    const session = start();
    trainer.handlers.pace({ ...FREE, stepsPerSecond: 200 });
    for (let i = 0; i < 1000; i++) turn(2);
    expect(session.taken).toBeGreaterThanOrEqual(398);
    expect(session.taken).toBeLessThanOrEqual(400);
    trainer.turn();
    expect(requests.at(-1)).toBeGreaterThan(0);
    expect(requests.at(-1)).toBeLessThanOrEqual(5);
  });

  test('goes on by what somebody else asks of the run', () => {
    const session = start();
    session.divergesAt = 3;
    const lead = () => trainer.lead((run) => run.train(1, Infinity));
    expect([lead(), lead()]).toEqual([1, 1]);
    trainer.addBuffer(new ArrayBuffer(1024));
    turn();
    expect(frames.at(-1)).toMatchObject({ activity: 'paused' });
    expect([lead(), lead()]).toEqual([1, 0]);
    trainer.addBuffer(new ArrayBuffer(1024));
    turn();
    expect(frames.at(-1)).toMatchObject({ activity: 'diverged', status: session.status() });
    expect(trainer.handlers.step()).toBe(3);
  });

  test('does not catch up on time that was lost', () => {
    const session = start();
    session.perSlice = 1e9;
    trainer.handlers.pace({ ...FREE, stepsPerSecond: 200 });
    turn();
    turn(60_000);
    expect(session.taken).toBeLessThanOrEqual(22);
  });

  test('stops exactly at the step that was asked for', () => {
    const session = start();
    trainer.handlers.pace({ ...FREE, stopAt: 25 });
    for (let i = 0; i < 5; i++) turn();
    trainer.addBuffer(new ArrayBuffer(1024));
    expect(session.taken).toBe(25);
    expect(session.slices.at(-1)).toBe(5);
    expect(frames.at(-1)).toMatchObject({ activity: 'finished' });
    trainer.handlers.pace({ ...FREE, stopAt: 40 });
    for (let i = 0; i < 5; i++) turn();
    expect(session.taken).toBe(40);
  });

  test('says that it stands at its end already, whatever it has said in between', () => {
    start();
    trainer.handlers.pace({ ...FREE, stopAt: 10 });
    for (let i = 0; i < 3; i++) turn();
    trainer.handlers.pace({ ...FREE, stopAt: 10 });
    trainer.addBuffer(new ArrayBuffer(1024));
    trainer.addBuffer(new ArrayBuffer(1024));
    turn();
    expect(frames.map(({ activity }) => activity)).toEqual(['training', 'finished']);
  });

  test('takes one step on request', () => {
    const session = start();
    expect(trainer.handlers.step()).toBe(1);
    expect(trainer.handlers.step()).toBe(2);
    expect(session.slices).toEqual([1, 1]);
  });

  test('reports divergence in words, once it cannot go on', () => {
    start().divergesAt = 15;
    trainer.handlers.pace(FREE);
    for (let i = 0; i < 4; i++) turn();
    trainer.addBuffer(new ArrayBuffer(1024));
    expect(frames.at(-1)).toMatchObject({
      activity: 'diverged',
      status: 'the critic loss is not finite',
    });
    const { length } = requests;
    turn();
    expect(requests).toHaveLength(length);
  });
});

describe('frames', () => {
  test('wait for a buffer while training does not', () => {
    const session = start();
    trainer.handlers.pace(FREE);
    for (let i = 0; i < 5; i++) turn();
    expect(session.taken).toBe(50);
    expect(frames).toHaveLength(0);
    trainer.addBuffer(new ArrayBuffer(1024));
    expect(frames).toHaveLength(1);
    turn();
    expect(frames).toHaveLength(1);
  });

  test('are sent only when there is news', () => {
    start();
    for (let i = 0; i < 3; i++) trainer.addBuffer(new ArrayBuffer(1024));
    expect(frames).toHaveLength(1);
    turn();
    expect(frames).toHaveLength(1);
    trainer.handlers.step();
    turn();
    expect(frames).toHaveLength(2);
  });

  test('carry the epoch of their run', () => {
    const first = start();
    trainer.addBuffer(new ArrayBuffer(1024));
    start('seed=2');
    trainer.addBuffer(new ArrayBuffer(1024));
    expect(frames.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(first.isDeleted).toBe(true);
  });
});

describe('moments', () => {
  const stepOf = (checkpoint: ArrayBuffer) => new DataView(checkpoint).getUint32(0);
  const trainTo = (steps: number, session: FakeSession) => {
    session.perSlice = 70;
    trainer.handlers.pace({ ...FREE, stopAt: steps });
    for (let i = 0; i < steps; i++) turn();
    expect(session.taken).toBe(steps);
  };

  test('are kept every 250 steps, whatever a slice takes', () => {
    const session = start();
    trainTo(1100, session);
    expect(trainer.handlers.moments()).toEqual([
      { steps: 250, updates: 150 },
      { steps: 500, updates: 400 },
      { steps: 750, updates: 650 },
      { steps: 1000, updates: 900 },
    ]);
  });

  test('become sparser instead of more', () => {
    const session = start();
    trainTo(24 * 250, session);
    expect(trainer.handlers.moments()).toHaveLength(24);
    trainTo(25 * 250, session);
    const steps = () => trainer.handlers.moments().map((moment) => moment.steps);
    expect(steps()).toEqual(Array.from({ length: 12 }, (_, i) => 500 * (i + 1)));
    trainTo(26 * 250, session);
    expect(steps()).toHaveLength(13);
    trainTo(30_000, session);
    expect(steps()).toEqual(Array.from({ length: 15 }, (_, i) => 2000 * (i + 1)));
  });

  test('take a limited number of bytes', () => {
    const session = start();
    session.checkpointBytes = 7 * 2 ** 20;
    trainTo(1000, session);
    expect(trainer.handlers.moments().map(({ steps }) => steps)).toEqual([500, 1000]);
    session.checkpointBytes = 30 * 2 ** 20;
    trainTo(2000, session);
    expect(trainer.handlers.moments().length).toBeLessThan(2);
  });

  test('give the nearest checkpoint, and the present if it is asked for', () => {
    const session = start();
    expect(stepOf(trainer.handlers.moment(77))).toBe(0);
    trainTo(620, session);
    expect([0, 370, 380, 619, 1e6].map((at) => stepOf(trainer.handlers.moment(at)))).toEqual([
      250, 250, 500, 500, 500,
    ]);
    expect(stepOf(trainer.handlers.moment(620))).toBe(620);
  });

  test('belong to one run', () => {
    trainTo(300, start());
    start('seed=2');
    expect(trainer.handlers.moments()).toEqual([]);
  });
});

describe('the viewer', () => {
  test('acts in real time, whatever the training does', () => {
    const session = start();
    trainer.handlers.watch(0.05, false);
    for (let i = 0; i < 100; i++) turn(10);
    expect(session.taken).toBe(0);
    expect(session.watched).toBeGreaterThanOrEqual(19);
    expect(session.watched).toBeLessThanOrEqual(20);
    trainer.handlers.pace(FREE);
    for (let i = 0; i < 100; i++) turn(10);
    expect(session.watched).toBeGreaterThanOrEqual(39);
    expect(session.watched).toBeLessThanOrEqual(40);
    trainer.handlers.kick(0.5);
    expect(session.kicks).toBe(1);
    trainer.handlers.watch(null, false);
    const { watched } = session;
    for (let i = 0; i < 100; i++) turn(10);
    expect(session.watched).toBe(watched);
  });

  test('shows a push or a drag even while it is held still', () => {
    const session = start();
    for (let i = 0; i < 2; i++) trainer.addBuffer(new ArrayBuffer(1024));
    turn();
    const { length } = requests;
    expect(frames).toHaveLength(1);
    trainer.handlers.kick(0.5);
    expect(requests.slice(length)).toEqual(['soon']);
    turn();
    expect(frames).toHaveLength(2);
    trainer.addBuffer(new ArrayBuffer(1024));
    trainer.handlers.drag(0.5, -1);
    expect(session.drags).toEqual([[0.5, -1]]);
    turn();
    expect(frames).toHaveLength(3);
  });
});

describe('bad input', () => {
  test('an invalid configuration leaves the run as it was', () => {
    const session = start();
    trainer.handlers.pace(FREE);
    turn();
    expect(() => trainer.handlers.create('bad=1')).toThrow('bad: unknown parameter');
    turn();
    expect(session.isDeleted).toBe(false);
    expect(session.taken).toBe(20);
    expect(trainer.epoch).toBe(1);
  });

  test('nothing can be done before there is a run', () => {
    expect(() => trainer.handlers.step()).toThrow('no run');
    expect(() => trainer.handlers.pace(FREE)).toThrow('no run');
    expect(() => trainer.handlers.moment(1)).toThrow('no run');
    expect(() => trainer.turn()).not.toThrow();
  });
});

describe('checkpoints', () => {
  test('are of the run as it is, and put another in its place', () => {
    const session = start();
    trainer.handlers.pace(FREE);
    turn();
    const saved = trainer.handlers.save();
    expect(saved).toMatchObject({ config: 'seed=1', steps: 10 });
    turn();
    expect(trainer.handlers.load(saved.checkpoint)).toEqual({ config: 'seed=7', steps: 10 });
    expect(session.isDeleted).toBe(true);
    expect(trainer.epoch).toBe(2);
    expect(trainer.handlers.digest().steps).toBe(10);
    turn();
    expect(core.sessions.at(-1)!.taken).toBe(10);
  });

  test('that are none leave the run as it is, training', () => {
    const session = start();
    trainer.handlers.pace(FREE);
    turn();
    expect(() => trainer.handlers.load(new ArrayBuffer(4))).toThrow('this is none');
    turn();
    expect([session.taken, session.isDeleted, trainer.epoch]).toEqual([20, false, 1]);
  });

  test('need no run before them', () => {
    const checkpoint = new ArrayBuffer(4);
    new DataView(checkpoint).setUint32(0, 30);
    expect(trainer.handlers.load(checkpoint).steps).toBe(30);
  });
});

describe('a look at critic and policy', () => {
  test('is answered with how long training waited for it, and asks for no more', () => {
    expect(() => trainer.handlers.field(0, 1, 16, 16)).toThrow('there is no run yet');
    const session = start();
    requests = [];
    session.field = () => {
      now += 7;
      return new ArrayBuffer(8);
    };
    const { buffer, milliseconds } = trainer.handlers.field(0, 1, 16, 16);
    expect(buffer.byteLength).toBe(8);
    expect(milliseconds).toBe(7);
    expect(requests).toEqual([]);
    expect(session.taken).toBe(0);
  });
});
