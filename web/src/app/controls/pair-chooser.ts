import { css, html } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { isLocked } from '../kit/embedding';
import type { Pair } from '../settings/pairs';
import { strings } from '../text/en/page';
import { base } from '../kit/styles';

/** Which two presets stand side by side. */
class PairChooser extends PlaygroundElement {
  static override styles = [
    base,
    css`
      :host {
        min-width: 0;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
        gap: var(--space-2);
      }
      @media (max-width: 40rem) {
        .tiles {
          grid: auto / auto-flow 13rem;
          margin: 0 calc(-1 * var(--space-3));
          padding: var(--space-1) var(--space-3);
          overflow-x: auto;
        }
      }
      label {
        position: relative;
        display: block;
      }
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .tile {
        display: grid;
        align-content: center;
        height: 100%;
        min-height: var(--touch);
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--surface);
      }
      label:hover .tile {
        border-color: var(--control-line);
      }
      input:checked + .tile {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      input:focus-visible + .tile {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      .question {
        font-size: var(--text-s);
        font-weight: 600;
      }
      .title {
        color: var(--muted);
        font-size: var(--text-xs);
      }
    `,
  ];

  protected override stores() {
    return [this.playground.$pair];
  }

  override render() {
    return html`
      <fieldset ?disabled=${isLocked('preset')}>
        <legend class="visually-hidden">${strings().pairs.label}</legend>
        <div class="tiles">${this.playground.pairs.map((pair) => this.#tile(pair))}</div>
      </fieldset>
    `;
  }

  /** With the layout that the next picture needs in any case. */
  override updated(): void {
    requestAnimationFrame(() => this.#showChosen());
  }

  /** Where the tiles scroll, the chosen one comes into view. */
  #showChosen(): void {
    const chosen = this.renderRoot.querySelector('input:checked')?.closest('label');
    const tiles = this.renderRoot.querySelector<HTMLElement>('.tiles');
    if (chosen && tiles) tiles.scrollLeft = chosen.offsetLeft - tiles.offsetLeft - 12;
  }

  #tile(pair: Pair) {
    return html`
      <label>
        <input
          type="radio"
          name="pair"
          value=${pair.id}
          .checked=${pair.id === this.playground.$pair.get()}
          @change=${() => this.playground.choosePair(pair.id)}
        />
        <span class="tile">
          <span class="question">${pair.words().question}</span>
          <span class="title">${pair.words().title}</span>
        </span>
      </label>
    `;
  }
}

customElements.define('pair-chooser', PairChooser);
