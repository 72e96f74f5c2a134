import { type Token, type Tokens, UnreadableError } from './tokens';

/** An expression of the language of formulas (docs/formula-tasks.md), as it is written. */
export type Expression =
  | { kind: 'number' | 'name'; text: string }
  | { kind: 'call'; name: string; given: Expression[] }
  | { kind: 'group'; inside: Expression }
  | { kind: 'negative' | 'not'; times: number; operand: Expression }
  | { kind: 'power'; base: Expression; exponent: Expression }
  | { kind: 'relation'; sign: string; left: Expression; right: Expression }
  | Chain;

/** What binds alike, from left to right; the sign of the first operand is empty. */
export interface Chain {
  kind: 'or' | 'and' | 'sum' | 'product';
  links: { sign: string; operand: Expression }[];
}

/** How many arguments each function has. */
export const FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ...['abs', 'ceil', 'cos', 'exp', 'floor', 'log'].map((name) => [name, 1] as const),
  ...['sign', 'sin', 'sqrt', 'tan', 'tanh', 'wrap'].map((name) => [name, 1] as const),
  ...['max', 'min', 'mod', 'normal', 'uniform'].map((name) => [name, 2] as const),
  ...['clip', 'if'].map((name) => [name, 3] as const),
]);

/** How tightly operators bind. */
const OR = 1;
const AND = 2;
const NOT = 3;
const RELATION = 4;
const SUM = 5;
const PRODUCT = 6;
const SIGN = 7;
const POWER = 8;

const CHAINS: Readonly<Record<string, readonly [Chain['kind'], number]>> = {
  or: ['or', OR],
  and: ['and', AND],
  '+': ['sum', SUM],
  '-': ['sum', SUM],
  '*': ['product', PRODUCT],
  '/': ['product', PRODUCT],
};
const RELATIONS = new Set(['<', '<=', '>', '>=', '==', '!=']);
const WORDS = new Set(['and', 'or', 'not', 'in']);
/** Parentheses and powers within each other, as the core allows them. */
const DEEPEST = 40;

/** The expression that comes, by precedence climbing. Throws an `UnreadableError`. */
export function readExpression(tokens: Tokens, least = OR, depth = 1): Expression {
  if (depth > DEEPEST) throw new UnreadableError();
  let left = readPrefix(tokens, least, depth);
  // What has been compared is not compared again.
  for (let most = left.kind === 'not' ? AND : POWER; ;) {
    const found = infixOf(tokens);
    if (!found || found.binds < least || found.binds > most) return left;
    if (!found.isImplied) tokens.take();
    left = found.join(left, (binds, deeper = 0) => readExpression(tokens, binds, depth + deeper));
    if (found.binds === RELATION) most = NOT;
  }
}

interface Infix {
  binds: number;
  /** whether nothing is written for it: what stands side by side is multiplied */
  isImplied?: boolean;
  join(left: Expression, read: (binds: number, deeper?: number) => Expression): Expression;
}

function infixOf({ token }: Tokens): Infix | null {
  const { text } = token;
  if (beginsFactor(token)) {
    const join: Infix['join'] = (left, read) => chained('product', left, '', read(POWER));
    return { binds: PRODUCT, isImplied: true, join };
  }
  const chain = Object.hasOwn(CHAINS, text) ? CHAINS[text] : undefined;
  if (chain) {
    const [kind, binds] = chain;
    return { binds, join: (left, read) => chained(kind, left, text, read(binds + 1)) };
  }
  if (RELATIONS.has(text)) {
    const join: Infix['join'] = (left, read) => {
      return { kind: 'relation', sign: text, left, right: read(SUM) };
    };
    return { binds: RELATION, join };
  }
  if (text !== '^') return null;
  return {
    binds: POWER,
    join: (base, read) => ({ kind: 'power', base, exponent: read(SIGN, 1) }),
  };
}

function beginsFactor({ kind, text }: Token): boolean {
  return kind === 'number' || text === '(' || (kind === 'name' && !WORDS.has(text));
}

/** What is in parentheses is a `group`, so a chain on the left goes on. */
function chained(
  kind: Chain['kind'],
  left: Expression,
  sign: string,
  operand: Expression,
): Expression {
  const links = left.kind === kind ? left.links : [{ sign: '', operand: left }];
  return { kind, links: [...links, { sign, operand }] };
}

function readPrefix(tokens: Tokens, least: number, depth: number): Expression {
  const [word, binds, kind] = tokens.is('not')
    ? (['not', NOT, 'not'] as const)
    : (['-', SIGN, 'negative'] as const);
  let times = 0;
  while (least <= binds && tokens.took(word)) times += 1;
  if (times === 0) return readPrimary(tokens, depth);
  return { kind, times, operand: readExpression(tokens, binds + 1, depth) };
}

function readPrimary(tokens: Tokens, depth: number): Expression {
  if (tokens.took('(')) {
    const inside = readExpression(tokens, OR, depth + 1);
    tokens.expect(')');
    return { kind: 'group', inside };
  }
  if (!beginsFactor(tokens.token)) throw new UnreadableError();
  const { kind, text } = tokens.take();
  if (kind === 'number') {
    const isNumber = Number.isFinite(Number(text)) && tokens.token.kind !== 'number';
    if (!isNumber) throw new UnreadableError();
    return { kind, text };
  }
  const count = FUNCTIONS.get(text);
  if (count === undefined) return { kind: 'name', text };
  return { kind: 'call', name: text, given: readGiven(tokens, count, depth + 1) };
}

function readGiven(tokens: Tokens, count: number, depth: number): Expression[] {
  const given = Array.from({ length: count }, (_, i) => {
    tokens.expect(i === 0 ? '(' : ',');
    return readExpression(tokens, OR, depth);
  });
  tokens.expect(')');
  return given;
}
