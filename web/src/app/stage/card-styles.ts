import { css } from 'lit';

export const cardStyles = css`
  :host {
    min-width: 0;
    container-type: inline-size;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
    align-content: start;
    border-top: 4px solid var(--run);
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: var(--space-3);
    padding: var(--space-2) var(--space-3);
  }
  header > div {
    flex: 1;
    min-width: 0;
  }
  header > div > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hint > * {
    display: block;
  }
  .badge {
    flex: none;
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border-radius: var(--radius-s);
    background: var(--run);
    color: var(--surface);
    font-weight: 700;
  }
  h2 {
    font-size: var(--text-m);
    font-weight: 650;
    line-height: 1.3;
    text-transform: none;
  }
  h2::first-letter {
    text-transform: uppercase;
  }
  header p {
    font-size: var(--text-xs);
  }
  .state {
    display: grid;
    justify-items: end;
    font-size: var(--text-xs);
  }
  .state svg {
    height: 1.5rem;
  }
  .picture {
    position: relative;
    background: var(--sunken);
  }
  .push {
    position: absolute;
    bottom: var(--space-5);
    padding: 0;
    color: var(--muted);
  }
  .push svg {
    width: 1.375rem;
    height: 1.375rem;
  }
  .push:hover {
    color: var(--ink);
  }
  .push.left {
    left: var(--space-2);
  }
  .push.right {
    right: var(--space-2);
  }
  .trouble {
    padding: var(--space-3) var(--space-4);
    background: var(--error-ground);
    color: var(--error);
    font-size: var(--text-s);
  }
  .trouble button {
    margin-top: var(--space-2);
  }
  .evaluation {
    display: grid;
    grid-template: 'score hint' 'pace pace' / auto minmax(0, 1fr);
    align-items: center;
    gap: 0 var(--space-3);
    padding: var(--space-2) var(--space-4);
  }
  .pace {
    grid-area: pace;
    font-size: var(--text-xs);
  }
  .pace b {
    color: var(--ink);
    font-size: var(--text-s);
  }
  dt {
    color: var(--muted);
    font-size: var(--text-xs);
  }
  .score {
    color: var(--run);
    font-size: 1.75rem;
    font-weight: 650;
    letter-spacing: -0.02em;
    line-height: 1.15;
    white-space: nowrap;
  }
  .hint {
    font-size: var(--text-xs);
    line-height: 1.4;
  }
  .goal {
    display: block;
  }
  .goal[data-reached='true'] {
    color: var(--ink);
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-3) var(--space-4);
    padding: var(--space-3) var(--space-4);
  }
  dd {
    font-size: var(--text-s);
    font-weight: 600;
  }
  .difference,
  .change,
  run-actions,
  details {
    padding-inline: var(--space-4);
    font-size: var(--text-s);
  }
  .difference {
    padding-bottom: var(--space-2);
  }
  details {
    border-top: 1px solid var(--line);
  }
  .rest > summary {
    padding-block: var(--space-1);
    color: var(--muted);
    font-size: var(--text-xs);
  }
  .rest > details,
  .rest > run-actions,
  .rest > p {
    padding-inline: 0;
  }
  .rest dl {
    padding-inline: 0;
  }
  summary {
    align-content: center;
    min-height: var(--touch);
    padding: var(--space-3) 0;
    cursor: pointer;
  }
  details p {
    padding-bottom: var(--space-3);
  }
  code {
    font-size: var(--text-xs);
    overflow-wrap: anywhere;
  }

  @container (max-width: 19rem) {
    header {
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      padding: var(--space-2);
    }
    header > div {
      flex: 1 0 100%;
      order: 1;
    }
    h2 {
      font-size: clamp(var(--text-xs), 7.8cqi, var(--text-s));
      overflow-wrap: anywhere;
    }
    .badge {
      width: 1.5rem;
      height: 1.5rem;
      font-size: var(--text-s);
    }
    .state {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
    }
    .push {
      bottom: var(--space-3);
    }
    .push.left {
      left: 0;
    }
    .push.right {
      right: 0;
    }
    .evaluation,
    dl {
      gap: var(--space-2);
      padding: var(--space-2);
    }
    dd {
      font-size: var(--text-xs);
    }
    .evaluation {
      grid-template: 'score' 'hint' 'pace' / minmax(0, 1fr);
    }
    .score {
      font-size: var(--text-l);
    }
    dl {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .difference,
    .change,
    run-actions,
    details,
    .trouble {
      padding-inline: var(--space-2);
    }
  }
`;
