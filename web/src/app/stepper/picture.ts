import { lowest } from '../../draw/extent';
import { choicesHeight, type ChoicesPicture, drawChoices } from '../../draw/stepper/choices';
import { drawUpdate, type Landscape, type UpdatePicture } from '../../draw/stepper/update';
import type { Span } from '../../draw/views/plane';
import { densityAt, isGaussian, probabilitiesOf } from '../../draw/views/policy';
import type { Environment } from '../../protocol/catalog';
import type { Field } from '../../protocol/field';
import { isSampleEntry, type Trace } from '../../protocol/trace';
import type { Figure, Rows } from '../figure/figure';
import { type Phase, stepperStrings } from '../text/en/stepper';
import { figure } from '../text/numbers';
import { actionLabel } from '../views/labels';
import type { CodeLine } from './lines';
import { DIGITS } from './numbers';

const words = () => stepperStrings().picture;
/** Points of a density. */
const POINTS = 200;
const HEIGHT = 280;

/** One transition of an update, in whose state critic and policy are looked at. */
export interface Seen {
  id: string;
  trace: Trace;
  lines: readonly CodeLine[];
  sample: number;
  dimension: number;
  environment: Environment;
  /** what critic and policy say there */
  before: Field;
  after: Field;
  /** the phase of the line that is lit */
  phase: Phase;
  color: string;
  /** the configuration of the run */
  config: string;
  build: string;
  link: string;
}

export function updateFigure(seen: Seen): Figure {
  const { id, trace, sample, config, build, link, environment } = seen;
  const isOfChoices = environment.action.kind === 'discrete';
  const shown = isOfChoices ? choicesOf(seen) : curvesOf(seen);
  const sentences = shown.kind === 'choices' ? [words().choices] : told(shown, seen);
  const step = String(trace.environment_steps);
  return {
    title: words().title(id),
    table: words().table(id),
    caption: sentences.join(' '),
    file: words().file(id),
    about: words().about(id, config, step, String(sample + 1)),
    build,
    link,
    rows: () => (shown.kind === 'choices' ? choiceRows(shown) : curveRows(shown)),
    picture: {
      label: `${words().title(id)}. ${sentences.join(' ')}`,
      height: () => (shown.kind === 'choices' ? choicesHeight(shown) : HEIGHT),
      draw: (context, size, theme) =>
        shown.kind === 'choices'
          ? drawChoices(context, shown, size, theme)
          : drawUpdate(context, shown, size, theme),
    },
  };
}

/** The numbers of a quantity, by component, where a phase has computed it. */
function numbers({ trace, lines, sample }: Seen, phase: Phase, name: string): number[] {
  const ids = lines.filter((line) => line.phase === phase).map(({ id }) => id);
  const entry = trace.entries
    .filter(isSampleEntry)
    .findLast((each) => ids.includes(each.line) && each.name === name);
  const values = entry?.values.map((row) => row[row.length === 1 ? 0 : sample] ?? NaN) ?? [];
  return values.every(Number.isFinite) ? values : [];
}

function curvesOf(seen: Seen): UpdatePicture {
  const { environment, dimension, before, after, phase, color } = seen;
  const { action } = environment;
  const span = {
    low: action.low[dimension] ?? action.low[0]!,
    high: action.high[dimension] ?? action.high[0]!,
  };
  const half = (span.high - span.low) / 2;
  const units = (a: number) => span.low + (a + 1) * half;
  const [replayed, chosen, slope] = [
    numbers(seen, 'critic', 'a')[dimension],
    numbers(seen, 'actor', 'action')[dimension],
    numbers(seen, 'actor', 'dq_da')[dimension],
  ];
  const [fitted, [target], [value]] = [
    numbers(seen, 'critic', 'q'),
    numbers(seen, 'critic', 'y'),
    numbers(seen, 'actor', 'q'),
  ];
  const isFit = replayed !== undefined && fitted.length > 0 && target !== undefined;
  const isAscent = chosen !== undefined && value !== undefined;
  return {
    kind: 'curves',
    actionLabel: actionLabel(dimension, environment),
    valueLabel: words().value,
    span,
    before: landscape(before, dimension, span),
    after: landscape(after, dimension, span),
    fitted: isFit ? { action: units(replayed), from: lowest(fitted), to: target } : null,
    ascent: isAscent
      ? { action: units(chosen), value, slope: slope === undefined ? null : slope / half }
      : null,
    lit: phase === 'critic' || phase === 'actor' ? phase : 'none',
    color,
  };
}

function landscape(field: Field, dimension: number, span: Span): Landscape {
  const middle = (i: number, count: number) =>
    span.low + ((i + 0.5) / count) * (span.high - span.low);
  const values = field.critic === 'q' ? [...field.values.data] : [];
  return {
    values: values.map((y, i) => ({ x: middle(i, values.length), y })),
    density: Array.from({ length: isGaussian(field) ? POINTS : 0 }, (_, i) => {
      const x = middle(i, POINTS);
      return { x, y: densityAt(field, 0, dimension, span, x)! };
    }),
    mean: field.actions.data[dimension]!,
  };
}

function told({ fitted, ascent, after }: UpdatePicture, { environment }: Seen): string[] {
  const text = (value: number) => figure(value, DIGITS);
  const isHeld = environment.action.names.length > 1;
  return [
    words().caption,
    after.values.length === 0 ? words().noCritic : '',
    fitted ? words().fitted(text(fitted.action), text(fitted.from), text(fitted.to)) : '',
    ascent?.slope == null ? '' : words().ascends(text(ascent.action), text(ascent.slope)),
    isHeld ? words().held : '',
  ].filter(Boolean);
}

function choicesOf(seen: Seen): ChoicesPicture {
  const { environment, before, after, color } = seen;
  const { names } = environment.action;
  const [taken] = numbers(seen, 'critic', 'a');
  const said = (field: Field) => {
    const probabilities = probabilitiesOf(field, 0, names.length);
    const hasValues = field.critic === 'q' && field.values.columns === names.length;
    return names.map((_, i) => ({
      probability: probabilities[i]!,
      value: hasValues ? field.values.data[i]! : null,
    }));
  };
  const [was, is] = [said(before), said(after)];
  return {
    kind: 'choices',
    color,
    choices: names.map((name, i) => {
      const { probability, value } = is[i]!;
      const text = words().chance(figure(probability), value === null ? '' : figure(value));
      return { name, before: was[i]!, after: is[i]!, text, isTaken: taken === i };
    }),
  };
}

function choiceRows({ choices }: ChoicesPicture): Rows {
  const { choice, densityBefore, density, valueBefore, value } = words().columns;
  return [
    [choice, densityBefore, density, valueBefore, value],
    ...choices.map(({ name, before, after }) => [
      name,
      before.probability,
      after.probability,
      before.value,
      after.value,
    ]),
  ];
}

function curveRows({ actionLabel: action, before, after }: UpdatePicture): Rows {
  const { densityBefore, density, valueBefore, value } = words().columns;
  const columns = [
    { head: valueBefore, points: before.values },
    { head: value, points: after.values },
    { head: densityBefore, points: before.density },
    { head: density, points: after.density },
  ].filter(({ points }) => points.length > 0);
  const places = after.values.length > 0 ? after.values : after.density;
  if (places.length === 0) return [[action], [after.mean]];
  return [
    [action, ...columns.map(({ head }) => head)],
    ...places.map(({ x }, i) => [
      x,
      ...columns.map(({ points }) => points[Math.floor((i / places.length) * points.length)]!.y),
    ]),
  ];
}
