import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpLab, AcpLabModule } from '@acp/lab-module';
import type { AcpModule, AcpSession } from '@acp/module';
import type { AcpTraceModule } from '@acp/trace-module';
import { wrapModule } from '../../../web/src/core/core';
import { History, type Series } from '../../../web/src/app/experiment/history';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { isSampleEntry, parseLines, parseTrace } from '../../../web/src/protocol/trace';
import {
  EMBIND,
  HOST_DECLARATIONS,
  LAB_DECLARATIONS,
  TRACE_DECLARATIONS,
  declared,
  methodsOf,
} from '../declarations';
import { startHostModule, startLabModule, startModule, startTraceModule } from '../live';

const BINDINGS = resolve(import.meta.dirname, '../../../wasm/bindings/module.cpp');
const HOST_BINDINGS = resolve(import.meta.dirname, '../../../wasm/bindings/host.cpp');

let acp: AcpModule;
let session: AcpSession;
beforeAll(async () => {
  acp = await startModule();
  session = new acp.Session('preset=pendulum-sac&seed=1');
});

describe('acp.d.ts and the live module', () => {
  test('agree on the members of a session', () => {
    const live = methodsOf(session).filter((name) => !EMBIND.includes(name));
    expect(live.sort()).toEqual([...declared('AcpSession').keys()].sort());
  });

  test('agree on the members of the module', () => {
    const live = acp as unknown as Record<string, unknown>;
    const bindings = readFileSync(BINDINGS, 'utf8');
    const bound = [...bindings.matchAll(/emscripten::(?:function|class_<\w+>)\("(\w+)"/g)];
    const names = [...declared('AcpModule').keys()].sort();
    expect(bound.map((match) => match[1]).sort()).toEqual(names);
    for (const name of names) expect(live[name], name).toBeTypeOf('function');
  });

  test('agree on the number of arguments', () => {
    for (const [name, count] of declared('AcpSession')) {
      if (name === 'delete') continue;
      const live = session as unknown as Record<string, (...args: unknown[]) => unknown>;
      const tooMany = Array<unknown>(count! + 1).fill('');
      expect(() => live[name]!(...tooMany), name).toThrow(/arguments/);
    }
  });

  test('agree on the types of results', () => {
    const probe = new acp.Session('preset=pendulum-sac&seed=2');
    expect(probe.train(3, 1000)).toBe(3);
    probe.watch(1, true);
    expect(() => probe.watch(1, 0 as unknown as boolean)).toThrow(/^stochastic: /);
    probe.kick(0.5);
    probe.drag(0.5, -0.5);
    expect(() => probe.drag(NaN, 0)).toThrow(/^x: /);
    expect(probe.frame()).toBeInstanceOf(Float32Array);
    probe.tune('sac.tau=0.02');
    expect(probe.config()).toContain('sac.tau=0.02');
    expect(probe.status()).toBe('');
    expect(probe.digest()).toMatch(/^[0-9a-f]{16}$/);
    const checkpoint = probe.save().slice();
    const digest = probe.digest();
    probe.train(1, 1000);
    probe.load(checkpoint);
    expect(probe.digest()).toBe(digest);
    expect(acp.check('sac.tau=2')).toMatch(/^sac\.tau: 2 is outside \[.+\]$/m);
    probe.delete();
  });

  test('errors are errors with the key in their message', () => {
    expect(() => new acp.Session('sac.tau=2')).toThrow(/^sac\.tau: 2 is outside/);
    expect(() => session.tune('sac.tau=2')).toThrow(/^sac\.tau: 2 is outside/);
    expect(() => session.train(1.5, 8)).toThrow(Error);
    expect(() => session.train(-1, 8)).toThrow(Error);
    expect(() => session.load(new Uint8Array(10))).toThrow(Error);
  });
});

describe('acp-host.d.ts and the live module', () => {
  test('agree on members and their arguments', async () => {
    const hosting = await startHostModule();
    const run = new hosting.Session('preset=pendulum-sac&seed=1');
    const own = declared('AcpHostedSession', HOST_DECLARATIONS);
    expect(
      methodsOf(run)
        .filter((name) => !EMBIND.includes(name))
        .sort(),
    ).toEqual([...declared('AcpSession').keys(), ...own.keys()].sort());
    run.delete();
    const bound = [...readFileSync(HOST_BINDINGS, 'utf8').matchAll(/::function\("(\w+)"/g)];
    const members = declared('AcpHostModule', HOST_DECLARATIONS);
    members.delete('Session');
    expect(bound.map((match) => match[1]).sort()).toEqual([...members.keys()].sort());
    const live = hosting as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const [name, count] of members) {
      expect(() => live[name]!(...Array<unknown>(count! + 1).fill(0)), name).toThrow(/arguments/);
    }
    expect(() => hosting.uniform()).toThrow('random numbers are for reset and step');
    expect(Math.abs(hosting.exp(1) - Math.E)).toBeLessThan(1e-15);
  });
});

describe('acp-trace.d.ts and the live module', () => {
  let tracing: AcpTraceModule;
  beforeAll(async () => {
    tracing = await startTraceModule();
  });

  test('agree on the members of a session, with their arguments', () => {
    const run = new tracing.Session('preset=pendulum-sac&seed=1');
    const own = declared('AcpTracedSession', TRACE_DECLARATIONS);
    const names = [...declared('AcpSession').keys(), ...own.keys()].sort();
    expect(
      methodsOf(run)
        .filter((name) => !EMBIND.includes(name))
        .sort(),
    ).toEqual(names);
    for (const [name, count] of own) {
      const live = run as unknown as Record<string, (...args: unknown[]) => unknown>;
      expect(() => live[name]!(...Array<unknown>(count! + 1).fill('')), name).toThrow(/arguments/);
    }
    const { batch, entries } = parseTrace(run.trace());
    expect(entries.find(({ name }) => name === 'y')).toMatchObject({ line: 'target' });
    expect(entries.filter(isSampleEntry).at(-1)!.values[0]).toHaveLength(batch);
    run.delete();
  });

  test('traces say what the lines of the catalog declare', () => {
    const lines = parseLines(tracing.catalog());
    for (const { id } of parseCatalog(acp.catalog()).presets) {
      const run = new tracing.Session(`preset=${id}&evaluate_every=0&probe_every=0`);
      const { algorithm, updates, entries } = parseTrace(run.trace());
      expect(updates, id).toBe(run.updates() - 1);
      for (const { line, name } of entries) {
        const { quantities } = lines[algorithm]!.find((each) => each.id === line)!;
        expect(quantities.map((each) => each.name)).toContain(name);
      }
      run.delete();
    }
  });
});

describe('frames of the live module', () => {
  test('decode, and hand each metric row out once', () => {
    const run = wrapModule(acp).open('preset=pendulum-sac&seed=1');
    run.train(1000, 60_000);
    const read = () => {
      const { buffer, words } = run.packFrame(new ArrayBuffer(0));
      return decodeFrame(buffer, words);
    };
    const first = read();
    expect(first.status).toMatchObject({ steps: 1000, episodes: 5, diverged: false });
    expect(first.draw).toHaveLength(4);
    expect(first.episodes.bins).toHaveLength(5);
    expect(first.evaluations.bins).toHaveLength(2);
    expect(first.evaluations.bins[0]!.values[5]).toBe(100);
    const second = read();
    for (const { bins } of [second.episodes, second.evaluations, second.diagnostics]) {
      expect(bins).toEqual([]);
    }
    run.delete();
  });

  test('keep a long run in few bins, whenever they are read', () => {
    const open = () => wrapModule(acp).open('preset=gridworld-q-learning&evaluate_every=0');
    const [often, once] = [open(), open()];
    const read = (run: typeof often, history: History) => {
      const { buffer, words } = run.packFrame(new ArrayBuffer(0));
      history.add(decodeFrame(buffer, words));
    };
    const [seen, whole] = [new History(), new History()];
    for (let i = 0; i < 1000; i++) {
      often.train(300, 60_000);
      read(often, seen);
    }
    once.train(300_000, 60_000);
    read(once, whole);
    for (const name of ['episodes', 'diagnostics'] as const) {
      const timeless = ({ bins }: Series) => bins.map((bin) => ({ ...bin, seconds: 0 }));
      expect(timeless(seen[name])).toEqual(timeless(whole[name]));
      expect(seen[name].bins.length).toBeLessThanOrEqual(1024);
      expect(seen[name].bins.length).toBeGreaterThan(500);
    }
    expect(seen.episodes.bins.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(10_000);
    for (const run of [often, once]) run.delete();
  });

  test('watching changes the picture and not the training', () => {
    const run = wrapModule(acp).open('preset=pendulum-sac&seed=1');
    const before = run.packFrame(new ArrayBuffer(0));
    const digest = run.digest();
    run.watch(5, false);
    const after = run.packFrame(new ArrayBuffer(0));
    expect(run.digest()).toBe(digest);
    const draw = ({ buffer, words }: typeof before) => [...decodeFrame(buffer, words).draw];
    expect(draw(after)).not.toEqual(draw(before));
    run.delete();
  });
});

describe('acp-lab.d.ts and the live module', () => {
  let acpLab: AcpLabModule;
  let lab: AcpLab;
  beforeAll(async () => {
    acpLab = await startLabModule();
    lab = new acpLab.Lab(
      'policy=gaussian:mu=0.3,log_sigma=-0.7&objective=quadratic:a=-1,b=0.5',
      null,
    );
  });

  test('agree on their members', () => {
    const live = methodsOf(lab).filter((name) => !EMBIND.includes(name));
    expect(live.sort()).toEqual([...declared('AcpLab', LAB_DECLARATIONS).keys()].sort());
    for (const name of declared('AcpLabModule', LAB_DECLARATIONS).keys()) {
      expect((acpLab as unknown as Record<string, unknown>)[name], name).toBeTypeOf('function');
    }
  });

  test('agree on the types of results', () => {
    const config = 'estimator=reparameterization&samples=2';
    expect(lab.measure(config, 1000, 60_000)).toBe(1000);
    const result = JSON.parse(lab.result(config)) as { mean: number[]; repeats: number };
    expect(result.repeats).toBe(1000);
    expect(result.mean).toHaveLength(2);
    expect(lab.recent(config)).toHaveLength(512 * 4);
    expect(lab.slice(-1, 1, 11)).toHaveLength(33);
    expect(JSON.parse(lab.describe())).toMatchObject({ parameters: ['mu', 'log_sigma'] });
    expect(JSON.parse(acpLab.catalog())).toHaveProperty('objectives');
  });

  test('errors name what is wrong', () => {
    expect(() => new acpLab.Lab('policy=gaussian&objective=none', null)).toThrow(
      /^objective: "none"/,
    );
    expect(() => lab.measure('samples=0', 10, 1)).toThrow(/^samples: 0 is outside/);
    expect(() => lab.measure('', -1, 1)).toThrow(/^repeats: /);
    expect(() => lab.slice(1, 0, 10)).toThrow(/^high: 0 is outside/);
    expect(() => lab.slice(0, 1, 1)).toThrow(/^count: /);
  });

  test('a bench opens on a moment of a run, and refuses what is none', () => {
    const run = new acp.Session('preset=pendulum-sac&seed=3');
    expect(() => new acpLab.Lab('', run.save().slice())).toThrow(/^states: nothing is stored/);
    run.train(550, 60_000);
    const checkpoint = run.save().slice();
    run.delete();
    const bench = new acpLab.Lab('objective=critic&batch=8&state=2', checkpoint);
    expect(JSON.parse(bench.describe())).toMatchObject({
      policy: 'tanh_gaussian',
      moment: { environment_steps: 550, states: 8, has_oracle: false, oracle_exact: null },
    });
    const config = 'space=theta&samples=2';
    expect(bench.measure(config, 16, 60_000)).toBe(16);
    expect(bench.recent(config)).toHaveLength(16 * 4);
    expect(JSON.parse(bench.result(config))).toMatchObject({
      repeats: 16,
      mean: [],
      plane: { exact: true },
    });
    bench.delete();
    expect(() => new acpLab.Lab('', new Uint8Array(9))).toThrow(/^checkpoint: /);
    expect(() => new acpLab.Lab('batch=8&state=8', checkpoint)).toThrow(/^state: 8 is outside/);
  });

  test('the same figures as the native program prints', () => {
    const task = ['policy=gaussian:mu=0.3,log_sigma=-0.7', 'objective=bimodal'];
    const config = ['estimator=score_function', 'baseline=optimal', 'samples=3', 'seed=4'];
    const bench = new acpLab.Lab(task.join('&'), null);
    bench.measure(config.join('&'), 5000, 60_000);
    const program = resolve(import.meta.dirname, '../../../build/native/acp');
    const output = execFileSync(program, ['lab', ...task, ...config, 'repeats=5000'], {
      encoding: 'utf8',
    });
    const figures = (text: string) => {
      const parsed = JSON.parse(text) as Record<string, unknown>;
      delete parsed.seconds_per_estimate;
      delete parsed.seconds_per_estimate_standard_error;
      return parsed;
    };
    expect(figures(bench.result(config.join('&')))).toEqual(figures(output));
    bench.delete();
  });

  test('agree on the members of a race, and on its results', () => {
    const race = new acpLab.Race('dimensions=2');
    const live = methodsOf(race).filter((name) => !EMBIND.includes(name));
    expect(live.sort()).toEqual([...declared('AcpRace', LAB_DECLARATIONS).keys()].sort());
    expect(race.advance(0)).toBe(false);
    expect(race.advance(60_000)).toBe(true);
    expect(JSON.parse(race.result())).toMatchObject({ dimensions: 2, finished: true });
    expect(() => race.advance(-1)).toThrow(/^milliseconds: /);
    expect(() => new acpLab.Race('batch=1')).toThrow(/^batch: 1 is outside/);
    race.delete();
  });
});
