const KINDS = ['number', 'section', 'name', 'sign', 'end'] as const;

/** What a text of formulas is made of, as the core's lexer has it. */
export interface Token {
  /** a `section` is a name with a colon behind it */
  kind: (typeof KINDS)[number];
  text: string;
}

/** Thrown at what is no formula. What is wrong with a text the core says. */
export class UnreadableError extends Error {}

const SPACE = '[ \\t\\n\\r]*';
const NAME = "[A-Za-z_]\\w*'?";
const TOKEN = new RegExp(
  `${SPACE}(?:(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<section>${NAME})(?=${SPACE}:)|` +
    `(?<name>${NAME})|(?<sign>[<>=!]=|[-+*/^()[\\]{},;:=<>])|(?<end>$))`,
  'gy',
);

/** The tokens of a text, one after the other. Throws an `UnreadableError`. */
export class Tokens {
  readonly #all: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#all = [...text.matchAll(TOKEN)].map(({ groups = {} }) => {
      const kind = KINDS.find((each) => groups[each] !== undefined)!;
      return { kind, text: groups[kind]! };
    });
    if (this.#all.at(-1)?.kind !== 'end') throw new UnreadableError();
  }

  get token(): Token {
    return this.#all[this.#at]!;
  }

  is(text: string): boolean {
    return this.token.kind !== 'end' && this.token.text === text;
  }

  /** The token, which is left behind. */
  take(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  /** Whether the token is this one; then it is left behind. */
  took(text: string): boolean {
    if (!this.is(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.took(text)) throw new UnreadableError();
  }

  /** A name, which is left behind. */
  takeName(): string {
    if (this.token.kind !== 'name') throw new UnreadableError();
    return this.take().text;
  }

  /** What `read` reads, or `null` and nothing is left behind. */
  tried<T>(read: () => T | null): T | null {
    const before = this.#at;
    const found = read();
    if (found === null) this.#at = before;
    return found;
  }
}
