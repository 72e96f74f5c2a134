import { css } from 'lit';

export const galleryStyles = css`
  dialog {
    width: min(64rem, calc(100vw - 2 * var(--space-3)));
    max-height: calc(100dvh - 2 * var(--space-3));
    padding: 0;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--ground);
    color: var(--ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .inside {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-4);
  }
  h2 {
    flex: 1 1 14rem;
  }
  h3 {
    margin: var(--space-2) 0 0;
    font-size: var(--text-s);
    font-weight: 650;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: var(--space-3);
    list-style: none;
  }
  li button,
  .same {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: var(--space-1);
    width: 100%;
    height: 100%;
    padding: var(--space-3);
    border-color: var(--line);
    font-weight: 400;
    line-height: 1.35;
    text-align: left;
  }
  li button > span,
  details {
    font-size: var(--text-xs);
  }
  li:has(details) {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: var(--space-1);
  }
  /* Opened, over all columns: curves want room. */
  li:has(details[open]) {
    grid-column: 1 / -1;
    grid-template-columns: minmax(0, 45rem);
  }
  summary {
    padding: var(--space-1) var(--space-3);
    cursor: pointer;
  }
  img {
    width: 100%;
    height: auto;
  }
`;
