import { css } from 'lit';

export const panelStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    margin-left: calc(-1 * var(--space-2));
  }
  /* Large enough to be pressed, and small to look at. */
  .dot {
    min-width: 1.75rem;
    min-height: 1.75rem;
    padding: 0;
    border: 0;
    background: none;
  }
  .dot::before {
    content: '';
    width: 0.75rem;
    height: 0.75rem;
    border: 2px solid var(--control-line);
    border-radius: 50%;
  }
  .dot[data-done='true']::before {
    border-color: var(--ink);
    background: var(--ink);
  }
  .dot[aria-current]::before {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  h1 {
    font-size: var(--text-l);
    font-weight: 700;
    letter-spacing: -0.015em;
    line-height: 1.3;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  .text p + p {
    margin-top: var(--space-2);
  }
  .text img {
    width: 100%;
  }
  .text,
  .hint {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .measured {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .ways {
    display: flex;
    gap: var(--space-2);
  }
  .next {
    margin-left: auto;
  }
  .hint,
  .foot {
    font-size: var(--text-s);
  }
  .foot {
    display: grid;
    justify-items: start;
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--muted);
    font-weight: 400;
    text-decoration: underline;
  }
  ul {
    padding-left: var(--space-5);
  }
  a {
    color: inherit;
    font-weight: 600;
  }
`;

export const taskStyles = css`
  :host {
    display: grid;
    gap: var(--space-2);
    min-width: 0;
    font-size: var(--text-s);
  }
  fieldset {
    display: grid;
  }
  legend {
    padding: 0;
  }
  label {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: var(--touch);
    padding: var(--space-1) 0;
    line-height: 1.35;
    cursor: pointer;
  }
  fieldset:disabled label {
    cursor: default;
  }
  input[type='radio'] {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  input[type='range'] {
    width: 100%;
    height: var(--touch);
    margin: 0;
    accent-color: var(--accent);
  }
  output,
  .measured,
  .verdict b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  summary {
    min-height: var(--touch);
    padding-top: var(--space-3);
    cursor: pointer;
  }
  .knots label {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1fr) 3.5rem;
  }
  output {
    text-align: right;
  }
  .reply {
    margin-top: var(--space-2);
    padding-left: var(--space-3);
    border-left: 3px solid var(--focus);
  }
  button {
    justify-self: start;
  }
`;
