import { css } from 'lit';

/** What every component starts from. */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--muted);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .heading {
    font-size: var(--text-l);
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.3;
  }
  /* Paper has nothing to press, and what is not open stays closed. */
  @media print {
    button,
    fieldset,
    input,
    label:has(select),
    details:not([open]) {
      display: none !important;
    }
    figure,
    .surface {
      break-inside: avoid;
    }
  }
`;

export const surface = css`
  .surface {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    box-shadow: 0 1px 2px var(--shadow);
  }
  .notice {
    padding: var(--space-3) var(--space-4);
    overflow-wrap: anywhere;
  }
  .notice ul {
    padding-left: var(--space-5);
  }
`;

/** What every page begins with: `.intro` holds a headline, quiet buttons beside it and a line. */
export const intro = css`
  .intro {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-5);
  }
  .intro button {
    margin-left: calc(-1 * var(--space-4));
  }
  h1 {
    padding: var(--space-2) 0;
    font-size: var(--text-l);
    font-weight: 700;
    letter-spacing: -0.015em;
    line-height: 1.3;
    text-wrap: balance;
  }
  .intro p {
    flex: 1 0 100%;
    color: var(--muted);
    font-size: var(--text-s);
    text-wrap: pretty;
  }
  @media (max-width: 40rem) {
    .intro p {
      display: none;
    }
  }
`;

export const buttons = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--touch);
    min-width: var(--touch);
    padding: 0 var(--space-4);
    border: 1px solid var(--control-line);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font: 550 var(--text-s) / 1.2 var(--font);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    border-color: var(--ink);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover:not(:disabled) {
    border-color: var(--control-line);
  }
  button svg {
    flex: none;
    width: 1.125em;
    height: 1.125em;
  }
`;

export const fields = css`
  input[type='text'],
  input[type='number'],
  select {
    min-height: var(--touch);
    min-width: 0;
    padding: 0 var(--space-3);
    border: 1px solid var(--control-line);
    border-radius: var(--radius-s);
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-s) / 1.2 var(--font);
    font-variant-numeric: tabular-nums;
  }
  [aria-invalid='true'] {
    border-color: var(--error) !important;
    border-width: 2px !important;
  }
  input[type='range'] {
    width: 100%;
    height: var(--touch);
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .error {
    display: block;
    margin-top: var(--space-1);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--error);
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
    background: var(--error-ground);
    color: var(--error);
    font-size: var(--text-s);
  }
`;

/** A row of mutually exclusive choices: radio buttons inside `.segments`. */
export const segments = css`
  .segments {
    display: inline-flex;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .segmented {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-2);
  }
  .segmented legend {
    float: left;
    padding: 0;
    color: var(--muted);
    font-size: var(--text-s);
  }
  .segments label {
    position: relative;
    display: inline-flex;
    cursor: pointer;
  }
  .segments span {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-height: var(--touch);
    min-width: var(--touch);
    padding: 0 var(--space-3);
    border-radius: calc(var(--radius-s) - 2px);
    color: var(--muted);
    font-size: var(--text-s);
    font-weight: 550;
  }
  .segments input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segments input:checked + span {
    background: var(--raised);
    color: var(--ink);
    box-shadow:
      0 1px 2px var(--shadow),
      0 0 0 1px var(--line);
  }
  .segments input:focus-visible + span {
    outline: 3px solid var(--focus);
    outline-offset: 1px;
  }
`;
