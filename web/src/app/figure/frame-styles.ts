import { css } from 'lit';

export const frameStyles = css`
  :host {
    min-width: 0;
  }
  section,
  dialog[open] {
    display: grid;
    gap: var(--space-2);
    align-content: start;
  }
  section {
    height: 100%;
    padding: var(--space-4);
  }
  section > *,
  dialog > * {
    min-width: 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0 var(--space-2);
  }
  .heading,
  ::slotted([slot='head']) {
    flex: 1 1 12rem;
    min-width: 0;
  }
  /* The glyphs, not their room, stand at the edges. */
  .tools {
    display: flex;
    margin: calc(-1 * var(--space-2)) calc(-1 * var(--space-3)) calc(-1 * var(--space-2)) auto;
  }
  .tools button {
    padding: 0;
    color: var(--muted);
  }
  .tools svg {
    width: 1.25rem;
    height: 1.25rem;
  }
  .tools button:hover,
  .tools button[aria-expanded='true'] {
    color: var(--ink);
  }
  .tools button[aria-expanded='true'] svg {
    border-radius: 4px;
    background: var(--sunken);
    box-shadow: 0 0 0 5px var(--sunken);
  }
  figure {
    display: grid;
    gap: var(--space-2);
  }
  dialog[open] {
    --figure-height: clamp(15rem, 100dvh - 16rem, 75vw);
    box-sizing: border-box;
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: var(--space-4) clamp(var(--space-4), 4vw, var(--space-7));
    border: 0;
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
    overscroll-behavior: contain;
  }
  @media print {
    .tools {
      display: none;
    }
  }
`;
