import { css, html } from 'lit';
import { map } from 'nanostores';
import { PlaygroundElement } from '../experiment/element';
import { base } from '../kit/styles';
import type { Axes } from './axes';
import './run-views';

const $axes = map<Record<string, Axes>>({});

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

  protected override stores() {
    return [];
  }

  override render() {
    const { playground } = this;
    return playground.arms.map(
      (arm) => html`
        <run-views .playground=${playground} .arm=${arm} .$axes=${$axes}></run-views>
      `,
    );
  }
}

customElements.define('policy-views', PolicyViews);
