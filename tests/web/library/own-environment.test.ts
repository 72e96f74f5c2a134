// Tasks written in JavaScript, in the library as it is shipped.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { createSession, type Environment } from '../../../web/src/library/index';

vi.mock('@acp/host-wasm?url', () => ({
  default: pathToFileURL(resolve(import.meta.dirname, '../../../build/wasm/acp_host.wasm')).href,
}));

interface Rod {
  theta: number;
  omega: number;
}

/** The pendulum of wasm/core/env/pendulum.cpp once more. */
const unsaved: Environment<Rod> = {
  id: 'rod',
  observation: ['cos', 'sin', 'omega'],
  action: [{ name: 'torque', low: -2, high: 2 }],
  timeLimit: 200,
  create: () => ({ theta: 0, omega: 0 }),
  reset(rod, { uniform }) {
    rod.theta = uniform(-Math.PI, Math.PI);
    rod.omega = uniform(-1, 1);
  },
  step(rod, [torque], { sin }) {
    const angle = wrapped(rod.theta);
    const cost = angle * angle + 0.1 * rod.omega * rod.omega + 0.001 * torque! * torque!;
    const faster = rod.omega + (15 * sin(rod.theta) + 3 * torque!) * 0.05;
    rod.omega = Math.min(8, Math.max(-8, faster));
    rod.theta += 0.05 * rod.omega;
    return { reward: -cost, terminated: false };
  },
  observe: ({ theta, omega }, { cos, sin }) => [cos(theta), sin(theta), omega],
};
const pendulum: Environment<Rod> = {
  ...unsaved,
  save: ({ theta, omega }) => [theta, omega],
  load(rod, [theta, omega]) {
    Object.assign(rod, { theta, omega });
  },
};

function wrapped(angle: number): number {
  const rest = (angle + Math.PI) % (2 * Math.PI);
  return rest < 0 ? rest + Math.PI : rest - Math.PI;
}

/** Small, and quick to learn a little. */
const sac = { algorithm: 'sac', seed: 1, 'sac.warmup_steps': 200, 'sac.batch_size': 16 };

/** What starting a run of it, and training for `steps`, has to say. */
async function complaint(environment: Environment<Rod>, steps = 0): Promise<string> {
  try {
    (await createSession({ ...sac, environment })).train(steps);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('a task of one’s own', () => {
  test('is trained to the digest of the same task in the core', async () => {
    const own = await createSession({ ...sac, environment: pendulum });
    const built = await createSession({ ...sac, environment: 'pendulum' });
    for (const session of [own, built]) session.train(600);
    expect(own.digest()).toBe(built.digest());
    expect(own.progress.lastReturn).toBe(built.progress.lastReturn);
    expect(own.config).toContain('environment=rod');
  });

  test('goes on from a checkpoint bit for bit', async () => {
    const [one, other] = [
      await createSession({ ...sac, environment: pendulum }),
      await createSession({ ...sac, seed: 9, environment: pendulum }),
    ];
    one.train(350);
    other.load(one.save());
    expect(other.unresumed).toBe('');
    for (const session of [one, other]) session.train(200);
    expect(other.digest()).toBe(one.digest());
  });

  test('says what a checkpoint cannot go on with', async () => {
    const session = await createSession({ ...sac, environment: unsaved });
    session.train(250);
    session.load(session.save());
    expect(session.unresumed).toMatch(/^rod has no save and load, so the episodes in progress/);
    session.train(50);
    expect(session.progress.steps).toBe(300);
  });

  test('may have choices', async () => {
    const seen = new Set<number>();
    const environment: Environment<Rod> = {
      ...pendulum,
      action: ['left', 'none', 'right'],
      step(rod, [choice], tools) {
        seen.add(choice!);
        return pendulum.step(rod, [choice! - 1], tools);
      },
    };
    const session = await createSession({ algorithm: 'a2c', seed: 1, environment });
    session.train(300);
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });

  test('draws normal numbers of the run', async () => {
    const drawn: number[] = [];
    const environment: Environment<Rod> = {
      ...pendulum,
      reset(rod, { normal }) {
        rod.theta = normal(3, 0.1);
        rod.omega = 0;
        drawn.push(rod.theta);
      },
      timeLimit: 1,
    };
    (await createSession({ ...sac, environment })).train(199);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    expect(drawn.length).toBeGreaterThan(199);
    expect(Math.abs(mean - 3)).toBeLessThan(0.03);
    expect(new Set(drawn).size).toBeGreaterThan(150);
  });

  test('frees its instances', async () => {
    let alive = 0;
    const environment: Environment<Rod> = {
      ...pendulum,
      create: () => {
        ++alive;
        return { theta: 0, omega: 0 };
      },
      destroy() {
        --alive;
      },
    };
    const session = await createSession({ ...sac, environment });
    expect(alive).toBeGreaterThan(0);
    session.dispose();
    expect(alive).toBe(0);
  });
});

describe('the trial before a run', () => {
  const wrong: [string, Partial<Environment<Rod>>, RegExp][] = [
    ['no function', { step: 3 as never }, /^environment: step: not a function/],
    ['no load', { load: undefined as never }, /^environment: load: not a function/],
    ['no observation', { observation: 'x' as never }, /^environment: observation: not an array/],
    ['no names', { observation: [1, 2, 3] as never }, /observation: not a string/],
    ['no actions', { action: [] }, /^environment: action: neither/],
    ['an empty range', { action: [{ name: 'u', low: 2, high: 2 }] }, /^environment: action\[0\]: /],
    ['no limit', { timeLimit: 0 }, /^environment: timeLimit: 0 is not a whole number from 1/],
    ['a long limit', { timeLimit: 2e6 }, /^timeLimit: 2e\+06 is outside \[1, 1e\+06\]/],
    ['no id', { id: 'Rod 1' }, /Rod 1/],
    ['a known id', { id: 'pendulum' }, /pendulum/],
    ['no instance', { create: () => null as never }, /^environment: create: it has not made an/],
    ['two numbers', { observe: () => [1, 2] }, /^environment: observe: 2 numbers instead of 3/],
    ['no array', { observe: () => 'abc' as never }, /^environment: observe: it has not given an/],
    ['text', { observe: () => ['1', 2, 3] as never }, /observe: number 1 of 3 is not finite/],
    ['NaN', { observe: () => [1, 2, NaN] }, /^environment: observe: number 3 of 3 is not finite/],
    ['no result', { step: () => undefined as never }, /^environment: step: the reward is not a n/],
    ['no end', { step: () => ({ reward: 1 }) as never }, /^environment: step: terminated is neith/],
    ['a promise', { step: (() => Promise.resolve()) as never }, /^environment: step: it is async/],
    [
      'chance',
      { reset: (rod) => void (rod.theta = Math.random()) },
      /^environment: reset: Math\.random would make another run of the same seed: use uniform/,
    ],
    [
      'the time',
      { reset: (rod) => void (rod.theta = Date.now()) },
      /^environment: reset: Date\.now would make another run/,
    ],
    [
      'a part of the state',
      { save: ({ theta }) => [theta], load: (rod, [theta]) => void (rod.theta = theta!) },
      /^environment: step, or save and load: the same random numbers and actions have led to two/,
    ],
    [
      'a state that is rounded',
      {
        save: ({ theta, omega }) => [theta / 3, omega],
        load: (rod, numbers) => pendulum.load!(rod, numbers),
      },
      /^environment: load: save gives other numbers than those that were loaded/,
    ],
    ['too much', { save: () => [1e6, 0] }, /^environment: save: a number is beyond 100,000/],
    [
      'tools late',
      { save: () => [Infinity, 0] },
      /^environment: save: number 1 of 2 is not finite/,
    ],
  ];
  test.each(wrong)('names %s', async (_, change, message) => {
    expect(await complaint({ ...pendulum, ...change })).toMatch(message);
  });

  test('tries again what has been mended', async () => {
    const environment = { ...pendulum, timeLimit: 0 };
    expect(await complaint(environment)).toMatch(/^environment: timeLimit/);
    environment.timeLimit = 200;
    expect(await complaint(environment)).toBe('');
  });

  test('names save without load', async () => {
    const environment = { ...unsaved, save: () => [1] };
    expect(await complaint(environment)).toBe('environment: save and load come together');
  });

  test('finds what instances share', async () => {
    let calls = 0;
    const environment: Environment<Rod> = {
      ...pendulum,
      observe: ({ theta, omega }) => [theta, omega, ++calls],
    };
    expect(await complaint(environment)).toMatch(/^environment: reset: the same random numbers/);
  });

  test('finds what only extreme actions make infinite', async () => {
    const environment: Environment<Rod> = {
      ...pendulum,
      step(rod, [torque], tools) {
        const outcome = pendulum.step(rod, [torque!], tools);
        return torque! < 2 ? outcome : { ...outcome, reward: 1 / 0 };
      },
    };
    expect(await complaint(environment)).toBe(
      'environment: step: the reward is not a finite number',
    );
  });
});

describe('a task that goes wrong in a run', () => {
  /** Goes wrong after the trial. */
  const late = (go: () => { reward: number; terminated: boolean }): Environment<Rod> => {
    let steps = 0;
    return {
      ...pendulum,
      step: (rod, action, tools) => (++steps > 1100 ? go() : pendulum.step(rod, action, tools)),
    };
  };

  test.each<[string, () => { reward: number; terminated: boolean }, RegExp]>([
    [
      'throws',
      () => {
        throw new Error('the rod is gone');
      },
      /^Stopped at environment step \d+: step of rod: the rod is gone$/,
    ],
    ['gives NaN', () => ({ reward: NaN, terminated: false }), /step of rod: the reward is not a f/],
    ['asks for chance', () => ({ reward: Math.random(), terminated: false }), /Math\.random/],
  ])('stops that run alone if it %s', async (_, go, message) => {
    const { random } = Math;
    expect(await complaint(late(go), 1500)).toMatch(message);
    expect(Math.random).toBe(random);
    const next = await createSession({ ...sac, environment: pendulum });
    next.train(10);
    expect(next.progress.steps).toBe(10);
  });

  test('cannot use its own session', async () => {
    let ask = (): number => 0;
    const environment = late(() => ({ reward: ask(), terminated: false }));
    const session = await createSession({ ...sac, environment });
    ask = () => {
      session.dispose();
      return 0;
    };
    expect(() => session.train(1500)).toThrow(/a task cannot use a session of its own/);
  });
});
