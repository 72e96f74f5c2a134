import { css } from 'lit';

export const raceStyles = css`
  :host {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  section {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    padding: var(--space-5) var(--space-4);
  }
  .text {
    max-width: 66ch;
    text-wrap: pretty;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .controls input {
    flex: 1 1 8rem;
    max-width: 20rem;
  }
  .controls output {
    min-width: 2ch;
    font-weight: 650;
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
  .caption {
    max-width: 70ch;
    font-size: var(--text-xs);
    text-wrap: pretty;
  }
  .scroll,
  .formula {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: var(--space-2);
    border-bottom: 1px solid var(--line);
    text-align: right;
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
    font-weight: 400;
  }
  .theory {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  h3 {
    margin: 0;
    font-size: var(--text-m);
    font-weight: 650;
  }
  .formula {
    padding: var(--space-3);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
`;
