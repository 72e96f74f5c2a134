import { environmentDrawings } from '../../draw/environments';
import { highest } from '../../draw/extent';
import { probabilitiesOf } from '../../draw/views/policy';
import type { Field } from '../../protocol/field';
import { figure } from '../text/numbers';
import { type Quantity, type Shown, viewStrings } from '../text/en/views';
import { type Axes, tellingOf } from './axes';
import type { ExactValues } from './exact-values';
import type { Looked } from './looked';

const words = () => viewStrings().table;

/** What can be seen of a table, in the order in which it is offered. */
export const SHOWN: readonly Shown[] = ['learned', 'policy', 'best', 'difference'];

/** What is known of every state of a task that is a map, and what is on display. */
export interface TableMap {
  shown: Shown;
  values: Readonly<Record<Shown, Float32Array>>;
  /** what has been learned */
  quantity: Quantity;
  /** whether that is judged by the best policy */
  isByBest: boolean;
}

/** Whether all states of a task are cells that a field can have one each of. */
export function isMap(id: string): boolean {
  return environmentDrawings.get(id)?.cellAt !== undefined;
}

/** Whether the cells of a field are the states of a task, each with the policy's probabilities. */
export function isTable({ across, up, distribution }: Field, axes: Axes, looked: Looked): boolean {
  const { environment, shape } = looked;
  const [first, second] = tellingOf(environment.id);
  const isWhole = [across, up].every(({ cells, low, high }) => cells === Math.round(high - low));
  return (
    isMap(environment.id) &&
    isWhole &&
    axes.across === first &&
    axes.up === second &&
    shape.choices.length > 0 &&
    distribution.columns === shape.choices.length
  );
}

export function tableMapOf(
  field: Field,
  exact: ExactValues | null,
  shown: Shown,
  looked: Looked,
): TableMap {
  const isByBest = field.policy === 'greedy' && looked.target === 'maximum';
  const nothing = new Float32Array(field.actions.rows).fill(NaN);
  const { policy, best } = exact ?? { policy: nothing, best: nothing };
  const learned = field.critic === 'none' ? nothing : learnedValues(field, isByBest);
  const target = isByBest ? best : policy;
  const difference = learned.map((value, s) => value - target[s]!);
  const quantity = field.critic !== 'q' ? field.critic : isByBest ? 'best' : 'mean';
  return { shown, values: { learned, policy, best, difference }, quantity, isByBest };
}

function learnedValues(field: Field, takesBest: boolean): Float32Array {
  const { columns, data } = field.values;
  if (field.critic === 'v') return data;
  return Float32Array.from({ length: field.values.rows }, (_, s) => {
    const q = data.subarray(s * columns, (s + 1) * columns);
    if (takesBest) return highest(q);
    return probabilitiesOf(field, s, columns).reduce((sum, p, a) => {
      return p > 0 ? sum + p * (q[a]! - field.alpha * Math.log(p)) : sum;
    }, 0);
  });
}

/** The numbers in the cells; empty where there is none. */
export function labelsOf({ shown, values }: TableMap): string[] {
  return Array.from(values[shown], (value) => (Number.isFinite(value) ? figure(value) : ''));
}

/** How far what was learned is from what is exact, if that is known. */
export function tableText({ values, quantity, isByBest }: TableMap): string {
  if (quantity === 'none') return '';
  const known = values.difference.filter((value) => Number.isFinite(value));
  if (known.length === 0) return words().waiting;
  const error = Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / known.length);
  return `${words().judged(isByBest)} ${words().error(figure(error))}`;
}

/** The columns of the data table. */
export function tableColumns(
  field: Field,
  { values, quantity }: TableMap,
  looked: Looked,
): { head: string; of: (cell: number) => number }[] {
  const { choices } = looked.shape;
  const known = SHOWN.filter((shown) => shown !== 'learned' && shown !== 'difference');
  const shown = quantity === 'none' ? known : SHOWN;
  const head = (each: Shown) =>
    each === 'learned' ? viewStrings().quantity(quantity) : words().option(each);
  return [
    ...shown.map((each) => ({ head: head(each), of: (cell: number) => values[each][cell]! })),
    ...choices.map((choice, i) => ({
      head: words().probability(choice),
      of: (cell: number) => probabilitiesOf(field, cell, choices.length)[i]!,
    })),
  ];
}
