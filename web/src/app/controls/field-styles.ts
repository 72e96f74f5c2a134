import { css } from 'lit';

export const fieldStyles = css`
  .field {
    display: grid;
    gap: var(--space-1);
    padding: var(--space-3) 0;
  }
  .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-2);
  }
  label {
    font-size: var(--text-s);
    font-weight: 600;
  }
  .title {
    display: inline-block;
  }
  .title::first-letter {
    text-transform: uppercase;
  }
  .symbol {
    padding-left: var(--space-1);
    color: var(--muted);
    font-weight: 400;
  }
  .changed {
    padding: 0 var(--space-2);
    border: 1px solid var(--control-line);
    border-radius: 1rem;
    font-size: var(--text-xs);
  }
  .number-control {
    display: grid;
    grid-template-columns: minmax(4rem, 1fr) 6.5rem auto;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .unit {
    font-size: var(--text-xs);
  }
  .help {
    font-size: var(--text-xs);
    line-height: 1.45;
    text-wrap: pretty;
  }
  select,
  [data-type='text'] input {
    width: 100%;
  }
  [data-type='boolean'] label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--touch);
    cursor: pointer;
  }
`;
