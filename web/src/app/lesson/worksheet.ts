import { css, html, LitElement, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { encode } from 'uqr';
import type { Lesson, Step } from '../../protocol/lesson';
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
      ${task.kind === 'predict' ? html`<p class="line">${words().expected}</p>` : nothing}
      ${Array.from({ length: LINES }, () => html`<p class="line"></p>`)}
    </li>
  `;
}

function choicesOf(task: Step['task']): string[] {
  if (task.kind === 'explain') return task.reasons.map(({ text }) => text);
  if (task.kind !== 'predict') return [];
  const { guess } = task;
  if (guess.kind === 'choice') return guess.choices.map(({ text }) => text);
  if (guess.kind === 'curve') return [];
  const range = words().range(formatCount(guess.low), formatCount(guess.high));
  return [`${range} ${guess.unit}`];
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
    .name,
    .line {
      height: 0.9cm;
      border-bottom: 0.5pt solid #888;
    }
  `;
}

customElements.define('lesson-worksheet', LessonWorksheet);
