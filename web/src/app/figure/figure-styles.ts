import { css } from 'lit';

/** What stands around the picture of a figure. */
export const figures = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    padding: 0;
    list-style: none;
    font-size: var(--text-s);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .legend svg {
    flex: none;
  }
  .read-out {
    font-size: var(--text-s);
  }
  .read-out:empty {
    display: none;
  }
  .caption {
    max-width: 80ch;
    font-size: var(--text-xs);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
`;

/** A formula, where it is too wide in a box that scrolls. */
export const formulas = css`
  .formula {
    padding: var(--space-3);
    border-radius: var(--radius-s);
    background: var(--sunken);
    overflow-x: auto;
  }
`;
