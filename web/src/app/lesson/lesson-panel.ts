import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Store } from 'nanostores';
import type { Step } from '../../protocol/lesson';
import { EachFrame, Following } from '../kit/controllers';
import { base, buttons, surface } from '../kit/styles';
import { formatCount } from '../text/format';
import { lessonStrings as words } from '../text/en/lesson';
import type { Course } from './course';
import './explain-task';
import { fillIn } from './measured-text';
import type { Facts } from './measuring';
import { panelStyles } from './panel-styles';
import './predict-task';

/** Milliseconds between two updates of measured numbers. */
const READABLE = 250;

/** The step on display; fires `again` and `trial`. */
class LessonPanel extends LitElement {
  static override properties = {
    course: { attribute: false },
    facts: { attribute: false },
  };
  declare course: Course;
  declare facts: Facts;
  static override styles = [base, surface, buttons, panelStyles];
  #step = -1;
  #drawn = -Infinity;

  constructor() {
    super();
    new Following(this, (): readonly Store[] => [this.course.$step, this.course.$answers]);
    new EachFrame(this, (now) => {
      if (now - this.#drawn < READABLE) return;
      this.#drawn = now;
      fillIn(this.renderRoot, this.facts);
    });
  }

  override updated(changed: PropertyValues): void {
    fillIn(this.renderRoot, this.facts);
    const step = this.course.$step.get();
    const isFirst = this.#step < 0;
    if (step === this.#step && !changed.has('course')) return;
    this.#step = step;
    // Who has pressed Next goes on reading there; who has just come may be anywhere.
    if (!isFirst) this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    this.scrollTop = 0;
  }

  override render() {
    const { course } = this;
    const { step, answer } = course;
    return html`
      <section class="surface" aria-labelledby="title" data-done=${answer.isDone}>
        ${this.#steps()} ${step ? this.#task(step) : this.#end()}
        <div class="ways">${this.#ways()}</div>
        <slot></slot>
        ${this.#foot()}
      </section>
      <p class="visually-hidden" role="status">${this.#announcement()}</p>
    `;
  }

  #steps() {
    const { course } = this;
    const answers = course.$answers.get();
    return html`
      <nav aria-label=${words().steps}>
        ${course.lesson.steps.map(({ title }, i) => {
          const isDone = answers[i]?.isDone ?? false;
          return html`<button
            class="dot"
            data-done=${isDone}
            aria-current=${i === course.$step.get() ? 'step' : nothing}
            aria-label=${words().stepName(formatCount(i + 1), title, isDone)}
            title=${title}
            @click=${() => course.go(i)}
          ></button>`;
        })}
      </nav>
    `;
  }

  #task({ title, text, after, task }: Step) {
    const { course } = this;
    return html`
      <h1 id="title" tabindex="-1">${title}</h1>
      <div class="text">${unsafeHTML(text)}</div>
      ${
        task.kind === 'predict'
          ? html`<predict-task .course=${course} .facts=${this.facts}></predict-task>`
          : nothing
      }
      ${
        task.kind === 'explain'
          ? html`<explain-task .course=${course} .facts=${this.facts}></explain-task>`
          : nothing
      }
      ${task.kind === 'free' ? html`<p class="muted hint">${words().free}</p>` : nothing}
      ${course.answer.isDone ? this.#after(after) : nothing}
    `;
  }

  #after(after: string) {
    return html`
      <p class="done"><b>${words().done}</b></p>
      <div class="text">${unsafeHTML(after)}</div>
    `;
  }

  #end() {
    const { course } = this;
    const open = course.lesson.steps.filter((_, i) => !course.$answers.get()[i]?.isDone);
    const score = formatCount(100 * course.score);
    return html`
      <h1 id="title" tabindex="-1">${words().end.title}</h1>
      <p>${words().end.score(score, formatCount(Math.max(1, course.seconds / 60)))}</p>
      ${
        open.length > 0
          ? html`<p>${words().end.open}</p>
              <ul>
                ${open.map(({ title }) => html`<li>${title}</li>`)}
              </ul>`
          : nothing
      }
      <p><a href="#lesson=">${words().others}</a></p>
    `;
  }

  #ways() {
    const { course } = this;
    const at = course.$step.get();
    const last = course.lesson.steps.length - 1;
    const { isDone } = course.answer;
    const name = at === last ? words().finish : isDone ? words().next : words().skip;
    return html`
      ${
        at > 0
          ? html`<button class="back" @click=${() => course.go(at - 1)}>${words().back}</button>`
          : nothing
      }
      ${
        course.step
          ? html`<button class="next ${isDone ? 'primary' : ''}" @click=${() => course.go(at + 1)}>
              ${name}
            </button>`
          : nothing
      }
    `;
  }

  #foot() {
    return html`
      <p class="foot">
        ${
          this.course.step
            ? html`<button class="link" @click=${() => this.dispatchEvent(new Event('again'))}>
                ${words().again}
              </button>`
            : nothing
        }
        <button class="link" @click=${() => print()}>${words().print}</button>
      </p>
    `;
  }

  /** What a screen reader says of a change. */
  #announcement(): string {
    const { course } = this;
    const { step, answer } = course;
    if (!step) return words().ended;
    const number = formatCount(course.$step.get() + 1);
    const place = words().step(number, formatCount(course.lesson.steps.length));
    return `${place}: ${step.title}. ${answer.isDone ? words().done : ''}`;
  }
}

customElements.define('lesson-panel', LessonPanel);
