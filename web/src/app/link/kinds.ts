import { linkStrings as words } from '../text/en/link';
import type { Complain, Entry } from './grammar';

/** What one text may be. */
export interface Kind<V, C = unknown> {
  /** `undefined` for another text; what cannot be used of one that can is complained about */
  read: (text: string, context: C, complain: (reason: string) => void) => V | undefined;
  /** why another text is not one */
  reason: (context: C, text: string) => string;
  /** `String` if there is none */
  write?: (value: V) => string;
}

/** What stands once, but for one value that need not be said. */
export function once<V, C>(kind: Kind<V, C>, unsaid?: V): Entry<V, C> {
  const { write = String } = kind;
  return {
    read: (texts, complain, context) => valueOf(kind, firstOf(texts, complain), complain, context),
    write: (value) => (value === unsaid ? [] : [write(value)]),
  };
}

/** What may stand several times. */
export function several<V, C>(kind: Kind<V, C>): Entry<readonly V[], C> {
  const { write = String } = kind;
  return {
    read: (texts, complain, context) =>
      texts
        .map((text) => valueOf(kind, text, complain, context))
        .filter((value) => value !== undefined),
    write: (values) => values.map(write),
  };
}

/** What stands once, between commas or spaces, but for a list that need not be said. */
export function list<V extends string, C>(
  kind: Kind<V, C>,
  unsaid: readonly V[] = [],
): Entry<readonly V[], C> {
  return {
    read: (texts, complain, context) =>
      firstOf(texts, complain)
        .split(/[\s,]+/)
        .filter((text) => text !== '' && text !== 'none')
        .map((text) => valueOf(kind, text, complain, context))
        .filter((value) => value !== undefined),
    write: (values) => (values.join() === unsaid.join() ? [] : [values.join() || 'none']),
  };
}

function firstOf([first = '', ...others]: readonly string[], complain: Complain): string {
  for (const text of others) complain(text, words().repeated);
  return first;
}

function valueOf<V, C>({ read, reason }: Kind<V, C>, text: string, complain: Complain, context: C) {
  const value = read(text, context, (problem) => complain(text, problem));
  if (value === undefined) complain(text, reason(context, text));
  return value;
}

export function oneOf<V extends string | number, C>(
  allowed: (context: C) => readonly V[],
): Kind<V, C> {
  return {
    read: (text, context) => allowed(context).find((each) => String(each) === text),
    reason: (context) => words().notOneOf(allowed(context)),
  };
}

/** Text of a certain form. */
export function like(form: RegExp, reason: () => string): Kind<string> {
  return { read: (text) => (form.test(text) ? text : undefined), reason };
}

export function whole(min: number, max: number): Kind<number> {
  return numeric(/^\d{1,10}$/, min, max, () => words().notWhole(min, max));
}

/** With decimals that are written as they were read: 1e-7 would be the next. */
export function decimal(min: number, max: number): Kind<number> {
  return numeric(/^\d{1,10}(\.\d{1,6})?$/, min, max, () => words().notNumber(min, max));
}

function numeric(form: RegExp, min: number, max: number, reason: () => string): Kind<number> {
  const isIn = (value: number) => value >= min && value <= max;
  return { read: (text) => (form.test(text) && isIn(+text) ? +text : undefined), reason };
}
