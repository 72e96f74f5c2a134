import loadMujoco, { type MjModel } from '@mujoco/mujoco';
import { afterEach, describe, expect, test } from 'vitest';
import { itemsOf } from '../../../../web/src/app/bootstrap/settings';
import { completed } from '../../../../web/src/app/laboratory/lab-catalog';
import { surrogateCore } from '../../../../web/src/app/surrogate/surrogate-client';
import { keyOf } from '../../../../web/src/app/text/catalog-table';
import { catalog, catalogWords } from '../../../../web/src/app/text/de/catalog';
import { tables } from '../../../../web/src/app/text/de/de';
import { names } from '../../../../web/src/app/text/de/names';
import { formatCount, formatReturn, formatValue } from '../../../../web/src/app/text/format';
import { speak } from '../../../../web/src/app/text/language';
import { figure } from '../../../../web/src/app/text/numbers';
import { cellText } from '../../../../web/src/app/figure/figure';
import { ticks } from '../../../../web/src/draw/lab/scale';
import { parseBootstrapCatalog } from '../../../../web/src/protocol/bootstrap';
import { parseCatalog } from '../../../../web/src/protocol/catalog';
import { catalogWords as wordsIn } from '../../../../web/src/protocol/catalog-words';
import { parseLabSection } from '../../../../web/src/protocol/lab';
import { robotPresets } from '../../../../web/src/protocol/robot-presets';
import { parseLines } from '../../../../web/src/protocol/trace';
import {
  halfCheetah,
  hopper,
  type Mujoco,
  quadruped,
  walker,
} from '../../../../web/src/tasks/robots';
import {
  startExactModule,
  startHostModule,
  startLabModule,
  startModule,
  startTraceModule,
} from '../../live';
import { alike, alikeInCatalog } from './alike';
import { englishParts, isSaid, phrasesOf, sampled } from './said';

afterEach(() => speak({}));

const core = parseCatalog((await startModule()).catalog());
const parts = await englishParts();
const german = (id: string) => (tables as Record<string, object | undefined>)[id];

describe('the German text', () => {
  test('has every part that there is in English, and no other', () => {
    expect([...parts.keys()].filter((id) => !german(id))).toEqual([]);
    const others = Object.keys(tables).filter((id) => !parts.has(id));
    expect(others).toEqual(['catalog', 'names']);
  });

  test.each([...parts.keys()].filter((id) => german(id)))(
    'says in %s all that the English says',
    (id) => {
      const english = new Map(phrasesOf(parts.get(id), id));
      const said = new Map(phrasesOf(german(id), id));
      expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
      const same: string[] = [];
      for (const [place, phrase] of english) {
        const own = said.get(place);
        expect(typeof own, place).toBe(typeof phrase);
        if (typeof phrase === 'function') expectAlike(place, phrase as Say, own as Say);
        else if (own === phrase && /[a-z]{2}/i.test(String(phrase))) same.push(place);
      }
      expect(same).toEqual(alike.filter((place) => place.startsWith(`${id}.`)));
    },
  );
});

type Say = (...args: unknown[]) => unknown;

/** A phrase that is made of something says as much in both languages. */
function expectAlike(place: string, english: Say, own: Say): void {
  const sample = sampled(english);
  expect(sample, place).not.toBeNull();
  const { args, said } = sample!;
  const other = own(...args);
  expect(isSaid(other), `${place}: ${String(other)}`).toBe(true);
  expect(Array.isArray(other), place).toBe(Array.isArray(said));
  const wordsOf = (text: unknown) =>
    [
      ...new Set(
        String(text)
          .match(/(word|item|next)\d/gi)
          ?.map((word) => word.toLowerCase()),
      ),
    ].sort();
  expect(wordsOf(other), place).toEqual(wordsOf(said));
}

/** The English of every word of a catalog, by its id. */
function englishOf(part: object, scope?: string): [string, string][] {
  return [...wordsIn(part, scope)]
    .map(({ id, item, field }): [string, string] => [id, (item[field] ?? '') as string])
    .filter(([id, english]) => !id.endsWith('.formula') && /[a-z]/i.test(english));
}

async function robots(): Promise<{ id?: string }[]> {
  const mujoco: Mujoco<MjModel> = await loadMujoco();
  return [halfCheetah, hopper, walker, quadruped].map((robot) => ({ ...robot(mujoco) }));
}

async function allEnglish(): Promise<Map<string, string>> {
  const lab = completed(parseLabSection((await startLabModule()).catalog()));
  const exact = (await startExactModule()).catalog();
  const client = { call: () => Promise.resolve(exact) };
  const surrogates = surrogateCore(client as never, '').catalog();
  const processes = itemsOf(parseBootstrapCatalog(exact));
  const traced = Object.entries(parseLines((await startTraceModule()).catalog()));
  const { environments, run } = parseCatalog((await startHostModule()).catalog());
  const formula = environments.filter(({ id }) => id === 'formula');
  return new Map([
    ...englishOf(core),
    ...englishOf({ environments: formula, parameters: run.parameters }),
    ...englishOf(lab, 'lab.'),
    ...englishOf(await surrogates, 'exact.'),
    ...englishOf(processes, 'exact.'),
    ...englishOf({ environments: await robots(), presets: robotPresets }),
    ...traced.flatMap(([id, lines]) => englishOf({ lines }, `algorithms.${id}.`)),
  ]);
}

describe('the German catalog', () => {
  test('has every word of the live catalogs, and no other', async () => {
    const english = await allEnglish();
    const missing = [...english.keys()].filter((id) => {
      const isOptional =
        /\.(source|symbol)$/.test(id) ||
        id === 'parameters.formula.g.title' ||
        id.startsWith('exact.parameters.preset.options');
      return !isOptional && keyOf(catalogWords, id) === undefined;
    });
    expect(missing).toEqual([]);
    const used = new Set([...english.keys()].map((id) => keyOf(catalogWords, id)));
    expect(Object.keys(catalogWords).filter((key) => !used.has(key))).toEqual([]);
    const same = [...english].filter(
      ([id, text]) => catalog[id] === text && /[a-z]{2}/i.test(text),
    );
    expect([...new Set(same.map(([, text]) => text))].sort()).toEqual(alikeInCatalog);
  });

  test('calls every action and every quantity by a German name', () => {
    const { environments } = core;
    const said = environments
      .flatMap(({ action }) => action.names)
      .filter((each) => / |^[a-z]{2}/.test(each));
    expect([...new Set(said)].filter((name) => names[name] === undefined)).toEqual([]);
  });
});

describe('German numbers', () => {
  test('have a comma, and points between thousands', () => {
    speak(tables, 'de');
    expect([formatCount(12000), formatReturn(-144.34), formatReturn(-1.774)]).toEqual([
      '12.000',
      '−144,3',
      '−1,77',
    ]);
    expect([formatValue(0.001), formatValue(2.5e-7)]).toEqual(['0,001', '2,5e−7']);
    expect([figure(0.01234), figure(4.2e-7), cellText(-1.5)]).toEqual([
      '0,0123',
      '4,20e−7',
      '−1,5',
    ]);
    expect(ticks({ low: 0, high: 1, kind: 'linear' }, 2).map(({ label }) => label)).toEqual([
      '0',
      '0,5',
      '1',
    ]);
    speak({});
    expect(formatCount(12000)).toBe('12,000');
  });
});
