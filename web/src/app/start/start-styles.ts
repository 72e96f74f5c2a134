import { css } from 'lit';

export const startStyles = css`
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: var(--space-3);
    margin-bottom: var(--space-5);
  }
  .way {
    display: grid;
    align-content: start;
    gap: var(--space-2);
    padding: var(--space-4);
  }
  .way ul {
    padding-left: var(--space-4);
  }
  .way li {
    padding: var(--space-1) 0;
  }
  a {
    color: inherit;
    font-weight: 600;
  }
  .map {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
    gap: var(--space-3);
    margin: var(--space-3) 0 0;
    padding: 0;
    list-style: none;
  }
  .map > li {
    display: grid;
    grid-template-rows: 1fr auto;
    min-width: 0;
  }
  article.surface {
    padding: var(--space-3) var(--space-4);
    border-left: 4px solid var(--family);
  }
  [data-family='value'] {
    --family: var(--run-c);
  }
  [data-family='policy'] {
    --family: var(--run-a);
  }
  [data-family='both'] {
    --family: var(--run-b);
  }
  h3 {
    font-size: var(--text-m);
  }
  .family,
  .edge,
  .links {
    font-size: var(--text-s);
  }
  .edge {
    align-self: end;
    padding: 0 var(--space-4) var(--space-2);
    border-left: 2px dashed var(--control-line);
    margin-left: var(--space-4);
    text-wrap: pretty;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    margin-top: var(--space-1);
  }
  .links a {
    padding: var(--space-2) 0;
  }
  @media (min-width: 60rem) {
    .map {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    [data-node='maximum'] {
      grid-area: 2 / 1;
    }
    [data-node='returns'] {
      grid-area: 1 / 1;
    }
    [data-node='advantage'] {
      grid-area: 1 / 2;
    }
    [data-node='values'] {
      grid-area: 1 / 3 / 3;
      align-self: center;
    }
    [data-node='slope'] {
      grid-area: 1 / 4;
    }
    [data-node='soft'] {
      grid-area: 2 / 4;
    }
    [data-node='choices'] {
      grid-area: 3 / 4;
    }
  }
`;
