import { html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { NumericParameter } from '../../protocol/catalog';
import type { ChoiceGuess, CurveGuess, Guess, NumberGuess, Step } from '../../protocol/lesson';
import { Following } from '../kit/controllers';
import { SLIDER_STEPS, sliderPosition, sliderValue } from '../kit/slider';
import { base, buttons } from '../kit/styles';
import { formatCount } from '../text/format';
import { lessonStrings } from '../text/en/lesson';
import { isClose, knotsOf, middleOf, offBy } from './answers';
import type { Course } from './course';
import { measuredText, plainText } from './measured-text';
import { taskStyles } from './panel-styles';

const words = () => lessonStrings().predict;
const MIDDLE = SLIDER_STEPS / 2;

/** A prediction: made, sealed, and beside what was measured. */
class PredictTask extends LitElement {
  static override properties = { course: { attribute: false } };
  declare course: Course;
  static override styles = [base, buttons, taskStyles];

  constructor() {
    super();
    new Following(this, () => [this.course.$step, this.course.$answers, this.course.$draft]);
  }

  override render() {
    const { course } = this;
    const { step, answer, isHeld } = course;
    if (step?.task.kind !== 'predict') return nothing;
    const { guess } = step.task;
    return html`
      <fieldset ?disabled=${!isHeld}>
        <legend class="muted">${words().label}</legend>
        ${this.#field(guess)}
      </fieldset>
      ${isHeld ? this.#seal(guess) : nothing}
      <div role="status" class="verdict">
        ${answer.measured ? this.#verdict(guess) : isHeld ? nothing : this.#sealed(step)}
      </div>
    `;
  }

  /** What was sealed, or is about to be. */
  #values(guess: Guess): readonly number[] {
    const { predicted } = this.course.answer;
    if (predicted !== undefined) return [predicted].flat();
    const draft = this.course.$draft.get();
    if (draft) return draft;
    if (guess.kind === 'choice') return [];
    return guess.kind === 'curve' ? middleOf(guess) : [sliderValue(scaleOf(guess), MIDDLE)];
  }

  #set(values: readonly number[]): void {
    this.course.$draft.set(values);
  }

  #field(guess: Guess) {
    const values = this.#values(guess);
    if (guess.kind === 'choice') return this.#choices(guess, values[0]);
    if (guess.kind === 'number') return this.#number(guess, values[0]!);
    return this.#curve(guess, values);
  }

  #choices({ choices }: ChoiceGuess, chosen: number | undefined) {
    return choices.map(
      ({ text }, i) => html`
        <label>
          <input
            type="radio"
            name="choice"
            .checked=${chosen === i}
            @change=${() => this.#set([i])}
          />
          <span>${unsafeHTML(text)}</span>
        </label>
      `,
    );
  }

  #number(guess: NumberGuess, value: number) {
    const text = withUnit(plainText(value), guess);
    return html`
      ${this.#slider(guess, value, text, words().label, (next) => this.#set([next]))}
      <output>${text}</output>
    `;
  }

  #curve(guess: CurveGuess, values: readonly number[]) {
    return html`
      <p>${words().sketch}</p>
      <details class="knots" ?hidden=${!this.course.isHeld}>
        <summary>${words().numbers}</summary>
        ${knotsOf(guess).map((steps, i) => {
          const name = words().knot(formatCount(steps));
          const set = (next: number) => this.#set(values.with(i, next));
          const text = plainText(values[i]!);
          return html`<label>
            <span>${name}</span>${this.#slider(guess, values[i]!, text, name, set)}
            <output>${text}</output>
          </label>`;
        })}
      </details>
    `;
  }

  #slider(
    guess: NumberGuess | CurveGuess,
    value: number,
    text: string,
    label: string,
    set: (value: number) => void,
  ) {
    const scale = scaleOf(guess);
    return html`
      <input
        type="range"
        min="0"
        max=${SLIDER_STEPS}
        aria-label=${label}
        aria-valuetext=${text}
        .value=${String(sliderPosition(scale, value))}
        @input=${(event: Event) =>
          set(sliderValue(scale, Number((event.target as HTMLInputElement).value)))}
      />
    `;
  }

  #seal(guess: Guess) {
    const values = this.#values(guess);
    return html`
      <button
        class="seal primary"
        ?disabled=${values.length === 0}
        @click=${() => this.course.predict(guess.kind === 'curve' ? [...values] : values[0]!)}
      >
        ${words().seal}
      </button>
      <p class="muted">${words().held}</p>
    `;
  }

  #sealed({ control }: Step): string {
    return control === 'stride' ? words().sealedLine : words().sealed;
  }

  #verdict(guess: Guess) {
    const { answer } = this.course;
    return html`
      <p>
        <b>${isClose(guess, answer) ? words().close : words().apart}</b> ${this.#comparison(guess)}
      </p>
    `;
  }

  #comparison(guess: Guess) {
    const { predicted, measured } = this.course.answer;
    const [said, found] = [[predicted ?? []].flat(), measured!.values];
    if (guess.kind === 'choice') {
      const name = (choice: number) => plain(guess.choices[choice]!.text);
      return words().said(`“${name(said[0]!)}”`, `“${name(found[0]!)}”`);
    }
    if (guess.kind === 'number') {
      const text = measuredText({ value: found[0]!, error: measured!.error });
      const told = words().said(withUnit(plainText(said[0]!), guess), withUnit(text, guess));
      return `${told} ${measured!.error === null ? '' : words().error}`;
    }
    const end = [said, found].map((curve) => plainText(curve.at(-1)!));
    return words().curve(plainText(offBy(said, found)), end[0]!, end[1]!);
  }
}

function scaleOf(guess: NumberGuess | CurveGuess): NumericParameter {
  const scale = guess.kind === 'number' && guess.isLog ? 'log' : 'linear';
  return { type: 'number', min: guess.low, max: guess.high, scale } as NumericParameter;
}

function withUnit(text: string, { unit }: NumberGuess): string {
  return unit === '' ? text : `${text} ${unit}`;
}

/** HTML as what it says. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}

customElements.define('predict-task', PredictTask);
