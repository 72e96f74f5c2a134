import { css } from 'lit';

export const panelStyles = css`
  :host {
    min-width: 0;
  }
  section {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
  }
  .choice {
    display: grid;
    gap: var(--space-1);
  }
  label,
  legend {
    padding: 0;
    font-size: var(--text-s);
    font-weight: 600;
  }
  .help {
    font-size: var(--text-xs);
    line-height: 1.45;
    text-wrap: pretty;
  }
  .slider {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr) 4.5rem;
    align-items: center;
    gap: 0 var(--space-2);
  }
  .slider label {
    font-size: var(--text-xs);
    line-height: 1.3;
  }
  .slider input[type='text'] {
    width: 100%;
    padding: 0 var(--space-2);
    text-align: right;
  }
  .title::first-letter {
    text-transform: uppercase;
  }
  .title {
    display: inline-block;
  }
  .symbol {
    color: var(--muted);
    font-weight: 400;
  }
  .unit {
    font-size: var(--text-xs);
  }
  .estimators {
    display: grid;
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .estimator {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--touch);
    font-weight: 400;
    cursor: pointer;
  }
  .estimator input {
    flex: none;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
    font-size: var(--text-s);
  }
`;
