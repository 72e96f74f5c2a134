import { nameOf } from '../../draw/language';
import { environmentDrawings } from '../../draw/environments';
import type { FieldAxes } from '../../protocol/run-commands';
import type { Environment } from '../../protocol/catalog';
import type { Field } from '../../protocol/field';

/** What there is to choose axes from. */
export interface Shape {
  /** of the state */
  components: number;
  /** dimensions of a continuous action */
  dimensions: number;
  /** names of the choices; none where actions are continuous */
  choices: readonly string[];
}

/**
 * What a reader looks at: two components of the state, numbered from 0, or after them dimensions of
 * the action, or the choice; and the dimension of the action whose density is shown.
 */
export interface Axes {
  across: number;
  up: number;
  dimension: number;
}

/** The components of an environment's state that tell most. */
export function tellingOf(id: string): readonly number[] {
  return environmentDrawings.get(id)?.telling ?? [0, 1];
}

export function shapeOf({ state, actions }: Field, { action }: Environment): Shape {
  const choices = action.kind === 'discrete' ? action.names.map(nameOf) : [];
  return {
    components: state.length,
    dimensions: choices.length > 0 ? 0 : actions.columns,
    choices,
  };
}

/** One after the last number of an axis. */
function end({ components, dimensions, choices }: Shape): number {
  return components + (choices.length > 0 ? 1 : dimensions);
}

export function isAction(index: number, { components }: Shape): boolean {
  return index >= components;
}

/** What may run across: an action only against another one. */
export function acrossChoices(shape: Shape): number[] {
  return range(shape.dimensions >= 2 ? end(shape) : shape.components);
}

export function upChoices(shape: Shape, across: number): number[] {
  const isBoth = (index: number) => isAction(index, shape) || !isAction(across, shape);
  return range(end(shape)).filter((index) => index !== across && isBoth(index));
}

export function defaultAxes(id: string, shape: Shape): Axes {
  const { components, dimensions } = shape;
  const telling = tellingOf(id);
  const isOfActions = telling.length === 0 && dimensions >= 2;
  const [across = 0, up = 1] = isOfActions ? [components, components + 1] : telling;
  return { across, up, dimension: 0 };
}

/** The axes with another one across; what goes up gives way if it must. */
export function withAcross(axes: Axes, across: number, shape: Shape): Axes {
  const free = upChoices(shape, across);
  return { ...axes, across, up: free.includes(axes.up) ? axes.up : free[0]! };
}

/** Whether the choice is the vertical axis: its values come with every cell. */
export function isByChoice({ up }: Axes, shape: Shape): boolean {
  return shape.choices.length > 0 && isAction(up, shape);
}

/** What to ask of the core for a map of `cells` by `cells`; 0 for a usual number. */
export function mapRequest(axes: Axes, shape: Shape, cells: number): FieldAxes {
  return [axes.across, isByChoice(axes, shape) ? -1 : axes.up, cells, cells];
}

/** What to ask of the core for the policy in the current state. */
export function nowRequest({ dimension }: Axes, { components, choices }: Shape): FieldAxes {
  return choices.length > 0 ? [-1, -1, 1, 1] : [components + dimension, -1, 64, 1];
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
