import type { Choice, Condition, Guess, Reason, Task } from '../src/protocol/lesson.ts';
import { Reader } from './conditions.ts';
import type { Names } from './names.ts';
import type { Field, RawStep } from './read.ts';
import { render, renderLine, wordsIn } from './render.ts';

export const KINDS = ['do', 'predict', 'explain', 'free'] as const;
const GUESSES = ['number', 'choice', 'curve'] as const;
const RANGE = /^(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)( log)?$/;
/** Words of a reply, as of what a step says in the end. */
export const MOST_AFTER = 40;

/** What a step asks for; throws `Error` with what is wrong. */
export class TaskReader {
  readonly reader: Reader;
  /** Gives a link back, or throws. */
  readonly link: (text: string) => string;

  constructor(names: Names, link: (text: string) => string) {
    this.reader = new Reader(names);
    this.link = link;
  }

  task({ kind, fields }: RawStep): Task {
    switch (kind) {
      case 'do':
      case 'free':
        return { kind };
      case 'predict':
        return { kind, guess: this.#guess(fields) };
      case 'explain':
        return this.#explain(fields);
      default:
        throw new Error(`"${kind}" is no kind of step: ${KINDS.join(', ')}`);
    }
  }

  /** Markdown to HTML. */
  html(source: string): string {
    return render(source, (text) => this.reader.expression(text));
  }

  #line(source: string): string {
    return renderLine(source, (text) => this.reader.expression(text));
  }

  #guess(fields: readonly Field[]): Guess {
    const kinds = GUESSES.filter((key) => fields.some((field) => field.key === key));
    const [kind] = kinds;
    if (!kind || kinds.length > 1) {
      throw new Error(`a prediction is one of ${GUESSES.join(', ')}, and not ${kinds.join(', ')}`);
    }
    if (kind === 'choice') return { kind, choices: this.#choices(fields) };
    return kind === 'number' ? this.#number(fields) : this.#curve(fields);
  }

  /** `choice: text | condition`; one at most has none. */
  #choices(fields: readonly Field[]): Choice[] {
    const choices = fields
      .filter(({ key }) => key === 'choice')
      .map(({ value }): Choice => {
        const at = value.lastIndexOf(' | ');
        if (at < 0) return { text: this.#line(value), when: null };
        return {
          text: this.#line(value.slice(0, at).trim()),
          when: this.reader.condition(value.slice(at + 3).trim()),
        };
      });
    if (choices.length < 2) throw new Error('a prediction has two choices at least');
    if (choices.filter(({ when }) => when === null).length > 1) {
      throw new Error('one choice at most may do without " | " and a condition');
    }
    return choices;
  }

  #number(fields: readonly Field[]): Guess {
    const { low, high, isLog } = rangeOf('number', fields);
    if (isLog && low <= 0) throw new Error(`number: from ${low} on there is no log`);
    const measure = this.reader.expression(valueOf('measure', fields));
    return { kind: 'number', low, high, isLog, unit: optional('unit', fields) ?? '', measure };
  }

  #curve(fields: readonly Field[]): Guess {
    const arm = valueOf('curve', fields);
    if (!/^[a-d]$/.test(arm)) throw new Error(`curve: "${arm}" is no arm: a, b, c, d`);
    const steps = Number(valueOf('steps', fields));
    if (!(Number.isInteger(steps) && steps > 0)) throw new Error('steps: a whole number above 0');
    const { low, high } = rangeOf('range', fields);
    return { kind: 'curve', arm, steps, low, high };
  }

  #explain(fields: readonly Field[]): Task {
    const given = fields.filter(({ key }) => key === 'right' || key === 'wrong');
    const right = given.findIndex(({ key }) => key === 'right');
    const rights = given.filter(({ key }) => key === 'right').length;
    if (rights !== 1 || given.length < 2) {
      throw new Error('has one "right:" and one "wrong:" at least');
    }
    return { kind: 'explain', right, reasons: given.map((field) => this.#reason(field)) };
  }

  /** A wrong one says what to try. */
  #reason({ key, value, below }: Field): Reason {
    if (key === 'right') return { text: this.#line(value), trial: null };
    checkKeys(below, ['try', 'until', 'reply'], `below "${value}"`);
    const experiment = this.link(valueOf('try', below));
    const reply = valueOf('reply', below);
    const words = wordsIn(reply);
    if (words > MOST_AFTER) throw new Error(`reply: ${words} words, more than ${MOST_AFTER}`);
    const until = this.reader.condition(valueOf('until', below));
    return { text: this.#line(value), trial: { experiment, reply: this.html(reply), until } };
  }

  until(fields: readonly Field[], kind: string): Condition {
    if (kind === 'explain') return [];
    return this.reader.condition(valueOf('until', fields));
  }
}

function rangeOf(key: string, fields: readonly Field[]) {
  const value = valueOf(key, fields);
  const [, low, high, log] = RANGE.exec(value) ?? [];
  if (low === undefined || !(Number(low) < Number(high))) {
    throw new Error(`${key}: "${value}" is not "low to high", or "low to high log"`);
  }
  return { low: Number(low), high: Number(high), isLog: log !== undefined };
}

/** The value of a key that must be there. */
export function valueOf(key: string, fields: readonly Field[]): string {
  const value = optional(key, fields);
  if (value === undefined || value === '') throw new Error(`"${key}:" is missing`);
  return value;
}

/** The value of a key that stands once at most. */
export function optional(key: string, fields: readonly Field[]): string | undefined {
  const own = fields.filter((field) => field.key === key);
  if (own.length > 1) throw new Error(`"${key}:" stands more than once`);
  return own[0]?.value;
}

export function checkKeys(fields: readonly Field[], allowed: readonly string[], of: string): void {
  for (const { key } of fields) {
    if (!allowed.includes(key)) {
      throw new Error(`"${key}:" is unknown ${of}; there is ${allowed.join(', ')}`);
    }
  }
}
