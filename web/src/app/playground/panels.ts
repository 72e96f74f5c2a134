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

class StepperPanel extends PanelElement {
  protected override words = () => panelStrings().stepper;
  protected override opens = () => this.playground.$stepped.get() !== null;
  protected override load = () => import('../stepper/stepper-view');
  protected override content = () =>
    html`<stepper-view .playground=${this.playground}></stepper-view>`;

  protected override stores() {
    return [this.playground.$stepped];
  }

  protected override closed = (): void => {
    this.playground.$stepped.set(null);
  };
}

customElements.define('views-panel', ViewsPanel);
customElements.define('diagnostics-panel', DiagnosticsPanel);
customElements.define('stepper-panel', StepperPanel);
