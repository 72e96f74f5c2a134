import { nameOf } from '../../draw/language';
import type { Environment } from '../../protocol/catalog';
import { isAction, type Shape } from './axes';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const DOT = '\u0307';
const UNITS: Readonly<Record<string, string>> = { theta: 'rad', x: 'm', target: 'm' };

/** An axis in signs and units, such as `θ̇₁ (rad/s)`. */
export function axisLabel(index: number, environment: Environment, shape: Shape): string {
  if (!isAction(index, shape)) return stateLabel(nameAt(environment.state, index));
  return shape.choices.length > 0
    ? nameOf('action')
    : actionLabel(index - shape.components, environment);
}

export function actionLabel(dimension: number, { action }: Environment): string {
  const name = signs(nameAt(action.names, dimension));
  return action.unit ? `${name} (${action.unit})` : name;
}

/** The same without units. */
export function axisName(index: number, environment: Environment, shape: Shape): string {
  return axisLabel(index, environment, shape).replace(/ \(.*\)$/, '');
}

function stateLabel(name: string): string {
  const [base = ''] = name.split('_');
  const unit = UNITS[base];
  if (!unit) return signs(name);
  return `${signs(name)} (${name.endsWith('_dot') ? `${unit}/s` : unit})`;
}

/** `theta_1_dot` as θ̇₁, `s_2` as s₂, `target_x` as target x. */
function signs(name: string): string {
  const isRate = name.endsWith('_dot');
  const plain = name.replace(/_dot$/, '').replace('theta', 'θ');
  const [, base = plain, digits = ''] = /^(.*?)_?(\d*)$/.exec(plain) ?? [];
  const below = digits.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]!);
  const words = nameOf(base.replaceAll('_', ' ').trimEnd());
  if (words.includes(' ') && digits) return `${words} ${digits}`;
  return `${words}${isRate ? DOT : ''}${below}`;
}

/** Environments of variable size are in the catalog with their least: their names go on. */
function nameAt(names: readonly string[], index: number): string {
  const [, base = '', first = '0'] = /^(.*?)(\d*)$/.exec(names[0] ?? '') ?? [];
  return names[index] ?? `${base}${Number(first) + index}`;
}
