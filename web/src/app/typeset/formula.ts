import { typesetStrings as words } from '../text/en/typeset';
import type { Chain, Expression } from './expression';
import type { MathNode } from '../kit/math-node';
import { nameNode } from './names';

type Pair = readonly [open: string, close: string];

const PARENTHESES: Pair = ['(', ')'];
/** Of what holds or not, as a number: 1 or 0 (Iverson's brackets). */
const BRACKETS: Pair = ['[', ']'];
const FENCES: Readonly<Record<string, Pair>> = {
  abs: ['|', '|'],
  ceil: ['⌈', '⌉'],
  floor: ['⌊', '⌋'],
};
/** Whose powers are written behind their name. */
const TRIGONOMETRIC = new Set(['cos', 'sin', 'tan', 'tanh']);
const SIGNS: Readonly<Record<string, string>> = {
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
  and: '∧',
  or: '∨',
  not: '¬',
};
/** Between a function and what it is of, and between factors: heard, but not seen. */
const APPLIED: MathNode = { kind: 'operator', text: '\u2061' };
const TIMES: MathNode = { kind: 'times' };

export const operator = (text: string): MathNode => {
  return { kind: 'operator', text: SIGNS[text] ?? text };
};

export function row(...children: MathNode[]): MathNode {
  return children.length === 1 ? children[0]! : { kind: 'row', children };
}

/** Nodes with commas between them. */
export function listed(nodes: readonly MathNode[]): MathNode {
  return row(...nodes.flatMap((node, i) => (i === 0 ? [node] : [operator(','), node])));
}

export function fenced([open, close]: Pair, inside: MathNode): MathNode {
  return row({ kind: 'fence', text: open }, inside, { kind: 'fence', text: close });
}

/** An expression as mathematics. */
export function formulaNode(expression: Expression): MathNode {
  switch (expression.kind) {
    case 'number':
      return numberNode(expression.text);
    case 'name':
      return nameNode(expression.text);
    case 'group': {
      const { inside } = expression;
      return fenced(isTruth(inside) ? BRACKETS : PARENTHESES, formulaNode(inside));
    }
    case 'call':
      return callNode(expression.name, expression.given);
    case 'negative':
      return prefixed('-', expression.times, operandNode(expression.operand));
    case 'not':
      return prefixed('not', expression.times, logicNode(expression.operand));
    case 'power':
      return powerNode(expression.base, expression.exponent);
    case 'relation': {
      const { sign, left, right } = expression;
      return row(operandNode(left), operator(sign), operandNode(right));
    }
    case 'product':
      return productNode(expression);
    case 'sum':
      return chainNode(expression, operandNode);
    case 'and':
    case 'or':
      return chainNode(expression, logicNode);
  }
}

function numberNode(text: string): MathNode {
  const [mantissa, exponent] = text.toLowerCase().split('e');
  const number = (digits: string): MathNode => ({ kind: 'number', text: digits });
  if (exponent === undefined) return number(text);
  const power = exponent.replace('+', '').replace('-', '−');
  const ten: MathNode = { kind: 'sup', base: number('10'), script: number(power) };
  return row(number(mantissa!), operator('⋅'), ten);
}

function isTruth({ kind }: Expression): boolean {
  return kind === 'relation' || kind === 'and' || kind === 'or' || kind === 'not';
}

/** What stands where something holds or not: its parentheses are no brackets. */
function logicNode(expression: Expression): MathNode {
  if (expression.kind !== 'group') return formulaNode(expression);
  return fenced(PARENTHESES, logicNode(expression.inside));
}

/** What operators stand beside: of cases one sees where they end. */
function operandNode(expression: Expression): MathNode {
  const node = formulaNode(expression);
  return node.kind === 'cases' ? fenced(PARENTHESES, node) : node;
}

/** Without parentheses, where a line or a fence says what belongs together. */
function bareNode(expression: Expression): MathNode {
  return expression.kind === 'group' && !isTruth(expression.inside)
    ? bareNode(expression.inside)
    : formulaNode(expression);
}

function prefixed(sign: string, times: number, operand: MathNode): MathNode {
  return row(...Array.from({ length: times }, () => operator(sign)), operand);
}

function chainNode({ links }: Chain, node: (operand: Expression) => MathNode): MathNode {
  return row(
    ...links.flatMap(({ sign, operand }) =>
      sign === '' ? [node(operand)] : [operator(sign), node(operand)],
    ),
  );
}

function callNode(name: string, given: readonly Expression[]): MathNode {
  if (name === 'sqrt') return { kind: 'root', radicand: bareNode(given[0]!) };
  if (name === 'if') return casesNode(given);
  const fence = FENCES[name];
  if (fence) return fenced(fence, bareNode(given[0]!));
  return applied({ kind: 'upright', text: name }, given);
}

function applied(name: MathNode, given: readonly Expression[]): MathNode {
  const inside = given.length === 1 ? bareNode(given[0]!) : listed(given.map(formulaNode));
  return row(name, APPLIED, fenced(PARENTHESES, inside));
}

function casesNode([condition, first, second]: readonly Expression[]): MathNode {
  const otherwise: MathNode = { kind: 'text', text: words().otherwise };
  const when = row({ kind: 'text', text: `${words().when}\u00A0` }, logicNode(condition!));
  return {
    kind: 'cases',
    rows: [
      [formulaNode(first!), when],
      [formulaNode(second!), otherwise],
    ],
  };
}

function powerNode(base: Expression, exponent: Expression): MathNode {
  const script = bareNode(exponent);
  if (base.kind === 'call' && TRIGONOMETRIC.has(base.name) && exponent.kind === 'number') {
    return applied({ kind: 'sup', base: { kind: 'upright', text: base.name }, script }, base.given);
  }
  const own = operandNode(base);
  const isPrimed = base.kind === 'name' && base.text.endsWith("'");
  return { kind: 'sup', base: isPrimed ? fenced(PARENTHESES, own) : own, script };
}

/** A run of factors over what divides them. */
interface Quotient {
  factors: Expression[];
  divisors: Expression[];
}

/** `a b / c d` is (a b / c) d: what follows a divisor begins the next quotient. */
function productNode({ links }: Chain): MathNode {
  const quotients: Quotient[] = [];
  for (const { sign, operand } of links) {
    let last = quotients.at(-1);
    if (sign === '/') {
      last!.divisors.push(operand);
      continue;
    }
    if (!last || last.divisors.length > 0) quotients.push((last = { factors: [], divisors: [] }));
    last.factors.push(operand);
  }
  const nodes = quotients.map(({ factors, divisors }): MathNode => {
    if (divisors.length === 0) return factorsNode(factors);
    return { kind: 'fraction', numerator: aloneNode(factors), denominator: aloneNode(divisors) };
  });
  return row(...nodes.flatMap((node, i): MathNode[] => (i === 0 ? [node] : [TIMES, node])));
}

/** Factors above or below a line. */
function aloneNode(factors: readonly Expression[]): MathNode {
  return factors.length === 1 ? bareNode(factors[0]!) : factorsNode(factors);
}

function factorsNode(factors: readonly Expression[]): MathNode {
  return row(
    ...factors.flatMap((factor, i): MathNode[] => {
      const node = operandNode(factor);
      if (i === 0) return [node];
      return [isMisread(factors[i - 1]!, factor) ? operator('⋅') : TIMES, node];
    }),
  );
}

/** Whether a factor would be read as one number with that before it, or as what a name is of. */
function isMisread(before: Expression, factor: Expression): boolean {
  const begins = factor.kind === 'power' ? factor.base : factor;
  if (begins.kind === 'number' || begins.kind === 'negative') return true;
  return begins.kind === 'group' && (before.kind === 'name' || before.kind === 'power');
}
