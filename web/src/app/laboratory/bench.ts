import { css, html, nothing, type TemplateResult } from 'lit';
import { $folded } from '../kit/embedding';

/** A situation to choose, as a question. */
export interface Situation {
  id: string;
  question: string;
  title: string;
  isCurrent: boolean;
  choose: () => void;
}

/** What a laboratory begins with, where it is by itself. */
export function labIntro({
  headline,
  lead,
}: {
  headline: string;
  lead: string;
}): TemplateResult | typeof nothing {
  if ($folded.get().includes('intro')) return nothing;
  return html`
    <div class="intro">
      <h1>${headline}</h1>
      <p>${lead}</p>
    </div>
  `;
}

/** Why a laboratory cannot go on, and a way to try again. */
export function failureNotice(text: string, again: string, retry: () => void): TemplateResult {
  return html`
    <p class="notice surface" role="alert">${text} <button @click=${retry}>${again}</button></p>
  `;
}

/** A quiet row of situations, where the laboratory is by itself. */
export function situationRow(
  label: string,
  situations: readonly Situation[],
): TemplateResult | typeof nothing {
  if ($folded.get().includes('pairs')) return nothing;
  return html`
    <div class="examples" role="group" aria-label=${label}>
      ${situations.map(
        ({ id, question, title, isCurrent, choose }) => html`
          <button aria-pressed=${isCurrent} data-example=${id} @click=${choose}>
            <b>${question}</b><span class="muted">${title}</span>
          </button>
        `,
      )}
    </div>
  `;
}

/** What the figures show, in words; `waiting` until that is known. */
export function verdictSection(
  title: string,
  found: { headline: string; sentences: readonly string[] } | null | undefined,
  waiting: string,
): TemplateResult {
  return html`
    <section class="verdict surface" aria-labelledby="verdict" data-figure="verdict">
      <h2 id="verdict" class="label muted">${title}</h2>
      <p class="headline">${found ? found.headline : waiting}</p>
      ${found?.sentences.map((sentence) => html`<p>${sentence}</p>`)}
    </section>
  `;
}

/** Parts of a link that were ignored. */
export function ignoredNotice(text: string, ignored: readonly string[]): TemplateResult {
  return html`
    <div class="notice surface" role="status">
      ${text}
      <ul>
        ${ignored.map((item) => html`<li>${item}</li>`)}
      </ul>
    </div>
  `;
}

/** A page of a laboratory: a quiet row of examples, a verdict, `.panel` beside the figures. */
export const benchStyles = css`
  :host {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .notice button {
    min-height: var(--touch);
    font: inherit;
  }
  .examples {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
    gap: var(--space-2);
  }
  .examples button {
    display: grid;
    align-content: center;
    min-height: var(--touch);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font: 600 var(--text-s) / 1.4 var(--font);
    text-align: left;
    cursor: pointer;
  }
  .examples button:hover {
    border-color: var(--control-line);
  }
  .examples button[aria-pressed='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .examples span {
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .bench,
  .findings {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .verdict {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
    border-left: 4px solid var(--ink);
  }
  .verdict p {
    max-width: 76ch;
    text-wrap: pretty;
  }
  .label {
    font-size: var(--text-xs);
    font-weight: 650;
  }
  .headline {
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.4;
  }
  @media print {
    .examples,
    .panel {
      display: none;
    }
  }
  @media (max-width: 40rem) {
    .examples {
      grid: auto / auto-flow 11rem;
      margin: 0 calc(-1 * var(--space-3));
      padding: var(--space-1) var(--space-3);
      overflow-x: auto;
    }
  }
  @media (min-width: 64rem) {
    .bench {
      grid-template: auto 1fr / 20rem minmax(0, 1fr);
      align-items: start;
    }
    .panel {
      grid-area: 1 / 1 / 3;
      position: sticky;
      top: var(--space-4);
      max-height: calc(100vh - 2 * var(--space-4));
      overflow: auto;
    }
  }
`;
