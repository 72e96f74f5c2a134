import { afterEach, describe, expect, test } from 'vitest';
import { codeOf } from '../../../../web/src/app/stepper/code';
import { spokenRow } from '../../../../web/src/app/stepper/code-rows';
import { type CodeLine, paired } from '../../../../web/src/app/stepper/lines';
import { numbersOf, textOf } from '../../../../web/src/app/stepper/numbers';
import { tables } from '../../../../web/src/app/text/de/de';
import { speak } from '../../../../web/src/app/text/language';
import { isSampleEntry } from '../../../../web/src/protocol/trace';
import { catalog, linesOf, placeOf, traceOf } from './recorded';

afterEach(() => speak({}));

const SAC = 'preset=pendulum-sac&seed=3';
const DPG = 'environment=pendulum&algorithm=dpg&seed=3';

const ids = (config: string) => linesOf(config).map(({ id }) => id);
const line = (config: string, id: string) => linesOf(config).find((each) => each.id === id)!;

describe('the lines of every algorithm', () => {
  test.each(catalog.algorithms.map(({ id }) => id))('%s, have MathML and terms in it', (id) => {
    const code = codeOf(id);
    expect(code.length).toBeGreaterThan(4);
    expect(new Set(code.map((each) => each.id)).size).toBe(code.length);
    for (const { formula, latex, slips, quantities } of code) {
      expect(formula !== '').toBe(latex !== '');
      expect(formula).not.toMatch(/katex-error|annotation/);
      for (const { symbol } of quantities) expect(symbol).toContain('<math');
      for (const slip of slips) expect(slip.formula).not.toBe(formula);
    }
    expect(code.some(({ formula }) => formula.includes('data-term='))).toBe(true);
    expect(code.flatMap(({ slips }) => slips).length).toBeGreaterThan(1);
  });

  test('are those that the settings ask for', () => {
    const tuned = (value: boolean) => `${SAC}&sac.tune_temperature=${value}`;
    expect(ids(tuned(true))).toContain('temperature');
    expect(ids(tuned(false))).not.toContain('temperature');
  });
});

test('the target is marked in the formula that defines it, and its sign can slip', () => {
  const target = line(DPG, 'target');
  expect(target.formula).toContain('<mrow data-term="y"><mi>y</mi></mrow>');
  const slip = target.slips.find(({ kind }) => kind === 'sign')!;
  expect(slip.formula).toContain('<mo>−</mo>');
  expect(target.formula.split('<mo>−</mo>').length).toBeLessThan(
    slip.formula.split('<mo>−</mo>').length,
  );
});

test('of terms that overlap, both are marked', () => {
  const { formula } = line(DPG, 'actor');
  const [slope, shared, value] = ['∇', 'Q', '(']
    .map((sign) => formula.indexOf(`>${sign}<`))
    .map((at) => /.*data-term="([^"]*)"/.exec(formula.slice(0, at))![1]);
  expect(slope).toBe('dq_da');
  expect(shared!.split(' ').toSorted()).toEqual(['dq_da', 'q']);
  expect(value).toBe('q');
});

test('lines and what their numbers are speak the language of the page', () => {
  const spoken = () => {
    const { text, quantities } = line(DPG, 'target');
    return [text, quantities.find(({ name }) => name === 'gamma')!.help];
  };
  const english = ['bootstrap', 'What a reward a step later counts.'];
  expect(spoken()).toEqual(english);
  speak(tables, 'de');
  expect(spoken()).toEqual(['Bootstrapping', 'Was eine Belohnung einen Schritt später zählt.']);
  speak({});
  expect(spoken()).toEqual(english);
});

test('a mean has one line over all of it, whatever the fonts have', () => {
  const { formula } = line(DPG, 'critic');
  const over = /<mrow class="overlined">([^]*)<\/mrow>/.exec(formula)![1]!;
  expect(over.replace(/<[^>]*>/g, '')).toBe('(Qi(s,a)−y)2');
  for (const { id } of catalog.algorithms) {
    for (const each of codeOf(id)) expect(each.formula).not.toMatch(/<\/mrow><mo[^>]*>‾/);
  }
});

describe('numbers', () => {
  test('of a line are those of the transition, in the order in which they were computed', () => {
    const trace = traceOf(SAC);
    const at = (sample: number) => numbersOf(line(SAC, 'target'), trace, sample);
    expect(at(0).map(({ name }) => name)).toContain('y');
    const y = (sample: number) => at(sample).find(({ name }) => name === 'y')!.values[0]!;
    const values = trace.entries.filter(isSampleEntry).find(({ name }) => name === 'y')!.values[0]!;
    expect([y(0), y(7)]).toEqual([values[0], values[7]]);
    expect(y(0)).not.toBe(y(7));
  });

  test('of a weight are what Adam did with it', () => {
    const shown = numbersOf(line(SAC, 'critic'), traceOf(SAC), 0);
    const adam = shown.find(({ name }) => name === 'adam')!;
    expect(adam.of).toBe('weight');
    expect(adam.parts.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['gradient', 'm', 'v', 'rate', 'before', 'after']),
    );
  });

  test('are written with four digits, vectors with all that there is room for', () => {
    expect(textOf([-1.23456])).toBe('−1.235');
    expect(textOf([1, 2.5])).toBe('(1, 2.5)');
    expect(textOf([1, 2, 3, 4, 5, 6, 7])).toBe('(1, 2, 3, 4, 5, 6, …)');
    expect(textOf([null])).toBe('–');
  });
});

test('what is heard of a line are words, not names of the trace', () => {
  const marks = { shows: () => true, press: () => undefined };
  const rows = linesOf(DPG).map((_, row) => row);
  const heard = rows.map((row) => spokenRow(placeOf([DPG], row), marks));
  const actor = heard.find((text) => text.includes('Its slope along the action = '))!;
  expect(actor).toContain('q = ');
  expect(heard.join(' ')).not.toMatch(/\w_\w+ =/);
});

describe('two runs beside each other', () => {
  test('have like lines in one row, and what differs is marked', () => {
    const rows = paired([linesOf(DPG), linesOf(`${SAC}&sac.tune_temperature=true`)]);
    const row = (id: string) => rows.find((each) => each.id === id)!;
    expect(row('target').differs).toBe(true);
    expect(row('critic').differs).toBe(false);
    expect(row('temperature').lines[0]).toBeNull();
    expect(row('temperature').differs).toBe(true);
  });

  test('keep the order of each of them', () => {
    const runs = [linesOf(DPG), linesOf(SAC), linesOf('preset=cart-pole-a2c')];
    const order = paired(runs).map(({ id }) => id);
    for (const lines of runs) {
      const places = lines.map(({ id }) => order.indexOf(id));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test('of one algorithm differ in nothing', () => {
    const rows = paired([linesOf(SAC), linesOf(SAC)] as CodeLine[][]);
    expect(rows.some(({ differs }) => differs)).toBe(false);
  });
});
