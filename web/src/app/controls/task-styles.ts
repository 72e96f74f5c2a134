import { css } from 'lit';

/** What those have in common that say what runs are about. */
export const taskStyles = css`
  label {
    font-size: var(--text-s);
    font-weight: 600;
  }
  select {
    width: 100%;
  }
  .help {
    font-size: var(--text-xs);
    line-height: 1.45;
    text-wrap: pretty;
  }
  .help:empty {
    display: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .ways button {
    padding: 0 var(--space-3);
  }
`;
