import {
  COMPARISONS,
  type Comparison,
  type Condition,
  type Expression,
  type Term,
} from '../src/protocol/lesson.ts';
import { type Names, namesLike } from './names.ts';

const NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/;
const EXPRESSION = /^(\S+)(?: ([/-]) (\S+))?$/;
/** Of a return that need not be the goal of the environment: `a.reached(-200)`. */
const REACHED = /^([a-d]\.reached)\((-?\d+(?:\.\d+)?)\)$/;

/** Reads conditions; throws `Error` with what is wrong and what is allowed. */
export class Reader {
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** `a.steps >= 2000 and a.sac.estimator = score_function` */
  condition(text: string): Condition {
    return text.split(/ and /).map((part) => this.#comparison(part.trim()));
  }

  /** `a.steps`, `a.variance.active / b.variance.active` */
  expression(text: string): Expression {
    const [, first, operator, second] = EXPRESSION.exec(text) ?? [];
    if (first === undefined) {
      throw new Error(`"${text}" is no measurement: a name, or two with / or - between them`);
    }
    if (operator === undefined || second === undefined) return { first: this.#term(first) };
    return {
      first: this.#term(first),
      operator: operator === '/' ? '/' : '-',
      second: this.#term(second),
    };
  }

  #comparison(text: string): Comparison {
    const is = COMPARISONS.find((sign) => text.includes(` ${sign} `));
    if (!is) throw new Error(`"${text}" has none of ${COMPARISONS.join(' ')} between spaces`);
    const at = text.indexOf(` ${is} `);
    const [left, right] = [text.slice(0, at).trim(), text.slice(at + is.length + 2).trim()];
    const meaning = this.#names.get(left);
    if (meaning?.kind === 'text') return this.#said(left, is, right, meaning.options);
    if (meaning && NUMBER.test(right)) this.#withinLimits(left, Number(right), meaning);
    return { left: this.expression(left), is, right: this.expression(right) };
  }

  #said(
    name: string,
    is: Comparison['is'],
    text: string,
    options: readonly string[] | undefined,
  ): Comparison {
    if (is !== '=' && is !== '!=') throw new Error(`${name} is a text: only = and != make sense`);
    if (options && !options.includes(text)) {
      throw new Error(`${name} is never "${text}", but ${options.join(', ')}`);
    }
    return { left: { first: name }, is, right: { text } };
  }

  #withinLimits(name: string, value: number, { min, max }: { min?: number; max?: number }): void {
    if (value < (min ?? -Infinity) || value > (max ?? Infinity)) {
      throw new Error(`${name} is from ${min} to ${max}, never ${value}`);
    }
  }

  #term(text: string): Term {
    if (NUMBER.test(text)) return Number(text);
    const name = REACHED.exec(text)?.[1] ?? text;
    const meaning = this.#names.get(name);
    if (!meaning) {
      const like = namesLike(name, this.#names.keys()).join(', ');
      throw new Error(`there is no "${text}" to measure; there is ${like}, …`);
    }
    if (meaning.kind === 'text') throw new Error(`"${text}" is a text, and no number`);
    return text;
  }
}
