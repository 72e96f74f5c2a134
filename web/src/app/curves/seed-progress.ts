import { css, html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { embedding, isLocked } from '../kit/embedding';
import { base, buttons } from '../kit/styles';
import { seedsOf } from '../seeds/seeds-of';
import { MOST_SEEDS } from '../settings/limits';
import { formatCount } from '../text/format';
import { bandWords as words } from '../text/en/bands';

/** A step of the lesson. */
const FURTHER = 10;
const MINUTE = 60;

/** How far all seeds are, and how long it takes them. */
class SeedProgress extends PlaygroundElement {
  static override styles = [base, buttons, styles()];

  protected override stores() {
    const { $progress, $count } = seedsOf(this.playground);
    return [$progress, $count];
  }

  override render() {
    const seeds = seedsOf(this.playground);
    const { steps, all, whole, seeds: count, secondsLeft } = seeds.$progress.get();
    const isMost = seeds.$count.get() === MOST_SEEDS;
    return html`
      ${bar(steps, all)}
      <span class="number">
        ${words().progress(formatCount(whole), formatCount(count), timeLeft(secondsLeft))}
      </span>
      ${isLocked('seed') || embedding.isStageOnly || isMost ? nothing : this.#another()}
    `;
  }

  #another() {
    const seeds = seedsOf(this.playground);
    const further = Math.min(FURTHER, MOST_SEEDS - seeds.$count.get());
    return html`
      <button
        title=${words().anotherHint}
        @click=${() => seeds.setCount(seeds.$count.get() + further)}
      >
        ${words().another(further)}
      </button>
    `;
  }
}

/** Without an end it says only that something goes on. */
function bar(steps: number, all: number) {
  const label = words().progressLabel;
  return Number.isFinite(all)
    ? html`<progress max=${Math.max(1, all)} .value=${steps} aria-label=${label}></progress>`
    : html`<progress aria-label=${label}></progress>`;
}

/** In words, to what it can be known; `''` where it cannot. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '';
  if (seconds > 2 * MINUTE) {
    return words().left(words().minutes(formatCount(Math.round(seconds / MINUTE))));
  }
  const rounded = seconds > 20 ? 5 * Math.round(seconds / 5) : Math.ceil(seconds);
  return words().left(words().seconds(formatCount(rounded)));
}

function styles() {
  return css`
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-3);
      font-size: var(--text-s);
    }
    progress {
      flex: 1 1 6rem;
      min-width: 4rem;
      height: 0.4rem;
      accent-color: var(--accent);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;
}

customElements.define('seed-progress', SeedProgress);
