import { css, html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { encode } from 'uqr';
import type { Guess, Lesson, Step } from '../../protocol/lesson';
import { base } from '../kit/styles';
import { formatCount } from '../text/format';
import { lessonStrings } from '../text/en/lesson';
import { formatLessonLink } from './lesson-link';

const words = () => lessonStrings().sheet;
/** Lines to write on. */
const LINES = 3;

/** A lesson on paper: its questions with room for answers, and how to get to it. */
class LessonWorksheet extends LitElement {
  static override properties = { lesson: { attribute: false } };
  declare lesson: Lesson;
  static override styles = [base, styles()];

  override render() {
    const { id, title, question, steps } = this.lesson;
    const link = new URL(formatLessonLink({ lesson: id, step: 0 }), location.href).href;
    return html`
      <header>
        <div>
          <h1>${question}</h1>
          <p>${title}</p>
          <p class="link">${link}</p>
          <p class="name">${words().name}</p>
        </div>
        ${qrCode(link)}
      </header>
      <ol>
        ${steps.map((step) => onPaper(step))}
      </ol>
    `;
  }
}

function onPaper({ title, text, task }: Step) {
  return html`
    <li>
      <h2>${title}</h2>
      <div>${unsafeHTML(text)}</div>
      ${choicesOf(task).map((choice) => html`<p class="choice">☐ ${unsafeHTML(choice)}</p>`)}
      ${task.kind === 'predict' ? expectation(task.guess) : nothing}
      ${Array.from({ length: LINES }, () => html`<p class="line"></p>`)}
    </li>
  `;
}

function choicesOf(task: Step['task']): string[] {
  if (task.kind === 'explain') return task.reasons.map(({ text }) => text);
  if (task.kind !== 'predict' || task.guess.kind !== 'choice') return [];
  return task.guess.choices.map(({ text }) => text);
}

/** Room for a number with its range, or for a curve between its axes. */
function expectation(guess: Guess) {
  if (guess.kind === 'choice') return html`<p class="line">${words().expected}</p>`;
  const [low, high] = [formatCount(guess.low), formatCount(guess.high)];
  if (guess.kind === 'number') {
    const range = `${words().range(low, high)} ${guess.unit}`.trim();
    return html`<p class="line">${words().expected}<span class="range">${range}</span></p>`;
  }
  return html`
    <p>${words().expected}</p>
    <div class="chart">
      <span>${high}</span><span>${low}</span><span>${formatCount(guess.steps)}</span>
    </div>
  `;
}

function qrCode(text: string) {
  const { data, size } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return html`
    <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${words().code}>
      <path d=${squares.join('')} />
    </svg>
  `;
}

function styles() {
  return css`
    :host {
      display: none;
    }
    @media print {
      :host {
        display: block;
        color: #000;
      }
    }
    header {
      display: flex;
      justify-content: space-between;
      gap: 1cm;
    }
    h1 {
      font-size: 16pt;
    }
    h2 {
      font-size: 12pt;
    }
    svg {
      flex: none;
      width: 3cm;
      height: 3cm;
    }
    .link {
      overflow-wrap: anywhere;
      font-size: 9pt;
    }
    ol {
      padding-left: 0.7cm;
    }
    li {
      margin-top: 0.6cm;
      break-inside: avoid;
    }
    .range {
      float: right;
      color: #666;
    }
    .chart {
      position: relative;
      height: 4cm;
      margin-left: 1.5cm;
      border: solid #888;
      border-width: 0 0 0.5pt 0.5pt;
      font-size: 9pt;
    }
    .chart span {
      position: absolute;
      right: calc(100% + 0.1cm);
    }
    .chart span:nth-child(2) {
      bottom: 0;
    }
    .chart span:nth-child(3) {
      top: 100%;
      right: 0;
    }
    .chart + .line {
      margin-top: 0.4cm;
    }
    .name,
    .line {
      height: 0.9cm;
      border-bottom: 0.5pt solid #888;
    }
  `;
}

customElements.define('lesson-worksheet', LessonWorksheet);
