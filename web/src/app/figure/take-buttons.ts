import { css, html, type TemplateResult } from 'lit';
import type { FileKind } from './export';
import { figureWords as words } from '../text/en/figure';

const KINDS: readonly FileKind[] = ['csv', 'json', 'png', 'svg'];

/** Buttons that hand out a figure called `title`. */
export function takeButtons(title: string, take: (kind: FileKind) => void): TemplateResult {
  return html`
    <div class="take">
      ${KINDS.map(
        (kind) => html`
          <button
            class="quiet"
            aria-label=${words().download(words().kinds[kind], title)}
            @click=${() => take(kind)}
          >
            ${words().kinds[kind]}
          </button>
        `,
      )}
    </div>
  `;
}

export const takeStyles = css`
  .take {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }
  .take button {
    padding: 0 var(--space-2);
    color: var(--muted);
  }
`;
