import { css } from 'lit';

/** A sentence, and choices in a row, over a picture. */
export const choicesOver = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-5);
  }
  .told {
    flex: 1 0 100%;
    max-width: 76ch;
    text-wrap: pretty;
  }
`;
