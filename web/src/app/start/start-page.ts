import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { atom } from 'nanostores';
import type { Page } from '../kit/page';
import { base, intro, surface } from '../kit/styles';
import { formatLessonLink } from '../lesson/lesson-link';
import { shareDone } from '../lesson/progress';
import { headOf, lessonIds } from '../lesson/shelf';
import { startStrings as words } from '../text/en/start';
import { EDGES, type MapEdge, type MapNode, NODES } from './map';
import { startStyles } from './start-styles';

/** The update that is looked at line by line: by then everything trains. */
const STEP = 2000;

/** Where one begins. */
export function openStart(): Page {
  const element = new StartPage();
  return {
    element,
    $address: atom('#start='),
    setShown: () => element.requestUpdate(),
  };
}

/** Three ways in, and the lecture as a map. */
class StartPage extends LitElement {
  static override styles = [base, intro, surface, startStyles];

  override render() {
    const { lesson, experiment, laboratory } = words().ways;
    return html`
      <div class="intro"><h1>${words().title}</h1></div>
      <div class="ways">
        ${way(lesson.title, lesson.text, [...this.#next(), ['#lesson=', lesson.all]])}
        ${way(experiment.title, experiment.text, [['#', experiment.open]])}
        ${way(laboratory.title, laboratory.text, [
          ['#lab=', laboratory.lab],
          ['#bootstrap=', laboratory.bootstrap],
          ['#surrogate=', laboratory.surrogate],
        ])}
      </div>
      <section aria-labelledby="map">
        <h2 id="map" class="heading">${words().map.title}</h2>
        <p class="muted">${words().map.lead}</p>
        <ol class="map">
          ${NODES.map((node) => mapNode(node))}
        </ol>
      </section>
    `;
  }

  /** The first lesson that is not done. */
  #next(): Way[] {
    const id = lessonIds.find((each) => shareDone(each) !== 1);
    if (id === undefined) return [];
    return [[lessonHref(id), words().ways.lesson.next(headOf(id).question)]];
  }
}

type Way = readonly [href: string, name: string];

const lessonHref = (lesson: string) => formatLessonLink({ lesson, step: 0 });

function way(title: string, text: string, links: readonly Way[]): TemplateResult {
  return html`
    <section class="surface way">
      <h2 class="heading">${title}</h2>
      <p>${text}</p>
      <ul>
        ${links.map(([href, name]) => html`<li><a href=${href}>${name}</a></li>`)}
      </ul>
    </section>
  `;
}

/** An algorithm, after what makes it of another one. */
function mapNode({ id, family, preset, lesson }: MapNode): TemplateResult {
  const { title, text } = words().map.nodes[id];
  const experiment = `#v=2&preset=${preset}&seed=1`;
  const links: Way[] = [
    ...(lessonIds.includes(lesson) ? [[lessonHref(lesson), words().map.lesson] as const] : []),
    [experiment, words().map.experiment],
    [`${experiment}&step=${STEP}`, words().map.code],
  ];
  return html`
    <li data-node=${id} data-family=${family}>
      ${EDGES.filter(({ to }) => to === id).map((edge) => mapEdge(edge))}
      <article class="surface">
        <p class="family muted">${words().map.families[family]}</p>
        <h3>${title}</h3>
        <p>${text}</p>
        <p class="links">
          ${links.map(
            ([href, name]) =>
              html`<a href=${href} aria-label=${words().map.of(name, title)}>${name}</a>`,
          )}
        </p>
      </article>
    </li>
  `;
}

function mapEdge({ from, to }: MapEdge): TemplateResult | typeof nothing {
  const told: Readonly<Record<string, string>> = words().map.edges;
  const text = told[`${from}_${to}`];
  if (text === undefined) return nothing;
  return html`
    <p class="edge"><b>${words().map.from(words().map.nodes[from].title)}</b> ${text}</p>
  `;
}

customElements.define('start-page', StartPage);
