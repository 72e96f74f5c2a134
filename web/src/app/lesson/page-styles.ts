import { css } from 'lit';

export const pageStyles = css`
  .lesson {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    min-width: 0;
  }
  lesson-worksheet:not(:defined) {
    display: none;
  }
  .bench {
    min-width: 0;
  }
  @media (min-width: 60rem) {
    .lesson {
      grid-template-columns: 19rem minmax(0, 1fr);
      align-items: start;
    }
    lesson-panel {
      position: sticky;
      top: var(--space-2);
      max-height: calc(100vh - var(--space-4));
      overflow-y: auto;
    }
    /* A frame is as tall as what is in it. */
    .lesson[data-embed] lesson-panel {
      max-height: none;
    }
  }
  .ring {
    position: fixed;
    z-index: 4;
    border: 3px solid var(--focus);
    border-radius: var(--radius-s);
    pointer-events: none;
    animation: 1.6s ease-in-out infinite alternate breathe;
  }
  @keyframes breathe {
    from {
      box-shadow: 0 0 0 0 var(--focus);
    }
    to {
      box-shadow: 0 0 0 4px color-mix(in srgb, var(--focus) 35%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ring {
      animation: none;
    }
  }
  @media print {
    lesson-panel,
    .bench,
    .ring {
      display: none;
    }
  }
`;
