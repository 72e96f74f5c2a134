import { css } from 'lit';

export const pageStyles = css`
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
    width: 1.75rem;
    height: 1.75rem;
  }
  nav {
    display: flex;
    flex: 1;
    justify-content: flex-end;
  }
  nav a {
    padding: var(--space-3) var(--space-2);
    color: var(--muted);
    font-size: var(--text-s);
    text-decoration: none;
  }
  nav a[aria-current='true'] {
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
    gap: var(--space-3);
    min-width: 0;
  }
  .intro {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-4);
  }
  h1 {
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
  .notice {
    padding: var(--space-3) var(--space-4);
    overflow-wrap: anywhere;
  }
  .notice ul {
    padding-left: var(--space-5);
  }
  link-notes:not(:defined),
  kept-runs:not(:defined) {
    display: none;
  }
  .stage,
  .cards {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  .cards {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @media (min-width: 60rem) {
    .cards {
      --stage-height: clamp(11rem, 100vh - 30rem, 24rem);
    }
  }
  .cards:has(> .compare) {
    grid-template-columns: minmax(0, 1fr);
  }
  .compare {
    border-style: dashed;
    color: var(--muted);
  }
  .stage[data-embed]:has(learning-curves) {
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
  }
  @media (min-width: 60rem) {
    .stage:has(learning-curves) {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
      align-items: start;
    }
  }
  @media (max-width: 32rem) {
    .stage.stage {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 40rem) {
    .cards {
      gap: var(--space-2);
    }
  }
  .bench {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
  }
  .bench > * {
    grid-area: 1 / 1;
  }
  .parts {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  .drawer {
    position: sticky;
    top: 5.5rem;
    z-index: 1;
    align-self: start;
    justify-self: end;
    width: min(24rem, 100%);
    max-height: calc(100vh - 14rem);
    min-height: 16rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-m);
    background: var(--surface);
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 25%);
  }
  .close {
    position: absolute;
    top: var(--space-2);
    right: var(--space-2);
    z-index: 1;
  }
  /* A frame is as tall as what is in it, and so nothing in it may be as tall as the frame. */
  header[hidden] + main {
    padding-top: var(--space-3);
  }
  footer {
    padding: var(--space-6) 0 var(--space-5);
    font-size: var(--text-s);
  }
`;
