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
    position: static;
    display: flex;
    flex: 1;
    justify-content: flex-end;
    margin: 0;
    border: 0;
    padding: 0;
    background: none;
  }
  .menu {
    display: none;
    margin-left: auto;
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
  @media (max-width: 48rem) {
    @supports selector(:popover-open) {
      .menu {
        display: inline-flex;
      }
      nav {
        position: fixed;
        flex-direction: column;
        margin: 3.5rem var(--space-3) auto auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        padding: var(--space-2);
        background: var(--surface);
      }
      nav:not(:popover-open) {
        display: none;
      }
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
