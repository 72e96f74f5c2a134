import type { Comparison, Condition, Expression, Term } from '../../protocol/lesson';
import type { Fact } from '../kit/page';

/** A number that the page has measured, with its standard error. */
export interface Measured {
  value: number;
  error: number | null;
}

/** What is known under a name of a lesson; `null`: nothing yet. */
export type Facts = (name: string) => Fact | null;

/** What an expression comes to; `null` while a part of it is unknown. */
export function measure(expression: Expression, facts: Facts): Measured | null {
  const first = termOf(expression.first, facts);
  if (expression.operator === undefined || !first) return first;
  const second = termOf(expression.second!, facts);
  if (!second) return null;
  if (expression.operator === '-') {
    const error = joint(first.error, second.error);
    return { value: first.value - second.value, error };
  }
  if (second.value === 0) return null;
  const value = first.value / second.value;
  const share = joint(relative(first), relative(second));
  return { value, error: share === null ? null : Math.abs(value) * share };
}

/** Whether all of a condition holds; what is unknown does not. */
export function holds(condition: Condition, facts: Facts): boolean {
  return condition.every((comparison) => isTrue(comparison, facts));
}

function isTrue({ left, is, right }: Comparison, facts: Facts): boolean {
  if ('text' in right) {
    const said = facts(String(left.first));
    if (said === null) return false;
    return (said === right.text) === (is === '=');
  }
  const [a, b] = [measure(left, facts)?.value, measure(right, facts)?.value];
  if (a === undefined || b === undefined) return false;
  switch (is) {
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '<':
      return a < b;
    case '=':
      return a === b;
    case '!=':
      return a !== b;
  }
}

function termOf(term: Term, facts: Facts): Measured | null {
  if (typeof term === 'number') return { value: term, error: null };
  const fact = facts(term);
  return typeof fact === 'string' ? null : fact;
}

const relative = ({ value, error }: Measured) => (error === null ? null : error / value);

/** The error of a sum or, of relative ones, of a ratio; a number that is exact has none. */
function joint(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : Math.hypot(a ?? 0, b ?? 0);
}
