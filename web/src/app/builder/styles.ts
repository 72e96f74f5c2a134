import { css } from 'lit';

export const builderStyles = css`
  :host {
    display: grid;
    gap: var(--space-4);
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: var(--touch);
    color: inherit;
  }
  .workbench,
  .choices,
  .snippets {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
    align-content: start;
  }
  @media (min-width: 60rem) {
    .workbench {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  section {
    padding: var(--space-4);
  }
  .field {
    display: grid;
    gap: var(--space-1);
  }
  .help {
    color: var(--muted);
    font-size: var(--text-s);
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
    column-gap: var(--space-3);
  }
  .boxes label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--touch);
    font-size: var(--text-s);
  }
  summary {
    min-height: var(--touch);
    align-content: center;
    cursor: pointer;
    font-size: var(--text-s);
  }
  pre {
    margin: 0;
    padding: var(--space-3);
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--sunken);
    font-size: var(--text-s);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .snippet {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    min-width: 0;
  }
  .snippet pre {
    width: 100%;
  }
  .preview {
    max-width: 100%;
  }
`;
