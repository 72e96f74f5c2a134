import { html, nothing } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { push, type PushSide } from './acting';
import { embedding } from '../kit/embedding';
import { formatCount, formatReturn, NOTHING } from '../text/format';
import type { Arm } from '../experiment/arm';
import type { Reached } from '../experiment/history';
import type { RunView } from '../experiment/run';
import { runStyle } from '../figure/run-style';
import { summarize } from '../settings/run-summary';
import { differences, referenceOf } from '../settings/settings';
import { strings } from '../text/en/page';
import { base, buttons, surface } from '../kit/styles';
import { $drawings, drawingOf } from './drawings';
import { cardStyles } from './card-styles';
import { icons } from '../kit/icons';
import { $detailed } from './detailed';
import { loaded } from '../kit/loaded';
import { lineSample } from '../figure/line-sample';
import './run-stage';

const words = () => strings().card;
const pushIcons = {
  turn: [icons.turnLeft, icons.turnRight],
  move: [icons.pushLeft, icons.pushRight],
  shift: [icons.pushLeft, icons.pushRight],
} as const;

/** One arm: its policy acting, and the state of its learning. */
class RunCard extends PlaygroundElement {
  static override properties = { arm: { attribute: false } };
  declare arm: Arm;
  static override styles = [base, surface, buttons, cardStyles];

  protected override stores() {
    const { $settings, $changes, $speed } = this.playground;
    return [this.arm.run.$view, $settings, $changes, $speed, $detailed, $drawings];
  }

  override render() {
    if (!this.playground.arms.includes(this.arm)) return nothing;
    const view = this.arm.run.$view.get();
    return html`
      <article
        class="surface card"
        style=${runStyle(this.arm.id)}
        data-phase=${view.phase}
        data-activity=${view.activity}
        aria-labelledby="title"
      >
        ${this.#header(view)}
        <div class="picture">
          <run-stage .playground=${this.playground} .arm=${this.arm}></run-stage>
          ${this.#pushes()}
        </div>
        ${this.#trouble(view)} ${this.#standing(view)} ${this.#changes()}
        ${embedding.isStageOnly ? nothing : this.#rest(view)}
      </article>
    `;
  }

  #rest(view: RunView) {
    return html`
      <details
        class="rest"
        ?open=${$detailed.get()}
        @toggle=${(event: ToggleEvent) => this.#toggle(event)}
      >
        <summary aria-label=${strings().stage.detailsOf(this.arm.id)}>
          ${strings().stage.details}
        </summary>
        <p class="muted number" data-figure="shown">${this.#shown(view)}</p>
        <p class="difference">${this.#difference()}</p>
        ${this.#figures(view)} ${this.#details(view)}
      </details>
    `;
  }

  #header(view: RunView) {
    const index = this.playground.arms.indexOf(this.arm);
    const summary = summarize(this.playground.allResolved())[index]!;
    return html`
      <header>
        <span class="badge" aria-hidden="true">${this.arm.id}</span>
        <div>
          <h2 id="title">
            <span class="visually-hidden">${words().run(this.arm.id)}: </span>${summary.title}
          </h2>
          <p class="muted">${summary.details.join(' · ')}</p>
        </div>
        <span class="state">
          ${lineSample(this.arm.id, summary.style)}
          <span class="muted">${words().activity[view.activity]}</span>
        </span>
      </header>
    `;
  }

  #shown({ shownReturn, shownLength }: RunView): string {
    return words().shown(formatReturn(shownReturn), formatCount(shownLength));
  }

  #pushes() {
    const { environment } = this.playground.resolved(this.arm.id);
    const push = drawingOf(environment.id)?.push ?? 'none';
    if (push === 'none') return nothing;
    const [left, right] = words().push[push];
    const [towardsLeft, towardsRight] = pushIcons[push];
    return html`
      ${this.#push('left', left, towardsLeft)} ${this.#push('right', right, towardsRight)}
    `;
  }

  #push(side: PushSide, label: string, icon: unknown) {
    return html`
      <button
        class="push quiet ${side}"
        aria-label=${`${label}, ${words().run(this.arm.id)}`}
        title=${label}
        @click=${() => push(this.arm.run, side, this.playground.resolved(this.arm.id).environment)}
      >
        ${icon}
      </button>
    `;
  }

  #trouble(view: RunView) {
    if (view.phase === 'dead') {
      return html`
        <div class="trouble" role="alert">
          <p><b>${words().died}</b> ${words().diedMeaning(view.message)}</p>
          <button @click=${() => this.playground.restart(this.arm.id)}>
            ${icons.reset}${words().restart}
          </button>
        </div>
      `;
    }
    if (view.activity !== 'diverged') return nothing;
    return html`<p class="trouble" role="alert"><b>${words().diverged}</b> ${view.message}</p>`;
  }

  /** Where the run stands, and how fast it goes. */
  #standing(view: RunView) {
    const { history } = this.arm.run;
    const { threshold } = referenceOf(this.playground.resolved(this.arm.id));
    const last = history.lastEvaluation();
    const reached = threshold == null ? null : history.firstReached(threshold);
    return html`
      <div class="evaluation">
        <p class="score number" data-figure="evaluation" aria-label=${words().evaluation}>
          ${last ? formatReturn(last.mean) : NOTHING}
        </p>
        <p class="muted hint number">
          <span title=${last ? words().evaluationHint(formatCount(last.states)) : nothing}>
            ${
              last
                ? strings().stage.evaluationAt(formatCount(last.steps))
                : strings().stage.noEvaluation
            }
          </span>
          ${
            threshold == null
              ? nothing
              : html`<span class="goal" data-reached=${reached !== null}>
                  ${goalText(formatReturn(threshold), reached)}
                </span>`
          }
        </p>
        <p class="muted pace number">
          ${words().steps} <b data-figure="steps">${formatCount(view.steps)}</b>
          <span data-figure="rate">${this.#rate(view)}</span>
        </p>
      </div>
    `;
  }

  #rate({ achieved }: RunView): string {
    if (!Number.isFinite(achieved)) return NOTHING;
    const asked = this.playground.$speed.get();
    return words().rateOf(formatCount(achieved), asked ? formatCount(asked) : words().unlimited);
  }

  #changes() {
    const changes = this.playground.$changes.get()[this.arm.id] ?? [];
    return changes.map((change) => html`<p class="muted change">${change.text}</p>`);
  }

  #figures(view: RunView) {
    const figures: [string, string, string][] = [
      ['updates', words().updates, formatCount(view.updates)],
      ['episodes', words().episodes, formatCount(view.episodes)],
      ['last-return', words().lastReturn, formatReturn(view.lastReturn)],
      ['mean-return', words().meanReturn, formatReturn(view.meanReturn)],
    ];
    return html`
      <dl>
        ${figures.map(
          ([name, label, value]) => html`
            <div>
              <dt>${label}</dt>
              <dd class="number" data-figure=${name}>${value}</dd>
            </div>
          `,
        )}
      </dl>
    `;
  }

  #details(view: RunView) {
    const { fingerprint } = view;
    return html`
      <run-actions .playground=${this.playground} .arm=${this.arm}></run-actions>
      <details>
        <summary>
          ${words().fingerprint}
          <code class="muted" data-figure="digest">
            ${
              fingerprint
                ? words().fingerprintAt(fingerprint.digest, formatCount(fingerprint.steps))
                : words().fingerprintNone
            }
          </code>
        </summary>
        <p class="muted">${words().fingerprintHelp}</p>
      </details>
      <details @toggle=${() => loaded(() => import('../files/run-files'))}>
        <summary>${words().files}</summary>
        <run-files .playground=${this.playground} .arm=${this.arm}></run-files>
      </details>
    `;
  }

  /** Not of the menus inside. */
  #toggle({ target, currentTarget, newState }: ToggleEvent): void {
    if (target === currentTarget) $detailed.set(newState === 'open');
  }

  #difference(): string {
    const [first] = this.playground.arms;
    if (!first || first === this.arm) return words().isReference;
    const parameters = differences(
      this.playground.resolved(first.id),
      this.playground.resolved(this.arm.id),
    );
    if (parameters.length === 0) return words().differsNot;
    return words().differsIn(parameters.map(({ title }) => title).join(', '));
  }
}

function goalText(threshold: string, reached: Reached | null): string {
  const { goal, reachedAt, reachedBy } = strings().stage;
  if (reached === null) return goal(threshold);
  const steps = formatCount(reached.steps);
  return reached.isExact ? reachedAt(threshold, steps) : reachedBy(threshold, steps);
}

customElements.define('run-card', RunCard);
