import katex from 'katex';
import { Marked } from 'marked';
import type { Expression } from '../src/protocol/lesson.ts';

const MATH = /\$([^$\n]+)\$/g;
/** A measurement in a text, `{a.evaluation.last}`, whose number the page fills in. */
const MEASURED = /\{([^{}\n]+)\}/g;
const marked = new Marked();

/** Turns Markdown into HTML, formulas into MathML, and reads what is to be measured. */
export function render(source: string, read: (text: string) => Expression): string {
  return marked.parse(prepared(source, read), { async: false }).trim();
}

/** The same of a line, without a paragraph around it. */
export function renderLine(source: string, read: (text: string) => Expression): string {
  return marked.parseInline(prepared(source, read), { async: false }).trim();
}

function prepared(source: string, read: (text: string) => Expression): string {
  return source
    .replaceAll(MATH, (_, formula: string) => katex.renderToString(formula, { output: 'mathml' }))
    .replaceAll(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
    .replaceAll(MEASURED, (_, text: string) => {
      const expression = escape(JSON.stringify(read(text)));
      return `<span class="measured" data-measure="${expression}">…</span>`;
    });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** How many words somebody has to read; a formula counts as one. */
export function wordsIn(...sources: readonly string[]): number {
  const plain = sources
    .join(' ')
    .replaceAll(MATH, ' formula ')
    .replaceAll(MEASURED, ' number ')
    .replaceAll(/\]\([^)]*\)/g, ' ');
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
