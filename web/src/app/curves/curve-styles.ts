import { css } from 'lit';

export const curveStyles = css`
  .curves {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
  }
  .outcome,
  .written {
    font-size: var(--text-s);
    text-wrap: pretty;
  }
  .outcome .link {
    min-height: 0;
    padding: 0 var(--space-1);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  details {
    min-width: 0;
    font-size: var(--text-s);
  }
  summary {
    min-height: var(--touch);
    padding: var(--space-3) 0;
    cursor: pointer;
  }
  @media print {
    .next {
      display: none;
    }
  }
`;
