import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { isLocked, shows } from '../kit/embedding';
import { formatCount, NOTHING } from '../text/format';
import { speeds } from '../experiment/speeds';
import { runStyle } from '../figure/run-style';
import { strings } from '../text/en/page';
import { base, buttons, fields, surface } from '../kit/styles';
import { icons } from '../kit/icons';

const words = () => strings().controls;

/** Play, pause and the rest of what moves time. */
class TransportBar extends PlaygroundElement {
  static override styles = [base, surface, buttons, fields, styles()];

  protected override stores() {
    const { $playing, $isHeld, $speed, $stopAt, $settings, runs } = this.playground;
    return [$playing, $isHeld, $speed, $stopAt, $settings, ...runs.map((run) => run.$view)];
  }

  override render() {
    return html`
      <section class="surface bar" aria-label=${words().label}>
        <div class="buttons">${this.#buttons()}</div>
        ${this.#speed()}
        <div class="buttons">${this.#limits()} ${this.#drawer()}</div>
      </section>
    `;
  }

  #buttons() {
    const { playground } = this;
    const isPlaying = playground.$playing.get();
    const seed = playground.resolved('A').values.get('seed') ?? '';
    return html`
      <button
        class="primary"
        title=${words().playHint}
        ?disabled=${playground.$isHeld.get()}
        @click=${() => playground.toggle()}
      >
        ${isPlaying ? icons.pause : icons.play}${isPlaying ? words().pause : words().play}
      </button>
      ${shows('transport') ? this.#otherButtons(seed) : nothing}
      <seed-control class="seed number muted" .playground=${playground}
        >${words().seed(seed)}</seed-control
      >
    `;
  }

  #otherButtons(seed: string) {
    const { playground } = this;
    return html`
      <button title=${words().stepHint} @click=${() => playground.step()}>
        ${icons.step}<span class="name">${words().step}</span>
      </button>
      <button title=${words().resetHint(seed)} @click=${() => playground.reset()}>
        ${icons.reset}<span class="name">${words().reset}</span>
      </button>
      <button
        title=${words().newSeedHint}
        ?disabled=${isLocked('seed')}
        @click=${() => playground.newSeed()}
      >
        ${icons.seed}<span class="name">${words().newSeed}</span>
      </button>
      <button title=${words().shareHint} @click=${() => this.#tell('share')}>
        ${words().share}
      </button>
    `;
  }

  #speed() {
    const { playground } = this;
    const environments = playground.allResolved().map(({ environment }) => environment);
    const offered = speeds(environments.map(({ seconds_per_step }) => seconds_per_step));
    const asked = playground.$speed.get();
    const index = offered.findIndex(({ factor }) => factor === asked);
    const label = offered[index]?.label ?? '';
    const achieved = playground.arms.map(({ id, run }) => {
      const { achieved: rate } = run.$view.get();
      return html`<span class="rate" style=${runStyle(id)}>
        ${id} ${Number.isFinite(rate) ? formatCount(rate) : NOTHING}
      </span>`;
    });
    return html`
      <div class="speed">
        <div class="read-out number">
          <label for="speed">${words().asked} <b>${label}</b></label>
          <span>${words().achieved} ${achieved}</span>
        </div>
        <input
          ?hidden=${!shows('transport')}
          id="speed"
          type="range"
          min="0"
          max=${offered.length - 1}
          step="1"
          .value=${String(index)}
          aria-valuetext=${label}
          @input=${(event: Event) => {
            const position = Number((event.target as HTMLInputElement).value);
            playground.setSpeed(offered[position]?.factor ?? null);
          }}
        />
      </div>
    `;
  }

  #limits() {
    const stopAt = this.playground.$stopAt.get();
    if (!shows('transport')) {
      return stopAt === null
        ? nothing
        : html`<span class="seed number muted">${words().stopAt} ${formatCount(stopAt)}</span>`;
    }
    return html`
      <details
        class="more"
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#fold()}
        @focusout=${(event: FocusEvent) => this.#left(event)}
      >
        <summary class="button">${strings().stage.more}</summary>
        <run-limits class="surface" .playground=${this.playground}></run-limits>
      </details>
    `;
  }

  #drawer() {
    if (!shows('settings')) return nothing;
    return html`
      <button @click=${() => this.#tell('settings')}>${strings().stage.settings}</button>
    `;
  }

  #fold(): void {
    this.renderRoot.querySelector('details')!.open = false;
  }

  /** What is open closes when something else is chosen. */
  #left({ relatedTarget }: FocusEvent): void {
    const details = this.renderRoot.querySelector('details')!;
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  }

  #tell(what: 'share' | 'settings'): void {
    this.dispatchEvent(new CustomEvent(what, { bubbles: true, composed: true }));
  }
}

function styles() {
  return css`
    :host {
      position: sticky;
      top: var(--space-2);
      z-index: 2;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      padding: var(--space-2) var(--space-3);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
    .primary {
      min-width: 6.5rem;
      font-weight: 650;
    }
    .seed {
      font-size: var(--text-s);
    }
    .speed {
      flex: 1 1 9rem;
      min-width: 0;
    }
    .read-out {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--space-3);
      color: var(--muted);
      font-size: var(--text-xs);
    }
    .read-out b {
      color: var(--ink);
      font-weight: 600;
    }
    .speed input {
      display: block;
      margin: -0.5rem 0;
    }
    .rate {
      display: inline-block;
      min-width: 3.75em;
      color: var(--run);
      font-weight: 600;
      text-align: right;
    }
    .rate + .rate {
      margin-left: var(--space-2);
    }
    .more {
      position: relative;
    }
    summary {
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    run-limits {
      position: absolute;
      right: 0;
      z-index: 3;
      margin-top: var(--space-1);
      padding: var(--space-3) var(--space-4);
    }
    @media (max-width: 72rem) {
      .name {
        position: absolute;
        clip-path: inset(50%);
      }
    }
    @media (max-width: 48rem) {
      :host {
        position: static;
      }
      button,
      .button {
        padding: 0 var(--space-3);
      }
    }
  `;
}

customElements.define('transport-bar', TransportBar);
