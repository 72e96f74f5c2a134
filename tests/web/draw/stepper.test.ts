import { describe, expect, test } from 'vitest';
import { plotArea } from '../../../web/src/draw/lab/axes';
import {
  type ChoicesPicture,
  choicesHeight,
  drawChoices,
} from '../../../web/src/draw/stepper/choices';
import { drawUpdate, type UpdatePicture } from '../../../web/src/draw/stepper/update';
import type { Theme } from '../../../web/src/draw/theme';
import { type Operation, recordingContext } from './recording-context';

const LIGHT = { ground: '#fff', line: '#ddd', ink: '#111', muted: '#666', font: 'sans' };
const DARK = { ground: '#101418', line: '#333a42', ink: '#eee', muted: '#99a', font: 'sans' };
const themes = [LIGHT, DARK];
const size = { width: 466, height: 318 };
const area = plotArea(size);
const COLOR = '#0b66a8';

/** Q rises from −1 to 1 before the update, and to 3 after it; so heights span −1.32 to 3.32. */
const picture: UpdatePicture = {
  kind: 'curves',
  actionLabel: 'action',
  valueLabel: 'Q',
  span: { low: -2, high: 2 },
  before: {
    values: [point(-2, -1), point(2, 1)],
    density: [point(-2, 0), point(-1, 4), point(2, 0)],
    mean: -1,
  },
  after: {
    values: [point(-2, -1), point(2, 3)],
    density: [point(-2, 0), point(1, 2), point(2, 0)],
    mean: 1,
  },
  fitted: { action: -1, from: 0, to: 2 },
  ascent: { action: 1, value: 1, slope: 0.5 },
  lit: 'none',
  color: COLOR,
};
const x = (action: number) => area.left + ((action + 2) / 4) * (area.right - area.left);
const y = (value: number) => area.bottom - ((value + 1.32) / 4.64) * (area.bottom - area.top);
const SHADED = 0.38 * (area.bottom - area.top);

function point(at: number, height: number) {
  return { x: at, y: height };
}

function update(changes: Partial<UpdatePicture> = {}, theme: Theme = LIGHT): Operation[] {
  const { context, operations } = recordingContext();
  drawUpdate(context, { ...picture, ...changes }, size, theme);
  return operations;
}

/** Every path that was stroked or filled: its points, how it ends, and the style at that end. */
function paths(operations: readonly Operation[]) {
  const found: { end: string; points: number[][]; style: Record<string, unknown> }[] = [];
  let dash: unknown = [];
  let points: number[][] = [];
  for (const { name, args, style } of operations) {
    if (name === 'beginPath') points = [];
    if (name === 'moveTo' || name === 'lineTo') points.push(args as number[]);
    if (name === 'setLineDash') dash = args[0];
    if ((name === 'stroke' || name === 'fill') && points.length > 0) {
      found.push({ end: name, points: [...points], style: { ...style, dash } });
    }
  }
  return found;
}

const close = (points: readonly (readonly number[])[]) =>
  points.map((each) => each.map((value): unknown => expect.closeTo(value, 6)));

const strokes = (operations: readonly Operation[], width: number) =>
  paths(operations).filter(({ end, style }) => end === 'stroke' && style.lineWidth === width);

const discs = (operations: readonly Operation[]) =>
  operations
    .filter(({ name }) => name === 'arc')
    .map(({ args, style }) => [...(args as number[]).slice(0, 3), style.fillStyle]);

describe.each(themes)('an update, in the theme of ground $ground', (theme) => {
  test('has Q before it dashed and muted, and after it solid in ink', () => {
    const [before, after, ...others] = strokes(update({}, theme), 2.25);
    expect(others).toEqual([]);
    expect(before!.points).toEqual(
      close([
        [x(-2), y(-1)],
        [x(2), y(1)],
      ]),
    );
    expect(before!.style).toMatchObject({ strokeStyle: theme.muted, dash: [6, 5] });
    expect(after!.points).toEqual(
      close([
        [x(-2), y(-1)],
        [x(2), y(3)],
      ]),
    );
    expect(after!.style).toMatchObject({ strokeStyle: theme.ink, dash: [] });
  });

  test('has the density before it outlined and after it shaded, both on one scale', () => {
    const operations = update({}, theme);
    const [outline, ...others] = strokes(operations, 1.5).filter(
      ({ style }) => style.strokeStyle === COLOR,
    );
    expect(others).toEqual([]);
    const low = area.bottom;
    expect(outline!.points).toEqual(
      close([
        [x(-2), low],
        [x(-1), low - SHADED],
        [x(2), low],
      ]),
    );
    expect(outline!.style.dash).toEqual([4, 4]);
    const shade = paths(operations).find(({ style }) => style.globalAlpha === 0.25)!;
    expect(shade.points.slice(0, 3)).toEqual(
      close([
        [x(-2), low],
        [x(1), low - SHADED / 2],
        [x(2), low],
      ]),
    );
    expect(shade.points.slice(3)).toEqual(
      close([
        [x(2), low],
        [x(-2), low],
      ]),
    );
    expect(shade.style.fillStyle).toBe(COLOR);
  });

  test('leads from what Q was at the replayed action to its target, which is a ring', () => {
    const operations = update({}, theme);
    const fit = strokes(operations, 1.5).filter(({ style }) => style.strokeStyle === theme.ink);
    expect(fit.map(({ points }) => points)).toEqual([
      close([
        [x(-1), y(0)],
        [x(-1), y(2)],
      ]),
    ]);
    expect(discs(operations).slice(0, 3)).toEqual(
      [
        [x(-1), y(0), 4.5, theme.ink],
        [x(-1), y(2), 5.5, theme.ink],
        [x(-1), y(2), 3.5, theme.ground],
      ].map((disc) => disc.map((v): unknown => (typeof v === 'number' ? expect.closeTo(v) : v))),
    );
  });

  test('names its axes in the muted colour', () => {
    const words = update({}, theme).filter(({ name }) => name === 'fillText');
    expect(words.map(({ args }) => args[0])).toEqual(expect.arrayContaining(['action', 'Q']));
    expect(words.every(({ style }) => style.fillStyle === theme.muted)).toBe(true);
  });
});

describe('the action of the actor', () => {
  const arrow = (slope: number | null, action = 1) =>
    strokes(update({ ascent: { action, value: 1, slope } }), 3)
      .map(({ points }) => points)
      .filter(([from]) => from![1] !== area.bottom);
  const head = (slope: number) =>
    paths(update({ ascent: { action: 1, value: 1, slope } }))
      .filter(({ end, points }) => end === 'fill' && points.length === 3)
      .map(({ points }) => points);

  test('is a disc on Q, with an arrow along the action to where Q rises', () => {
    expect(discs(update()).at(-1)).toEqual([
      expect.closeTo(x(1)),
      expect.closeTo(y(1)),
      5.5,
      COLOR,
    ]);
    expect(arrow(0.5)).toEqual([
      close([
        [x(1), y(1)],
        [x(1) + 46, y(1)],
      ]),
    ]);
    expect(arrow(-0.5)).toEqual([
      close([
        [x(1), y(1)],
        [x(1) - 46, y(1)],
      ]),
    ]);
    const wings = (at: number) => [
      [at, y(1) - 6],
      [at, y(1) + 6],
    ];
    expect(head(0.5)).toEqual([close([[x(1) + 54, y(1)], ...wings(x(1) + 46)])]);
    expect(head(-0.5)).toEqual([close([[x(1) - 54, y(1)], ...wings(x(1) - 46)])]);
  });

  test('has no arrow where no slope was taken, or it is zero', () => {
    expect(arrow(null)).toEqual([]);
    expect(arrow(0)).toEqual([]);
  });

  test('has an arrow that ends inside the axes', () => {
    expect(arrow(1, 2)).toEqual([
      close([
        [x(2), y(1)],
        [area.right - 8, y(1)],
      ]),
    ]);
    expect(arrow(-1, -2)).toEqual([
      close([
        [x(-2), y(1)],
        [area.left + 8, y(1)],
      ]),
    ]);
  });
});

test('the mean of the policy after the update is marked on the axis of actions', () => {
  const marks = strokes(update({ ascent: null }), 3).map(({ points }) => points);
  expect(marks).toEqual([
    close([
      [x(1), area.bottom],
      [x(1), area.bottom - 14],
    ]),
  ]);
});

test('the part that the cursor is in is strong, the other one faint', () => {
  const strengths = (lit: UpdatePicture['lit']) => {
    const operations = update({ lit });
    const critic = strokes(operations, 2.25)[1]!.style.globalAlpha;
    const density = strokes(operations, 1.5).find(({ style }) => style.strokeStyle === COLOR)!;
    const last = operations.findLast(({ name }) => name === 'arc')!.style.globalAlpha;
    return [critic, density.style.globalAlpha, last];
  };
  expect(strengths('critic')).toEqual([1, 0.35, 0.35]);
  expect(strengths('actor')).toEqual([0.35, 1, 1]);
  expect(strengths('none')).toEqual([1, 1, 1]);
});

test('a picture of nothing, or of what is not finite, has finite places', () => {
  const none = { values: [], density: [], mean: 0 };
  const broken = { values: [point(0, NaN)], density: [], mean: 0 };
  for (const each of [none, broken]) {
    const operations = update({ before: each, after: each, fitted: null, ascent: null });
    const labels = operations.filter(({ name }) => name === 'fillText');
    expect(labels.length).toBeGreaterThan(4);
    for (const { args } of labels)
      expect((args.slice(1) as number[]).every(Number.isFinite)).toBe(true);
  }
});

describe.each(themes)('an update of choices, in the theme of ground $ground', (theme) => {
  const choices: ChoicesPicture = {
    kind: 'choices',
    color: COLOR,
    choices: [
      {
        name: 'left',
        text: '25 %',
        isTaken: false,
        before: { probability: 0.75, value: -1 },
        after: { probability: 0.25, value: -2 },
      },
      {
        name: 'right',
        text: '75 %',
        isTaken: true,
        before: { probability: 0.25, value: 1 },
        after: { probability: 0.75, value: 2 },
      },
    ],
  };
  const drawn = (shown: ChoicesPicture) => {
    const { context, operations } = recordingContext();
    drawChoices(context, shown, { width: 400, height: choicesHeight(shown) }, theme);
    return operations;
  };
  const bars = (operations: readonly Operation[]) =>
    operations
      .filter(({ name }) => name === 'fillRect')
      .map(({ args, style }) => [...args, style.fillStyle]);

  test('has bars of what comes after: the probability from the left, Q from its zero', () => {
    expect(choicesHeight(choices)).toBe(140);
    expect(bars(drawn(choices))).toEqual([
      [0, 20, 100, 14, COLOR],
      [0, 39, 200, 14, theme.muted],
      [0, 90, 300, 14, COLOR],
      [200, 109, 200, 14, theme.muted],
    ]);
  });

  test('has a line across each where it was before', () => {
    const marks = paths(drawn(choices)).filter(({ end }) => end === 'stroke');
    const across = (at: number, top: number) => [
      [at, top - 2],
      [at, top + 16],
    ];
    expect(marks.map(({ points }) => points)).toEqual([
      across(300, 20),
      across(100, 39),
      across(100, 90),
      across(300, 109),
    ]);
    expect(marks.every(({ style }) => style.strokeStyle === theme.ink)).toBe(true);
  });

  test('names choices, and the one of the transition in bold', () => {
    const words = drawn(choices).filter(({ name }) => name === 'fillText');
    expect(words.map(({ args }) => args)).toEqual([
      ['left', 0, 0],
      ['25 %', 400, 0],
      ['right', 0, 70],
      ['75 %', 400, 70],
    ]);
    const bold = words.map(({ style }) => (style.font as string).startsWith('bold'));
    expect(bold).toEqual([false, false, true, false]);
    expect(words.every(({ style }) => style.fillStyle === theme.ink)).toBe(true);
  });

  test('has zero at an end where every Q is on one side of it', () => {
    const valueOf = (i: number) => bars(drawn({ ...choices, choices: [choices.choices[i]!] }))[1];
    expect(valueOf(0)).toEqual([0, 39, 400, 14, theme.muted]);
    expect(valueOf(1)).toEqual([0, 39, 400, 14, theme.muted]);
  });

  test('has no bars of Q where there is none', () => {
    const none = choices.choices.map((each) => ({
      ...each,
      before: { ...each.before, value: null },
      after: { ...each.after, value: null },
    }));
    expect(bars(drawn({ ...choices, choices: none }))).toEqual([
      [0, 20, 100, 14, COLOR],
      [0, 90, 300, 14, COLOR],
    ]);
  });
});
