import { afterEach, describe, expect, test } from 'vitest';
import prose from 'virtual:catalog-prose';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import '../../../../web/src/app/experiment/core-prose';
import { byId, resolve, valueTitle } from '../../../../web/src/app/settings/settings';
import { summarize } from '../../../../web/src/app/settings/run-summary';
import { speaking } from '../../../../web/src/app/text/catalog';
import { speak } from '../../../../web/src/app/text/language';
import { parseCatalog } from '../../../../web/src/protocol/catalog';
import { catalogWords } from '../../../../web/src/protocol/catalog-words';
import { startModule } from '../../live';

afterEach(() => speak({}));

const core = parseCatalog((await startModule()).catalog());
const sac = byId(catalog.algorithms, 'sac');
const estimator = sac.parameters.find(({ key }) => key === 'sac.estimator')!;

describe('the catalog of the page', () => {
  test('says all that the core says', () => {
    expect(catalog).toEqual(core);
  });

  test('gives every word one id, and every id one word', () => {
    const english = new Map<string, unknown>();
    for (const { id, item, field } of catalogWords(core)) {
      expect(english.get(id) ?? item[field]).toBe(item[field]);
      english.set(id, item[field]);
    }
    const fields = [...catalogWords(core)].filter(({ field }) => field !== 'group');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });

  test('leaves out of the first picture what explains', () => {
    const kinds = new Set(Object.keys(prose).map((id) => id.slice(id.lastIndexOf('.') + 1)));
    const explaining = ['title', 'teaches', 'help', 'source', 'formula', 'symbol', 'unit'];
    expect(kinds).toEqual(new Set(explaining));
    const titles = Object.keys(prose).filter((id) => id.endsWith('.title'));
    expect(titles.filter((id) => !/^presets\.|\.(metrics|probes)\./.test(id))).toEqual([]);
    expect(prose['parameters.sac.estimator.help']).toBe(estimator.help);
  });
});

describe('in another language', () => {
  const words = {
    'algorithms.sac.title': 'Weicher Akteur-Kritiker',
    'algorithms.sac.help': 'Lernt aus dem Puffer.',
    'parameters.sac.estimator.title': 'Gradientenschätzer',
    'parameters.sac.estimator.options.score_function.title': 'Likelihood-Quotient',
    'groups.Actor gradient': 'Gradient des Akteurs',
    'presets.pendulum-sac.teaches': 'Lernt aufzuschwingen.',
    'algorithms.sac.metrics.critic_loss.title': 'Verlust des Kritikers',
  };

  test('what is there is said in it, and the rest in English, at once and back again', () => {
    const english = byId(catalog.environments, 'pendulum').title;
    speak({ catalog: words });
    expect([sac.title, sac.help]).toEqual(['Weicher Akteur-Kritiker', 'Lernt aus dem Puffer.']);
    expect(estimator.title).toBe('Gradientenschätzer');
    expect(estimator.group).toBe('Gradient des Akteurs');
    expect(byId(catalog.presets, 'pendulum-sac').teaches).toBe('Lernt aufzuschwingen.');
    expect(sac.metrics.find(({ name }) => name === 'critic_loss')!.title).toBe(
      'Verlust des Kritikers',
    );
    expect(byId(catalog.environments, 'pendulum').title).toBe(english);
    speak({});
    expect(sac.title).toBe('Soft actor-critic');
  });

  test('runs are told apart in it', () => {
    const run = (value: string) => resolve(catalog, new Map([['sac.estimator', value]]));
    const runs = [run('reparameterization'), run('score_function')];
    const before = summarize(runs).map(({ style }) => style);
    speak({ catalog: words });
    expect(valueTitle(estimator, runs[1]!)).toBe('Likelihood-Quotient');
    expect(summarize(runs).map(({ title }) => title)).toEqual([
      'reparameterization',
      'Likelihood-Quotient',
    ]);
    expect(summarize(runs).map(({ style }) => style)).toEqual(before);
  });

  test('the lab has words of its own', () => {
    const lab = speaking({ estimators: [{ id: 'sf', title: 'score function' }] }, 'lab.');
    speak({ catalog: { 'estimators.sf.title': 'anderes', 'lab.estimators.sf.title': 'Quotient' } });
    expect(lab.estimators[0]!.title).toBe('Quotient');
  });
});
