import { css, html } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { base } from '../kit/styles';
import { seedsOf } from '../seeds/seeds-of';
import { formatCount } from '../text/format';
import { bandWords as words } from '../text/en/bands';

const MINUTE = 60;

/** How far all seeds are, and how long it takes them. */
class SeedProgress extends PlaygroundElement {
  static override styles = [base, styles()];

  protected override stores() {
    return [seedsOf(this.playground).$progress];
  }

  override render() {
    const { $progress } = seedsOf(this.playground);
    const { steps, all, whole, seeds, secondsLeft } = $progress.get();
    return html`
      ${bar(steps, all)}
      <span class="number">
        ${words().progress(formatCount(whole), formatCount(seeds), timeLeft(secondsLeft))}
      </span>
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
