import { css, html } from 'lit';
import { atom, map } from 'nanostores';
import { PlaygroundElement } from '../experiment/element';
import { WhileConnected } from '../kit/controllers';
import { base } from '../kit/styles';
import type { Shown } from '../text/en/views';
import type { Axes } from './axes';
import { ExactWorker } from './exact-worker';
import './run-views';

const $axes = map<Record<string, Axes>>({});
const $shown = atom<Shown>('learned');

/** Critics and policies of all arms, side by side. */
class PolicyViews extends PlaygroundElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
      }
      @media print {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  readonly #worker = new ExactWorker();

  constructor() {
    super();
    new WhileConnected(this, () => () => this.#worker.close());
  }

  protected override stores() {
    return [];
  }

  override render() {
    const { playground } = this;
    return playground.arms.map(
      (arm) => html`
        <run-views
          .playground=${playground}
          .arm=${arm}
          .$axes=${$axes}
          .$shown=${$shown}
          .worker=${this.#worker}
        ></run-views>
      `,
    );
  }
}

customElements.define('policy-views', PolicyViews);
