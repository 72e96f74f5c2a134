import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../web/src/protocol/embedding';
import { type Api, findApi, Session, timeText } from '../../../web/src/embed/scorm-session';

/** A platform that takes everything, but for what it is told to refuse. */
class Platform implements Api {
  readonly values: Record<string, string>;
  /** names and values in the order in which they came; what is no value has a name alone */
  readonly calls: string[] = [];
  refuses: (name: string) => boolean = () => false;
  wants = 'true';

  constructor(values: Record<string, string> = {}) {
    this.values = values;
  }

  LMSInitialize(): string {
    this.calls.push('initialize');
    return this.wants;
  }
  LMSFinish(): string {
    this.calls.push('finish');
    return 'true';
  }
  LMSGetValue(name: string): string {
    return this.values[name] ?? '';
  }
  LMSSetValue(name: string, value: string): string {
    if (this.refuses(name)) return 'false';
    this.calls.push(`${name}=${value}`);
    this.values[name] = value;
    return 'true';
  }
  LMSCommit(): string {
    this.calls.push('commit');
    return 'true';
  }
  LMSGetLastError(): string {
    return '405';
  }
  LMSGetErrorString(): string {
    return 'Incorrect data type';
  }
}

const refusals: string[] = [];
const begin = (api: Api) =>
  Session.begin(api, (what, why) => {
    refusals.push(`${what}: ${why}`);
  });
const begun = (api: Api) => begin(api)!;
const resultOf = (raw: number, completion = false): Result => ({
  completion,
  score: { scaled: raw / 100, raw, min: 0, max: 100 },
  duration: 'PT1S',
});
const prediction = (id: string, said = '5', isRight = true) => ({
  id,
  said,
  measured: '6',
  isRight,
});

afterEach(() => {
  refusals.length = 0;
  vi.restoreAllMocks();
});

describe('the platform', () => {
  /** A window within another; `null`: it is the outermost one. */
  const within = (parent: object | null, more: object = {}) => {
    const place: Record<string, unknown> = { ...more };
    place.parent = parent ?? place;
    place.top = parent ? ((parent as { top?: unknown }).top ?? parent) : place;
    return place as unknown as Window;
  };
  const foreign = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'parent') return foreign;
        throw new DOMException('of another origin', 'SecurityError');
      },
    },
  );

  test('is found around this window, or around the one that has opened it', () => {
    const api = new Platform();
    const outer = within(null, { API: api });
    expect(findApi(within(within(outer)))).toBe(api);
    expect(findApi(within(null, { opener: within(outer) }))).toBe(api);
    expect(findApi(within(within(null, { opener: outer })))).toBe(api);
  });

  test('is missing where no window has one, or none that may be asked', () => {
    expect(findApi(within(null))).toBeNull();
    expect(findApi(within(within(null)))).toBeNull();
    expect(findApi(within(null, { opener: foreign }))).toBeNull();
  });

  test('is not looked for without end', () => {
    let place = within(null, { API: new Platform() });
    for (let depth = 0; depth < 40; depth++) place = within(place);
    expect(findApi(place)).toBeNull();
  });

  test('may want no visit', () => {
    const api = new Platform();
    api.wants = 'false';
    expect(begin(api)).toBeNull();
    expect(api.calls).toEqual(['initialize']);
  });
});

describe('a time', () => {
  test.each([
    [0, '0000:00:00'],
    [89.6, '0000:01:30'],
    [3599.5, '0001:00:00'],
    [360_000, '0100:00:00'],
    [1e12, '9999:00:00'],
    [Infinity, '9999:00:00'],
    [-5, '0000:00:00'],
  ])('of %d seconds is %s', (seconds, text) => {
    expect(timeText(seconds)).toBe(text);
  });

  test('is told once, when the visit ends, and the platform goes on from there', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    const api = new Platform();
    const session = begun(api);
    clock.mockReturnValue(3_724_000);
    session.finish();
    session.finish();
    expect(api.calls.slice(-4)).toEqual([
      'cmi.core.session_time=0001:02:03',
      'cmi.core.exit=suspend',
      'commit',
      'finish',
    ]);
    expect(api.calls.filter((call) => call === 'finish')).toHaveLength(1);
  });
});

describe('a score', () => {
  test.each([
    [-20, '0'],
    [0, '0'],
    [62, '62'],
    [100, '100'],
    [101, '100'],
  ])('of %d is told as %s', (raw, told) => {
    const api = new Platform();
    begun(api).record(resultOf(raw), []);
    expect(api.values['cmi.core.score.raw']).toBe(told);
    expect([api.values['cmi.core.score.min'], api.values['cmi.core.score.max']]).toEqual([
      '0',
      '100',
    ]);
  });

  test('does not fall, neither in a visit nor from one to the next', () => {
    const api = new Platform({ 'cmi.core.score.raw': '40' });
    const session = begun(api);
    const told = [30, 80, 50].map((raw) => {
      session.record(resultOf(raw), []);
      return api.values['cmi.core.score.raw'];
    });
    expect(told).toEqual(['40', '80', '80']);
  });

  test('goes before the status, and complete is for good', () => {
    const api = new Platform();
    const session = begun(api);
    session.record(resultOf(100, true), []);
    session.record(resultOf(50), []);
    const at = (call: string) => api.calls.lastIndexOf(call);
    expect(at('cmi.core.score.raw=100')).toBeLessThan(at('cmi.core.lesson_status=completed'));
    expect(api.values['cmi.core.lesson_status']).toBe('completed');
    expect(api.calls.filter((call) => call === 'cmi.core.lesson_status=incomplete')).toHaveLength(
      1,
    );
  });

  test.each(['completed', 'passed'])('of a part that is %s takes nothing back', (status) => {
    const api = new Platform({ 'cmi.core.lesson_status': status });
    begun(api);
    expect(api.values['cmi.core.lesson_status']).toBe(status);
  });
});

describe('a prediction', () => {
  test('is told once, in this visit and in the next', () => {
    const api = new Platform();
    const session = begun(api);
    const long = prediction('b', 'x'.repeat(300), false);
    session.record(resultOf(10), [prediction('a')]);
    api.values['cmi.interactions._count'] = '1';
    session.record(resultOf(20), [prediction('a'), long]);
    session.keep({ link: 'https://example.org/#lesson=x' });
    const interactions = () => api.calls.filter((call) => call.startsWith('cmi.interactions.'));
    expect(interactions()).toEqual([
      'cmi.interactions.0.id=a',
      'cmi.interactions.0.type=fill-in',
      'cmi.interactions.0.student_response=5',
      'cmi.interactions.0.result=correct',
      'cmi.interactions.1.id=b',
      'cmi.interactions.1.type=fill-in',
      `cmi.interactions.1.student_response=${'x'.repeat(255)}`,
      'cmi.interactions.1.result=wrong',
    ]);
    begun(api).record(resultOf(30), [prediction('a'), long]);
    expect(interactions()).toHaveLength(8);
  });
});

describe('what is kept', () => {
  const keptOf = (text: string) => begun(new Platform({ 'cmi.suspend_data': text })).kept;

  test('comes back in the next visit, sketches with four digits', () => {
    const api = new Platform();
    const link = 'https://example.org/#lesson=x&step=2';
    begun(api).keep({ link, state: { step: 1, answers: [{ predicted: [-123.456789, 7] }] } });
    expect(api.values['cmi.core.lesson_location']).toBe('#lesson=x&step=2');
    expect(begun(api).kept).toEqual({
      link,
      state: { step: 1, answers: [{ predicted: [-123.5, 7] }] },
      told: [],
    });
  });

  test('has 4,096 characters; one more is refused, and what was kept before stays', () => {
    const api = new Platform();
    const session = begun(api);
    const around = JSON.stringify({ state: { text: '' }, told: [] }).length;
    session.keep({ state: { text: 'x'.repeat(4096 - around) } });
    const largest = api.values['cmi.suspend_data'];
    expect(largest).toHaveLength(4096);
    session.keep({ state: { text: 'y'.repeat(4097 - around) } });
    expect(api.values['cmi.suspend_data']).toBe(largest);
    expect(refusals).toEqual(['how far you are: 4097 characters, more than 4096']);
  });

  test('names no place that is too long for one', () => {
    const api = new Platform();
    begun(api).keep({ link: `https://example.org/#${'x'.repeat(255)}` });
    expect(api.values['cmi.core.lesson_location']).toBeUndefined();
    begun(api).keep({ link: `https://example.org/#${'x'.repeat(254)}` });
    expect(api.values['cmi.core.lesson_location']).toHaveLength(255);
  });

  test.each(['', '{', 'bookmark:7', '\u0000', '['.repeat(4096)])('is nothing in %j', (text) => {
    expect(keptOf(text)).toBeNull();
  });

  test.each([
    ['null', {}],
    ['7', {}],
    ['[]', {}],
    ['{"link":7,"state":"x","told":"a"}', {}],
    ['{"link":"#v=2","state":null,"told":[1,"a",null]}', { link: '#v=2', told: ['a'] }],
    ['{"__proto__":{"link":"#v=2"}}', {}],
    ['{"state":[]}', { state: [] }],
  ])('is what can be used of %s', (text, kept) => {
    expect(keptOf(text)).toEqual(kept);
  });
});

test('what a platform does not take is told, with its reason', () => {
  const api = new Platform();
  const session = begun(api);
  api.refuses = (name) => name === 'cmi.core.score.raw';
  session.record(resultOf(5), []);
  expect(refusals).toEqual(['cmi.core.score.raw=5: Incorrect data type']);
  expect(api.values['cmi.core.lesson_status']).toBe('incomplete');
});
