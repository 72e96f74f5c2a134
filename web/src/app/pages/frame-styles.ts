import { css } from 'lit';

export const frameStyles = css`
  :host {
    max-width: 84rem;
    margin: 0 auto;
    padding: 0 clamp(0.75rem, 2.5vw, 2rem);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--space-1) 0;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .brand svg {
    flex: none;
    width: 1.75rem;
    height: 1.75rem;
  }
  nav {
    display: flex;
    flex: 1;
    justify-content: safe flex-end;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav a {
    white-space: nowrap;
    padding: var(--space-3) var(--space-2);
    color: var(--muted);
    font-size: var(--text-s);
    text-decoration: none;
  }
  nav a[aria-current='page'] {
    color: var(--ink);
    font-weight: 600;
    text-decoration: underline 2px;
    text-underline-offset: 0.4em;
  }
  @media (max-width: 30rem) {
    .brand span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  .theme svg {
    width: 1.25rem;
    height: 1.25rem;
  }
  main {
    display: grid;
    min-width: 0;
  }
  /* A frame is as tall as what is in it, and so nothing in it may be as tall as the frame. */
  header[hidden] ~ main {
    padding-top: var(--space-3);
  }
  footer {
    padding: var(--space-6) 0 var(--space-5);
    font-size: var(--text-s);
  }
  @media print {
    nav,
    footer {
      display: none;
    }
  }
`;
