import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpScoresModule } from '@acp/scores-module';
import { type ScoreCore, wrapScoreModule } from '../../../web/src/core/score-core';
import { LOCATIONS } from '../../../web/src/protocol/score-commands';
import { declared, SCORES_DECLARATIONS } from '../declarations';
import { startScoresModule } from '../live';

const NATIVE = resolve(import.meta.dirname, '../../../build/native/acp');
const BINDINGS = resolve(import.meta.dirname, '../../../wasm/bindings/scores.cpp');
/** Returns as a frame has them. */
const OURS = Float32Array.of(-150.3, -131.9, -1203.4, -148.7, -139.2, -155.5, -141.1, -160.8);
const OTHERS = Float32Array.of(-170.1, -150.4, -163.2, -149.9, -171.6, -168.3, -190.7, -158.2);

let acp: AcpScoresModule;
let core: ScoreCore;
beforeAll(async () => {
  acp = await startScoresModule();
  core = wrapScoreModule(acp);
});

interface Aggregate {
  iqm: number;
  mean: number;
  median: number;
  iqm_interval: number[];
  probability_of_improvement?: number;
  interval?: number[];
}

function probe(question: object): Aggregate {
  const input = JSON.stringify(question);
  return JSON.parse(execFileSync(NATIVE, ['probe'], { input, encoding: 'utf8' })) as Aggregate;
}
const aggregate = (scores: Float32Array, other?: Float32Array) =>
  probe({ op: 'aggregate', scores: [...scores], ...(other && { other: [...other] }) });

describe('scores in the page', () => {
  test('come from the members that are declared', () => {
    const bindings = readFileSync(BINDINGS, 'utf8');
    const bound = [...bindings.matchAll(/emscripten::function\("(\w+)"/g)].map(([, name]) => name);
    const names = [...declared('AcpScoresModule', SCORES_DECLARATIONS).keys()];
    expect(bound.sort()).toEqual(names.sort());
    const live = acp as unknown as Record<string, unknown>;
    for (const name of names) expect(live[name], name).toBeTypeOf('function');
  });

  test.each(LOCATIONS)('have the same %s and interval as in the command line', (location) => {
    const printed = aggregate(OURS);
    const [middle, low, high] = core.estimates([Float64Array.from(OURS)], location);
    expect(middle).toBe(printed[location]);
    if (location === 'iqm') expect([low, high]).toEqual(printed.iqm_interval);
    expect(low).toBeLessThanOrEqual(middle!);
    expect(high).toBeGreaterThanOrEqual(middle!);
  });

  test('have a row for each column, whatever stands beside it', () => {
    const columns = [OURS, OTHERS].map((scores) => Float64Array.from(scores));
    const rows = core.estimates(columns, 'iqm');
    expect(rows.slice(3)).toEqual(core.estimates(columns.slice(1), 'iqm'));
    expect(core.estimates(columns, 'iqm')).toEqual(rows);
  });

  test('are compared as in the command line', () => {
    const { improvement, difference } = core.compare(
      Float64Array.from(OURS),
      Float64Array.from(OTHERS),
    );
    const printed = aggregate(OURS, OTHERS);
    expect(improvement.middle).toBe(printed.probability_of_improvement);
    expect([improvement.low, improvement.high]).toEqual(printed.interval);
    const paired = aggregate(OURS.map((score, seed) => score - OTHERS[seed]!));
    expect(difference).toMatchObject({ seeds: 8, better: 6, worse: 2 });
    expect(difference!.middle).toBeCloseTo(paired.iqm, 4);
  });

  test('leave out seeds without one', () => {
    const { improvement, difference } = core.compare(
      Float64Array.of(3, NaN, 5, 7),
      Float64Array.of(1, 2, NaN, 6),
    );
    expect(improvement.middle).toBe(7 / 9);
    expect(difference).toMatchObject({ seeds: 2, better: 2, worse: 0, middle: 1.5 });
    expect(core.compare(Float64Array.of(1), Float64Array.of(1)).difference).toBeNull();
  });

  test('that are equal are better for neither', () => {
    const equal = Float64Array.of(3, 3, 4);
    expect(core.compare(equal, equal).difference).toMatchObject({ seeds: 3, better: 0, worse: 0 });
  });

  test('say what their interval is worth', () => {
    const { normal, failing, measured, range } = core.coverage(5, 'mean');
    expect([normal, failing, measured]).toEqual([0.839, 0.656, 5]);
    expect(range).toBeCloseTo(0.343, 3);
    expect(core.coverage(64, 'iqm').measured).toBe(30);
    expect(core.coverage(8, 'iqm').range).toBeGreaterThan(0.5);
    expect(core.coverage(1, 'iqm')).toMatchObject({ normal: NaN, range: NaN });
  });

  test('that are none are refused', () => {
    const estimate = (...scores: number[]) => core.estimates([Float64Array.from(scores)], 'iqm');
    expect(() => estimate()).toThrow(/^scores: there are none/);
    expect(() => estimate(1, NaN)).toThrow(/^scores: /);
    expect(() => estimate(1, Infinity)).toThrow(/^scores: .* is outside/);
    expect(() => core.coverage(0, 'iqm')).toThrow(/^count: 0 is outside \[1, /);
    expect(() => core.coverage(3, 'mode' as 'iqm')).toThrow(
      /"mode" is not one of iqm, mean, median/,
    );
  });
});
