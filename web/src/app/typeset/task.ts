import { type Expression, readExpression } from './expression';
import { Tokens, UnreadableError } from './tokens';

/** One of what a section lists: `name = value in range`, of which something may be missing. */
export interface Item {
  /** the name in front of `=`, or empty */
  name: string;
  value: Expression;
  /** `in [low, high]`, or the choices `in {left, right}` */
  range: { low: Expression; high: Expression } | readonly string[] | null;
}

export interface Section {
  name: string;
  items: Item[];
}

/** A reward; `null` if the text is none. */
export function parseReward(text: string): Expression | null {
  return parsed(text, (tokens) => readExpression(tokens));
}

/** The sections of a task, as they are written; `null` if the text is none. */
export function parseTask(text: string): Section[] | null {
  return parsed(text, (tokens) => {
    const sections: Section[] = [];
    while (tokens.token.kind === 'section') {
      sections.push(readSection(tokens));
      while (tokens.took(';'));
    }
    return sections;
  });
}

/** What `read` makes of the whole text. */
function parsed<T>(text: string, read: (tokens: Tokens) => T): T | null {
  try {
    const tokens = new Tokens(text);
    const found = read(tokens);
    return tokens.token.kind === 'end' ? found : null;
  } catch (error) {
    if (error instanceof UnreadableError) return null;
    throw error;
  }
}

function readSection(tokens: Tokens): Section {
  const name = tokens.take().text;
  tokens.expect(':');
  const items: Item[] = [];
  do {
    if (name === 'draw') skipShape(tokens);
    else items.push(readItem(tokens));
  } while (tokens.took(','));
  return { name, items };
}

/** How a state is drawn is no formula. */
function skipShape(tokens: Tokens): void {
  tokens.takeName();
  tokens.expect('(');
  do readExpression(tokens);
  while (tokens.took(','));
  tokens.expect(')');
  if (tokens.took('in')) readRange(tokens);
}

function readItem(tokens: Tokens): Item {
  const name = tokens.tried(() => {
    const { text } = tokens.take();
    return tokens.took('=') ? text : null;
  });
  const value = readExpression(tokens);
  return { name: name ?? '', value, range: tokens.took('in') ? readRange(tokens) : null };
}

function readRange(tokens: Tokens): Item['range'] {
  if (tokens.took('{')) {
    const choices: string[] = [];
    do choices.push(tokens.takeName());
    while (tokens.took(','));
    tokens.expect('}');
    return choices;
  }
  tokens.expect('[');
  const low = readExpression(tokens);
  tokens.expect(',');
  const high = readExpression(tokens);
  tokens.expect(']');
  return { low, high };
}
