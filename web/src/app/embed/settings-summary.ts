import { css, html } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { isDefault, isRelevant, type Resolved, valueTitle } from '../settings/settings';
import { base, surface } from '../kit/styles';
import { embedStrings as words } from '../text/en/embed';

/** What the settings are, where their controls are hidden. */
class SettingsSummary extends PlaygroundElement {
  static override styles = [
    base,
    surface,
    css`
      section {
        padding: var(--space-3) var(--space-4);
        font-size: var(--text-s);
      }
      h2 {
        font-size: var(--text-s);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-1) var(--space-3);
      }
    `,
  ];

  protected override stores() {
    return [this.playground.$settings];
  }

  override render() {
    const { playground } = this;
    return html`
      <section class="surface" aria-labelledby="title">
        <h2 id="title">${words().settings}</h2>
        <dl>
          ${playground.arms.map(
            ({ id }) => html`
              <dt class="muted">${words().settingsOf(id)}</dt>
              <dd>${summary(playground.resolved(id))}</dd>
            `,
          )}
        </dl>
      </section>
    `;
  }
}

function summary(resolved: Resolved): string {
  const { environment, algorithm, parameters, values } = resolved;
  const changed = parameters
    .filter((parameter) => !['environment', 'algorithm'].includes(parameter.key))
    .filter((parameter) => isRelevant(resolved, parameter))
    .filter((parameter) => !isDefault(parameter, values.get(parameter.key)!))
    .map((parameter) => {
      const unit = parameter.unit ? ` ${parameter.unit}` : '';
      return `${parameter.title} ${valueTitle(parameter, resolved)}${unit}`;
    });
  return [environment.title, algorithm.title, ...changed].join(' · ');
}

customElements.define('settings-summary', SettingsSummary);
