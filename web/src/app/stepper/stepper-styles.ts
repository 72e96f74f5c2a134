import { css } from 'lit';

export const stepperStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
    padding: var(--space-4);
  }
  .controls,
  .ways,
  .strides,
  .where,
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-4);
  }
  .ways {
    position: sticky;
    bottom: 0;
    z-index: 1;
    padding: var(--space-1) 0 var(--space-2);
    background: var(--surface);
  }
  .strides {
    gap: 0;
  }
  .strides button {
    flex-direction: column;
    gap: 0;
    padding: 0 var(--space-2);
    font-size: var(--text-l);
    line-height: 1;
  }
  @media (max-width: 24rem) {
    /* Back above, on below. */
    .strides {
      display: grid;
      grid-template-columns: repeat(3, auto);
    }
    .segments {
      flex-wrap: wrap;
    }
  }
  .strides .name {
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .field {
    flex-wrap: nowrap;
    gap: var(--space-2);
    font-size: var(--text-s);
  }
  .field input {
    width: 5.5rem;
  }
  .where {
    font-size: var(--text-s);
  }
  .notice {
    padding: var(--space-2) 0;
    font-size: var(--text-s);
  }
  .bench {
    display: grid;
    gap: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .code-side {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  .pictures {
    display: grid;
    gap: var(--space-4);
    align-content: start;
    min-width: 0;
  }
  @media (min-width: 64rem) {
    .bench {
      grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem);
      align-items: start;
    }
    .pictures {
      position: sticky;
      top: 5.5rem;
    }
    .bench:has(.cell + .cell) {
      grid-template-columns: minmax(0, 1fr);
    }
    .bench:has(.cell + .cell) .pictures {
      position: static;
      grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr));
    }
  }
  h3 {
    margin: 0;
    padding-top: var(--space-2);
    color: var(--muted);
    font-size: var(--text-xs);
    font-weight: 650;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .row {
    display: flex;
    align-items: start;
    gap: var(--space-1);
    border-left: 3px solid transparent;
    border-radius: var(--radius-s);
  }
  .row.lit {
    /* Play is above the lines, and what leads through them below. */
    scroll-margin: 6rem 0 8rem;
    border-left-color: var(--focus);
    background: var(--sunken);
  }
  .at {
    display: grid;
    flex: none;
    justify-items: center;
  }
  .lines:has(.mark) .at {
    min-width: 3.75rem;
  }
  .row .line {
    padding: 0;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .cells {
    display: grid;
    flex: 1;
    grid-auto-columns: minmax(0, 1fr);
    gap: 0 var(--space-4);
    min-width: 0;
  }
  @media (min-width: 48rem) {
    .cells {
      grid-auto-flow: column;
    }
  }
  .cell {
    min-width: 0;
    padding: var(--space-2) var(--space-2) var(--space-2) calc(var(--indent, 0) * var(--space-4));
  }
  .run {
    color: var(--run);
  }
  .mark {
    padding: 0 var(--space-2);
    border: 1px solid var(--control-line);
    border-radius: 1em;
    font-size: var(--text-xs);
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-4);
    min-height: 1.75rem;
  }
  .row:not(.lit) .code {
    color: var(--muted);
  }
  .formula {
    max-width: 100%;
    overflow-x: clip;
  }
  .overlined {
    box-shadow: 0 -1px currentcolor;
  }
  .row.lit .formula {
    padding-block: 0.3em;
    overflow-x: auto;
    overflow-y: hidden;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    padding: var(--space-1) 0 0;
    list-style: none;
    font-size: var(--text-s);
  }
  .numbers li {
    max-width: 100%;
    padding: 0 var(--space-1);
    border-bottom: 2px solid transparent;
    overflow-wrap: anywhere;
  }
  .row.lit .numbers li,
  .term-lit {
    border-bottom: 2px solid var(--tint);
    background: color-mix(in srgb, var(--tint) 14%, transparent);
  }
  .tint-0 {
    --tint: var(--run-a);
  }
  .tint-1 {
    --tint: var(--run-b);
  }
  .tint-2 {
    --tint: var(--run-c);
  }
  .tint-3 {
    --tint: var(--run-d);
  }
  .question {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  .question p {
    min-height: 1.5em;
  }
  .question form,
  .question label,
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
`;
