import { LETTERS } from '../kit/symbol';
import type { MathNode } from '../kit/math-node';

const GREEK = new Map([
  ...Object.entries(LETTERS),
  ...Object.entries({ iota: 'ι', upsilon: 'υ', Gamma: 'Γ', Xi: 'Ξ', Pi: 'Π', Upsilon: 'Υ' }),
]);

/**
 * A name of a formula: a Greek letter by its name, what is behind `_` of a letter below it, `_dot`
 * above it. Two names never look the same.
 */
export function nameNode(name: string): MathNode {
  if (name.endsWith("'")) {
    const prime: MathNode = { kind: 'operator', text: '′' };
    return { kind: 'sup', base: nameNode(name.slice(0, -1)), script: prime };
  }
  const [first, ...scripts] = name.split('_');
  const letter = letterNode(first!);
  if (!letter || scripts.some((script) => script === '')) return { kind: 'word', text: name };
  if (scripts.length === 0) return letter;
  if (scripts.length === 1 && scripts[0] === 'dot') {
    return { kind: 'over', base: letter, script: { kind: 'operator', text: '˙' } };
  }
  const below = scripts.flatMap((script, i): MathNode[] => {
    const node = scriptNode(script);
    return i === 0 ? [node] : [{ kind: 'operator', text: ',' }, node];
  });
  return { kind: 'sub', base: letter, script: { kind: 'row', children: below } };
}

function letterNode(text: string): MathNode | null {
  const letter = text.length === 1 ? text : GREEK.get(text);
  return letter === undefined ? null : { kind: 'identifier', text: letter };
}

function scriptNode(text: string): MathNode {
  if (/^\d+$/.test(text)) return { kind: 'number', text };
  return letterNode(text) ?? { kind: 'word', text };
}
