import { html } from 'lit';
import type { Abscissa } from '../../draw/curve-data';
import type { ChartDescription } from '../components/curve-plot';
import { PlaygroundElement } from '../element';
import type { FileKind } from '../lab/export';
import { takeButtons, takeStyles } from '../lab/take-buttons';
import { strings } from '../strings';
import { base, buttons } from '../styles/shared';

/** Hands out the learning curves, under their chart. */
class CurveFiles extends PlaygroundElement {
  /** What the chart shows, and how; plain as `playground` is. */
  declare view: () => CurveView;
  static override styles = [base, buttons, takeStyles];

  protected override stores() {
    return [];
  }

  override render() {
    return html`${takeButtons(strings.curves.title, (kind) => void this.#take(kind))}`;
  }

  async #take(kind: FileKind): Promise<void> {
    const { takeLearningCurves } = await import('./learning-export');
    await takeLearningCurves(kind, this.playground, this.view(), this.clientWidth);
  }
}

export interface CurveView {
  chart: ChartDescription;
  caption: string;
  abscissa: Abscissa;
  /** episodes in the moving mean */
  episodeWindow: number;
}

customElements.define('curve-files', CurveFiles);
