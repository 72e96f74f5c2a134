import { css } from 'lit';

export const viewStyles = css`
  .view {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
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
  .stage[data-embed] learning-curves {
    --figure-height: 14rem;
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
  @media print {
    transport-bar,
    .drawer {
      display: none;
    }
  }
`;
