import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AcpModule } from '@acp/module';
import { change } from '../../../../web/src/app/experiment/change';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import { addArm, forkArm, removeArm } from '../../../../web/src/app/experiment/fork';
import { Playground } from '../../../../web/src/app/experiment/playground';
import type { Cohort, Seed } from '../../../../web/src/app/seeds/cohort';
import { Seeds } from '../../../../web/src/app/seeds/seeds';
import { type CoreSession, wrapModule } from '../../../../web/src/core/core';
import type { CrewCommands } from '../../../../web/src/protocol/crew-commands';
import type { Parameter } from '../../../../web/src/protocol/catalog';
import { startModule } from '../../live';
import { crewOffice, FairChannel, type Office, runOffice } from '../../office';

/** Milliseconds: how fast the machine is does not count. */
const PATIENCE = 50_000;
const LINK = '#v=2&preset=cart-pole-a2c&seed=5&runs=2&b.a2c.gamma=0.9';

let acp: AcpModule;
beforeAll(async () => {
  acp = await startModule();
  vi.stubGlobal('MessageChannel', FairChannel);
});

let playground: Playground;
let seeds: Seeds;
let crew: Office<CrewCommands>;
let deleted: number;
let frames: ReturnType<typeof setInterval>;
beforeEach(async () => {
  const core = wrapModule(acp);
  deleted = 0;
  const counted = (session: CoreSession) => ({
    ...session,
    delete: () => {
      deleted++;
      session.delete();
    },
  });
  crew = crewOffice({
    ...core,
    open: (config) => counted(core.open(config)),
    resume: (checkpoint) => counted(core.resume(checkpoint)),
  });
  playground = new Playground(catalog, ['A', 'B'], runOffice(core).connect);
  playground.$watching.set(false);
  const noScores = () => {
    throw new Error('not asked');
  };
  seeds = new Seeds(playground, crew.connect, noScores, 4);
  frames = setInterval(() => playground.runs.forEach((run) => run.refresh(performance.now())), 16);
  await playground.start(LINK);
});
afterEach(() => {
  playground.pause();
  clearInterval(frames);
});

const cohort = (place: number): Cohort => seeds.$cohorts.get()[place]!;
const members = (place: number): readonly Seed[] => cohort(place).$seeds.get();
const names = (place: number) => members(place).map(({ seed }) => seed);
const all = () => seeds.$cohorts.get().flatMap(({ $seeds }) => $seeds.get());
const phases = () => all().map(({ $state }) => $state.get().phase);
const steps = () => all().map(({ $state }) => $state.get().steps);
const ready = () =>
  vi.waitFor(() => expect(new Set(phases())).toEqual(new Set(['ready'])), PATIENCE);
const resting = () => vi.waitFor(() => expect(playground.$playing.get()).toBe(false), PATIENCE);
const runTo = async (step: number) => {
  playground.$stopAt.set(step);
  playground.play();
  await resting();
};
/** What a seed's parameters are, and what a run of its own has come to. */
async function digests(seed: Seed, config: string, step: number): Promise<[string, string]> {
  const { checkpoint } = await seed.save();
  const own = wrapModule(acp).open(config);
  while (own.steps() < step) own.train(step - own.steps(), 1000);
  return [wrapModule(acp).resume(checkpoint).digest(), own.digest()];
}

describe('seeds', () => {
  test('are one of every arm until there are to be more', async () => {
    await vi.waitFor(() => expect(seeds.$cohorts.get()).toHaveLength(2), PATIENCE);
    expect([names(0), names(1)]).toEqual([['5'], ['5']]);
    expect(crew.lines).toHaveLength(0);
    expect(members(0)[0]!.history).toBe(playground.runs[0]!.history);
  });

  test('follow that of the run, the same in every arm, and fewer end', async () => {
    seeds.setCount(4);
    await ready();
    expect([names(0), names(1)]).toEqual([
      ['5', '6', '7', '8'],
      ['5', '6', '7', '8'],
    ]);
    expect(crew.open.size).toBe(2);
    seeds.setCount(2);
    await vi.waitFor(() => expect(deleted).toBe(4));
    expect(names(1)).toEqual(['5', '6']);
    seeds.setCount(1);
    await vi.waitFor(() => expect(crew.open.size).toBe(0));
  });

  test.each([0, 65, 1.5, NaN])('are not %d', (count) => {
    expect(() => seeds.setCount(count)).toThrow(RangeError);
    expect(seeds.$count.get()).toBe(1);
  });

  test('come to the same bits as a run by itself', async () => {
    seeds.setCount(3);
    await runTo(700);
    expect(steps()).toEqual(Array(6).fill(700));
    const [ours, own] = await digests(
      members(1)[2]!,
      'preset=cart-pole-a2c&seed=7&a2c.gamma=0.9',
      700,
    );
    expect(ours).toBe(own);
    expect(members(0)[1]!.history.episodes.bins.length).toBeGreaterThan(0);
    await vi.waitFor(() =>
      expect(seeds.$progress.get()).toMatchObject({ steps: 4200, all: 4200, whole: 6, seeds: 6 }),
    );
  });

  test('are told of while the runs alone train', async () => {
    playground.$stopAt.set(null);
    playground.play();
    const told = () => seeds.$progress.get().steps;
    for (let times = 0; times < 3; times++) {
      const before = told();
      await vi.waitFor(() => expect(told()).toBeGreaterThan(before), PATIENCE);
    }
    expect(seeds.$progress.get()).toMatchObject({ all: Infinity, whole: 0, seeds: 2 });
  });

  test('rest with a pause, and go on', async () => {
    seeds.setCount(2);
    playground.$stopAt.set(null);
    playground.play();
    await vi.waitFor(() => steps().forEach((each) => expect(each).toBeGreaterThan(0)), PATIENCE);
    playground.pause();
    await members(0)[1]!.save();
    const before = (await Promise.all(all().map((seed) => seed.save()))).map(
      (saved) => saved.steps,
    );
    await new Promise((done) => setTimeout(done, 100));
    const after = (await Promise.all(all().map((seed) => seed.save()))).map((saved) => saved.steps);
    expect(after).toEqual(before);
    await vi.waitFor(() => expect(steps()).toEqual(before));
    expect(seeds.$progress.get().secondsLeft).toBeNull();
  });

  test('begin at once when the runs have ended, and go as far', async () => {
    await runTo(300);
    seeds.setCount(2);
    expect(playground.$playing.get()).toBe(true);
    await resting();
    expect(steps()).toEqual([300, 300, 300, 300]);
    expect(playground.$stopAt.get()).toBe(300);
  });

  test('stand where a step of the runs has brought them', async () => {
    seeds.setCount(3);
    await ready();
    for (let step = 1; step <= 2; step++) {
      await playground.step();
      await vi.waitFor(() => expect(steps()).toEqual(Array(6).fill(step)), PATIENCE);
    }
    const [ours, own] = await digests(members(0)[2]!, 'preset=cart-pole-a2c&seed=7', 2);
    expect(ours).toBe(own);
  });

  test('train on the processors of runs that have ended, to the same bits', async () => {
    seeds.setCount(5);
    await ready();
    playground.$stopAt.set(null);
    playground.play();
    await vi.waitFor(() => steps().forEach((each) => expect(each).toBeGreaterThan(0)), PATIENCE);
    expect(crew.open.size).toBe(2);
    const further = () => [members(0), members(1)].map((own) => own.slice(1));
    playground.runs[0]!.close();
    await vi.waitFor(() => expect(crew.open.size).toBe(3), PATIENCE);
    playground.runs[1]!.close();
    await vi.waitFor(() => expect(crew.open.size).toBe(4), PATIENCE);
    playground.pause();
    const saved = await Promise.all(further().flatMap((own) => own.map((seed) => seed.save())));
    const end = Math.max(...saved.map((each) => each.steps)) + 300;
    playground.$stopAt.set(end);
    playground.play();
    await resting();
    for (const [arm, own] of further().entries()) {
      for (const each of own) {
        const { seed, history, $state } = each;
        expect([seed, $state.get().steps]).toEqual([seed, end]);
        const config = `preset=cart-pole-a2c&seed=${seed}${arm === 0 ? '' : '&a2c.gamma=0.9'}`;
        const [ours, theirs] = await digests(each, config, end);
        expect([seed, ours]).toEqual([seed, theirs]);
        const at = history.evaluations.bins.map((bin) => bin.steps);
        expect(at).toEqual(further()[0]![0]!.history.evaluations.bins.map((bin) => bin.steps));
      }
    }
    await playground.reset();
    playground.$stopAt.set(null);
    playground.play();
    await vi.waitFor(() => expect(crew.open.size).toBe(2), PATIENCE);
  });

  test('pause out of sight as the runs do', async () => {
    seeds.setCount(2);
    playground.setHidden(true);
    playground.play();
    await ready();
    await new Promise((done) => setTimeout(done, 100));
    expect(steps()).toEqual([0, 0, 0, 0]);
    playground.setHidden(false);
    await vi.waitFor(() => steps().forEach((each) => expect(each).toBeGreaterThan(0)), PATIENCE);
  });

  test('start over with the runs, and with seeds that none had', async () => {
    seeds.setCount(3);
    await runTo(200);
    const before = members(0)[1]!;
    await playground.newSeed();
    expect(names(0)).toEqual(['8', '9', '10']);
    await ready();
    expect(steps()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(members(0)[1]!.history).not.toBe(before.history);
  });

  test('take a live change on the way, and start over by any other', async () => {
    seeds.setCount(2);
    await runTo(200);
    const { parameters } = playground.resolved('A');
    const tuned = parameters.find(({ live, type }) => live && type === 'number')!;
    const fixed = parameters.find(
      ({ live, type, key }) => !live && type === 'integer' && key !== 'seed',
    )!;
    const value = String((tuned as { max: number }).max);
    await change(playground, tuned, value, ['A']);
    expect((await members(0)[1]!.save()).config).toContain(`${tuned.key}=${value}`);
    expect((await members(1)[1]!.save()).config).not.toContain(`${tuned.key}=${value}`);
    expect(members(0)[1]!.$state.get().steps).toBe(200);
    const { key, default: usual } = fixed as Parameter & { default: number };
    await change(playground, fixed, String(usual + 1), ['A']);
    await ready();
    expect(members(0).map(({ $state }) => $state.get().steps)).toEqual([0, 0]);
    expect(members(1)[1]!.$state.get().steps).toBe(200);
    expect((await members(0)[1]!.save()).config).toContain(`${key}=${usual + 1}`);
  });

  test('fork with their arm, each from where it is', async () => {
    seeds.setCount(2);
    await runTo(200);
    await forkArm(playground, playground.arms[1]!);
    await vi.waitFor(() => expect(seeds.$cohorts.get()).toHaveLength(3), PATIENCE);
    await vi.waitFor(() => expect(steps()).toEqual(Array(6).fill(200)), PATIENCE);
    expect(names(2)).toEqual(['5', '6']);
    expect(members(2)[1]!.history.episodes.bins).toEqual(members(1)[1]!.history.episodes.bins);
    await runTo(400);
    const states = await Promise.all([members(1)[1]!, members(2)[1]!].map((seed) => seed.save()));
    const [one, other] = states.map((saved) => wrapModule(acp).resume(saved.checkpoint).digest());
    expect(one).toBe(other);
    await removeArm(playground, playground.arms[2]!);
    await vi.waitFor(() => expect(seeds.$cohorts.get()).toHaveLength(2), PATIENCE);
    await vi.waitFor(() => expect(deleted).toBeGreaterThan(0));
  });

  test('take a live change that comes before they have followed', async () => {
    seeds.setCount(2);
    await runTo(200);
    const key = 'a2c.actor_learning_rate';
    seeds.$cohorts.listen((cohorts) => {
      if (cohorts.length === 3) seeds.tune([cohorts[2]!.id], new Map([[key, '0.005']]));
    });
    await forkArm(playground, playground.arms[1]!);
    await vi.waitFor(() => expect(seeds.$cohorts.get()).toHaveLength(3), PATIENCE);
    expect((await members(2)[1]!.save()).config).toContain(`${key}=0.005`);
    expect((await members(1)[1]!.save()).config).not.toContain(`${key}=0.005`);
  });

  test('begin with an arm that is added', async () => {
    seeds.setCount(2);
    await ready();
    await addArm(playground, 'cart-pole-reinforce');
    await vi.waitFor(() => expect(seeds.$cohorts.get()).toHaveLength(3), PATIENCE);
    await ready();
    expect((await members(2)[1]!.save()).config).toContain('algorithm=reinforce');
    expect(names(2)).toEqual(['5', '6']);
  });

  test('die with their worker and nobody else, until they start over', async () => {
    seeds.setCount(3);
    await ready();
    crew.lines[0]!.failure('out of memory');
    const dead = () => all().filter(({ $state }) => $state.get().phase === 'dead');
    expect(dead()).toHaveLength(2);
    expect(dead()[0]!.$state.get().message).toBe('out of memory');
    await expect(dead()[0]!.save()).rejects.toThrow('out of memory');
    await runTo(100);
    expect(steps().sort((a, b) => a - b)).toEqual([0, 0, 100, 100, 100, 100]);
    await playground.reset();
    await ready();
    await runTo(100);
    expect(steps()).toEqual(Array(6).fill(100));
  });
});
