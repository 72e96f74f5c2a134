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
  @media print {
    .controls {
      display: none;
    }
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
`;
