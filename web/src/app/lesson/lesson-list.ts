import { css, html, LitElement, nothing } from 'lit';
import { base, intro, surface } from '../kit/styles';
import { formatCount } from '../text/format';
import { lessonStrings } from '../text/en/lesson';
import { formatLessonLink } from './lesson-link';
import { shareDone } from './progress';
import { headOf, lessonIds } from './shelf';

const words = () => lessonStrings().list;

/** All lessons, each with its question. */
class LessonList extends LitElement {
  static override styles = [base, surface, intro, styles()];

  override render() {
    return html`
      <div class="intro">
        <h1>${words().title}</h1>
        <p>${words().lead}</p>
      </div>
      <ul>
        ${lessonIds.map((id) => this.#lesson(id))}
      </ul>
    `;
  }

  #lesson(id: string) {
    const { title, question, minutes } = headOf(id);
    const share = shareDone(id);
    return html`
      <li class="surface">
        <h2><a href=${formatLessonLink({ lesson: id, step: 0 })}>${question}</a></h2>
        <p class="muted">
          ${title} · ${words().minutes(formatCount(minutes))}
          ${share === null ? nothing : html`· ${partDone(share)}`}
        </p>
      </li>
    `;
  }
}

function partDone(share: number): string {
  return share === 1 ? words().done : words().part(formatCount(100 * share));
}

function styles() {
  return css`
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      gap: var(--space-3);
      margin-top: var(--space-3);
      list-style: none;
    }
    li {
      position: relative;
      padding: var(--space-4);
    }
    h2 {
      font-size: var(--text-m);
    }
    a {
      color: inherit;
    }
    /* The whole card can be pressed. */
    a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    p {
      font-size: var(--text-s);
    }
  `;
}

customElements.define('lesson-list', LessonList);
