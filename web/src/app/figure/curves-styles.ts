import { css } from 'lit';

export const curvesStyles = css`
  section {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    padding: var(--space-4);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  h2 {
    flex: 1 1 11rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-5);
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
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
  }
  .outcome {
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
  .read-out {
    font-size: var(--text-s);
  }
  .caption {
    max-width: 70ch;
    font-size: var(--text-xs);
    text-wrap: pretty;
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
  .scroll {
    max-height: 20rem;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--space-1) var(--space-3);
    border-bottom: 1px solid var(--line);
    text-align: right;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
  }
`;
