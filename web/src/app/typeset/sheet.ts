import { css, html, nothing, type TemplateResult } from 'lit';
import { typesetStrings as words } from '../text/en/typeset';
import { fenced, formulaNode, listed, operator, row } from './formula';
import { type MathNode, render } from '../kit/math-node';
import { nameNode } from './names';
import { type Item, parseReward, parseTask } from './task';

/** What stands under one heading. */
export interface Part {
  title: string;
  formulas: MathNode[];
}

/** The formulas of a task, in the order of its text; `null` of a text that cannot be read. */
export function taskParts(text: string): Part[] | null {
  const sections = parseTask(text);
  if (!sections) return null;
  const titles = new Map(Object.entries(words().sections));
  return sections.flatMap(({ name, items }) => {
    const title = titles.get(name);
    return title === undefined ? [] : [{ title, formulas: items.map(itemNode) }];
  });
}

/** The one formula of a reward, or none of an empty text; `null` of one that cannot be read. */
export function rewardParts(text: string): Part[] | null {
  if (text.trim() === '') return [];
  const reward = parseReward(text);
  return reward && [{ title: words().sections.reward, formulas: [formulaNode(reward)] }];
}

function itemNode({ name, value, range }: Item): MathNode {
  const named = name === '' ? [] : [nameNode(name), operator('==')];
  return row(...named, formulaNode(value), ...(range ? [operator('∈'), rangeNode(range)] : []));
}

function rangeNode(range: NonNullable<Item['range']>): MathNode {
  if (!('low' in range)) return fenced(['{', '}'], listed(range.map(nameNode)));
  return fenced(['[', ']'], listed([formulaNode(range.low), formulaNode(range.high)]));
}

/** Formulas under their headings; `isOld` where the text has changed since. */
export function sheet(parts: readonly Part[], isOld: boolean): TemplateResult | typeof nothing {
  if (parts.length === 0) return nothing;
  return html`
    <div class="sheet" data-old=${isOld} tabindex="0" role="region" aria-label=${words().label}>
      <dl>
        ${parts.map(
          ({ title, formulas }) => html`
            <dt>${title}</dt>
            <dd>
              ${formulas.map(
                (node) => html`<math class="formula" displaystyle="true">${render(node)}</math>`,
              )}
            </dd>
          `,
        )}
      </dl>
    </div>
  `;
}

export const sheetStyles = css`
  .sheet {
    min-width: 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-s);
    background: var(--sunken);
    overflow-x: auto;
  }
  .sheet[data-old='true'] {
    color: var(--muted);
  }
  dl,
  dd {
    margin: 0;
  }
  dt {
    margin-top: var(--space-2);
    color: var(--muted);
    font-size: var(--text-xs);
  }
  dt:first-child {
    margin-top: 0;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--space-1) var(--space-4);
  }
  .formula {
    padding: 2px 0;
  }
  .word {
    font-style: italic;
  }
  mtd {
    padding-inline: 0 0.7em;
    text-align: left;
  }
`;
