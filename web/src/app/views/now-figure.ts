import { type Chances, type Density, densityHeight, drawDensity } from '../../draw/views/density';
import { densityAt, isGaussian, probabilitiesOf } from '../../draw/views/policy';
import type { Field } from '../../protocol/field';
import type { Figure, Rows } from '../figure/figure';
import { figure } from '../text/numbers';
import { actionLabel } from './labels';
import { type Looked, stateText } from './looked';
import { viewStrings } from '../text/en/views';

const words = () => viewStrings().now;
/** Points of the density. */
const POINTS = 240;

/** The policy in the current state, over choices or along one dimension of the action. */
export function shownNow(field: Field, dimension: number, looked: Looked): Density | Chances {
  return looked.shape.choices.length > 0
    ? chances(field, looked)
    : density(field, dimension, looked);
}

function chances(field: Field, { shape, color }: Looked): Chances {
  const { values } = field;
  const probabilities = probabilitiesOf(field, 0, shape.choices.length);
  const hasValues = values.columns === shape.choices.length && values.rows > 0;
  return {
    kind: 'chances',
    choices: shape.choices.map((name, i) => {
      const probability = probabilities[i]!;
      const value = hasValues ? figure(values.data[i]) : '';
      return { name, probability, text: words().chance(words().percent(probability), value) };
    }),
    color,
  };
}

function density(field: Field, dimension: number, looked: Looked): Density {
  const { environment, bounds, color } = looked;
  const span = bounds[dimension]!;
  const middle = (i: number, count: number) =>
    span.low + ((i + 0.5) / count) * (span.high - span.low);
  const points = Array.from({ length: isGaussian(field) ? POINTS : 0 }, (_, i) => {
    const x = middle(i, POINTS);
    return { x, y: densityAt(field, 0, dimension, span, x)! };
  });
  const { cells } = field.across;
  const values = field.critic === 'q' ? [...field.values.data] : [];
  return {
    kind: 'density',
    actionLabel: actionLabel(dimension, environment),
    densityLabel: words().densityLabel(environment.action.unit),
    valueLabel: words().valueLabel,
    span,
    points,
    mean: field.actions.data[dimension]!,
    values: values.map((y, i) => ({ x: middle(i, cells), y })),
    color,
  };
}

export function nowFigure(field: Field, dimension: number, looked: Looked): Figure {
  const { id, about, build, link } = looked;
  const shown = shownNow(field, dimension, looked);
  const state = stateText(field, looked);
  const isCut = field.policy === 'gaussian';
  const sentence = shown.kind === 'chances' ? chancesText(shown) : densityText(shown, isCut);
  return {
    title: words().title(id),
    caption: [
      shown.kind === 'chances' ? '' : sentence,
      state && words().state(state),
      words().policy(field.policy),
    ]
      .filter(Boolean)
      .join(' '),
    table: words().table(id),
    file: words().file(id),
    about,
    build,
    link,
    rows: () =>
      shown.kind === 'chances' ? chancesRows(field, shown) : densityRows(field, dimension, shown),
    picture: {
      label: `${words().title(id)}: ${sentence}`,
      height: () => densityHeight(shown),
      draw: (context, size, theme) => drawDensity(context, shown, size, theme),
    },
  };
}

function chancesText({ choices }: Chances): string {
  return `${choices.map(({ name, text }) => `${name} ${text}`).join(', ')}.`;
}

function densityText({ actionLabel, points, mean, span }: Density, isCut: boolean): string {
  if (points.length === 0) return `${words().sure(actionLabel, figure(mean))}.`;
  const text = `${words().mean(actionLabel, figure(mean))}.`;
  const width = (span.high - span.low) / points.length;
  const beyond = 1 - points.reduce((sum, { y }) => sum + y * width, 0);
  return isCut && beyond >= 0.005 ? `${text} ${words().beyond(words().percent(beyond))}` : text;
}

function chancesRows({ values }: Field, { choices }: Chances): Rows {
  const hasValues = values.columns === choices.length && values.rows > 0;
  return [
    [words().choice, words().probability, ...(hasValues ? [words().valueLabel] : [])],
    ...choices.map(({ name, probability }, i) => [
      name,
      probability,
      ...(hasValues ? [values.data[i]!] : []),
    ]),
  ];
}

/** The density where the critic was asked, else where it is drawn. */
function densityRows(field: Field, dimension: number, shown: Density): Rows {
  const { actionLabel: action, points, mean, values, span } = shown;
  const places = values.length > 0 ? values : points;
  if (places.length === 0) return [[action], [mean]];
  const heads = [
    ...(points.length > 0 ? [words().density] : []),
    ...(values.length > 0 ? [words().valueLabel] : []),
  ];
  return [
    [action, ...heads],
    ...places.map(({ x, y }) => {
      const at = densityAt(field, 0, dimension, span, x);
      return [x, ...(at === null ? [] : [at]), ...(values.length > 0 ? [y] : [])];
    }),
  ];
}
