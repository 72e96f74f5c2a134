import { html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { EachFrame, Following } from '../kit/controllers';
import { base, buttons } from '../kit/styles';
import { lessonStrings } from '../text/en/lesson';
import type { Course } from './course';
import { fillIn } from './measured-text';
import type { Facts } from './measuring';
import { taskStyles } from './panel-styles';

const words = () => lessonStrings().explain;
/** Milliseconds between two updates of measured numbers. */
const READABLE = 250;

/** Reasons to choose from; a wrong one is answered by an experiment. */
class ExplainTask extends LitElement {
  static override properties = {
    course: { attribute: false },
    facts: { attribute: false },
  };
  declare course: Course;
  declare facts: Facts;
  static override styles = [base, buttons, taskStyles];
  #drawn = -Infinity;

  constructor() {
    super();
    new Following(this, () => {
      const { $step, $answers, $trial, $draft } = this.course;
      return [$step, $answers, $trial, $draft];
    });
    new EachFrame(this, (now) => {
      if (now - this.#drawn < READABLE) return;
      this.#drawn = now;
      fillIn(this.renderRoot, this.facts);
    });
  }

  override render() {
    const { course } = this;
    const { answer, step } = course;
    if (step?.task.kind !== 'explain') return nothing;
    const { reasons, right } = step.task;
    const last = answer.chosen.at(-1);
    const marked = course.$draft.get()?.[0] ?? last;
    return html`
      <fieldset ?disabled=${answer.isDone}>
        <legend class="muted">${words().label}</legend>
        ${reasons.map(
          ({ text }, i) => html`
            <label>
              <input
                type="radio"
                name="reason"
                .checked=${marked === i}
                @change=${() => course.$draft.set([i])}
              />
              <span>${unsafeHTML(text)}</span>
            </label>
          `,
        )}
      </fieldset>
      ${
        answer.isDone
          ? nothing
          : html`<button
              class="give primary"
              ?disabled=${marked === undefined || marked === last}
              @click=${() => course.choose(marked!)}
            >
              ${words().give}
            </button>`
      }
      <div role="status">${last === right ? words().right : this.#trial()}</div>
    `;
  }

  #trial() {
    const told = this.course.$trial.get();
    if (!told) return nothing;
    const { trial, is } = told;
    return html`
      <p>${words().wrong}</p>
      <button class="trial" @click=${() => this.#try(trial.experiment)}>${words().trial}</button>
      ${is === 'begun' ? html`<p class="muted">${words().trying}</p>` : nothing}
      ${is === 'told' ? html`<div class="reply">${unsafeHTML(trial.reply)}</div>` : nothing}
    `;
  }

  #try(detail: string): void {
    this.dispatchEvent(new CustomEvent('trial', { detail, bubbles: true, composed: true }));
  }
}

customElements.define('explain-task', ExplainTask);
