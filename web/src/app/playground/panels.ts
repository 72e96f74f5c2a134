import { html } from 'lit';
import { PanelElement } from '../experiment/panel-element';
import { panelStrings } from '../text/en/panels';

class ViewsPanel extends PanelElement {
  protected override words = () => panelStrings().views;
  protected override opens = () => {
    const { pairs, $pair } = this.playground;
    return pairs.find(({ id }) => id === $pair.get())?.opensViews === true;
  };
  protected override load = () => import('../views/policy-views');
  protected override content = () =>
    html`<policy-views .playground=${this.playground}></policy-views>`;
}

class DiagnosticsPanel extends PanelElement {
  protected override words = () => panelStrings().diagnostics;
  protected override load = () => import('../diagnostics/run-diagnostics');
  protected override content = () =>
    html`<run-diagnostics .playground=${this.playground}></run-diagnostics>`;
}

customElements.define('views-panel', ViewsPanel);
customElements.define('diagnostics-panel', DiagnosticsPanel);
