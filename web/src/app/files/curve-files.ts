import { html } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import type { FileKind } from '../figure/export';
import { loaded } from '../kit/loaded';
import { takeButtons, takeStyles } from '../figure/take-buttons';
import type { CurveView } from './learning-export';
import { strings } from '../text/en/page';
import { base, buttons } from '../kit/styles';

/** Hands out the learning curves, under their chart. */
class CurveFiles extends PlaygroundElement {
  /** What the chart shows, and how; plain as `playground` is. */
  declare view: () => CurveView;
  static override styles = [base, buttons, takeStyles];

  protected override stores() {
    return [];
  }

  override render() {
    return html`${takeButtons(strings().curves.title, (kind) => void this.#take(kind))}`;
  }

  async #take(kind: FileKind): Promise<void> {
    const { takeLearningCurves } = await loaded(() => import('./learning-export'));
    await takeLearningCurves(kind, this.playground, this.view(), this.clientWidth);
  }
}

customElements.define('curve-files', CurveFiles);
