import { html, nothing } from 'lit';
import { atom, type ReadableAtom } from 'nanostores';
import { linkOf } from '../experiment/address';
import { catalog } from '../experiment/core-catalog';
import { Playground } from '../experiment/playground';
import { connectWorker } from '../experiment/worker-client';
import { copyText } from '../kit/clipboard';
import { segmented } from '../kit/segmented';
import { PlaygroundElement } from '../experiment/element';
import { type EmbedOptions, frameOptions, readOptions } from '../embed/options';
import { PARTS } from '../kit/embedding';
import type { Page } from '../kit/page';
import { languageTag } from '../../draw/language';
import { textsOf } from '../link/grammar';
import { runsOf } from '../link/runs-of';
import { groupParameters } from '../settings/settings';
import { strings } from '../text/en/page';
import { languageQuery } from '../text/language-query';
import { base, buttons, fields, intro, segments, surface } from '../kit/styles';
import {
  elementAttributes,
  elementSnippet,
  embedHash,
  type Embedding,
  frameSnippet,
} from './snippet';
import { builderStrings as words } from '../text/en/builder';
import { packageStrings as packageWords } from '../text/en/package';
import './course-package';
import { builderStyles } from './styles';

const WIDTHS = { full: '', tablet: '768px', phone: '360px' } as const;
const FIRST_HEIGHT = 560;
type Width = keyof typeof WIDTHS;
type Theme = EmbedOptions['theme'];

const KEY = '#builder=&';

/** The builder, about the experiment and the choices of a hash. */
export function openBuilder(hash: string): Page {
  const options = readOptions(hash.replace(/([#&])builder=[^&]*&?/, '$1'));
  const playground = new Playground(catalog, runsOf(hash), connectWorker);
  playground.$watching.set(false);
  const element = new EmbedBuilder();
  Object.assign(element, { playground, options });
  void playground.start(options.experiment);
  return {
    element,
    $address: element.$address,
    setShown: (isShown) => isShown || playground.runs.forEach((run) => run.close()),
  };
}

/** What an embedding page shows and allows, a preview of it, and the markup to copy. */
class EmbedBuilder extends PlaygroundElement {
  static override properties = {
    ...PlaygroundElement.properties,
    options: { attribute: false },
    name: { state: true },
    poster: { state: true },
    width: { state: true },
    height: { state: true },
    copied: { state: true },
  };
  declare options: EmbedOptions;
  declare private name: string;
  declare private poster: string;
  declare private width: Width;
  /** of the preview, in CSS pixels */
  declare private height: number;
  /** which snippet was copied last, and whether the browser let it */
  declare private copied: { what: string; isCopied: boolean } | undefined;
  static override styles = [base, surface, buttons, intro, fields, segments, builderStyles];
  readonly #address = atom<string | null>(null);

  constructor() {
    super();
    this.name = this.poster = '';
    this.width = 'full';
    this.height = FIRST_HEIGHT;
  }

  protected override stores() {
    const { $phase, $failure, $ignored, $settings, $claims } = this.playground;
    return [$phase, $failure, $ignored, $settings, $claims];
  }

  /** The very script that pages of others load. */
  override firstUpdated(): void {
    if (customElements.get('actor-critic-playground')) return;
    const script = document.createElement('script');
    script.src = './actor-critic-playground.js';
    document.head.append(script);
  }

  override updated(): void {
    if (this.playground.$phase.get() !== 'ready') return;
    this.#address.set(KEY + embedHash(this.#embedding()).slice(1));
    const preview = this.renderRoot.querySelector('actor-critic-playground');
    const wanted = new Map(elementAttributes(this.#embedding()));
    for (const name of ['experiment', 'show', 'lock', 'theme', 'lang', 'title', 'poster']) {
      const value = wanted.get(name) ?? null;
      if (value === (preview?.getAttribute(name) ?? null)) continue;
      if (value === null) preview?.removeAttribute(name);
      else preview?.setAttribute(name, value);
    }
  }

  get $address(): ReadableAtom<string | null> {
    return this.#address;
  }

  #embedding(): Embedding {
    const { shown, lock, theme } = this.options;
    return {
      base: new URL('./', location.href).href,
      experiment: linkOf(this.playground, this.playground.$claims.get()),
      show: '',
      lock: '',
      theme: '',
      ...Object.fromEntries(textsOf(frameOptions, { show: shown, lock, theme })),
      lang: languageTag() === 'en' ? '' : languageTag(),
      title: this.name,
      poster: this.poster,
    };
  }

  override render() {
    return html`
      <div class="intro">
        <h1>${words().title}</h1>
        <a href=${this.options.experiment || '#'}>← ${words().back}</a>
        <p>${words().lead}</p>
      </div>
      ${this.#content()}
    `;
  }

  #content() {
    const phase = this.playground.$phase.get();
    if (phase === 'loading') return html`<p class="help">${words().loading}</p>`;
    if (phase === 'failed') {
      const text = strings().notices.failed(this.playground.$failure.get());
      return html`<p class="notice surface" role="alert">${text}</p>`;
    }
    const embedding = this.#embedding();
    return html`
      ${this.#ignored()}
      <div class="workbench">
        <section class="choices surface">
          ${this.#experiment(embedding)} ${this.#show()} ${this.#lock()} ${this.#look()}
        </section>
        <section class="snippets surface" aria-labelledby="snippets">
          <h2 class="heading" id="snippets">${words().snippets}</h2>
          ${this.#snippet('element', elementSnippet(embedding))}
          ${this.#snippet('frame', frameSnippet(embedding, this.height))}
        </section>
      </div>
      ${this.#preview()}
      <section class="snippets surface" aria-labelledby="package">
        <h2 class="heading" id="package">${packageWords().heading}</h2>
        <course-package .embedding=${embedding}></course-package>
      </section>
    `;
  }

  #ignored() {
    const ignored = [...this.playground.$ignored.get(), ...this.options.ignored];
    if (ignored.length === 0) return nothing;
    return html`
      <div class="notice surface" role="status">
        ${strings().notices.ignored}
        <ul>
          ${ignored.map((item) => html`<li>${item}</li>`)}
        </ul>
      </div>
    `;
  }

  /** Another experiment is another page, with the same choices. */
  #experiment(embedding: Embedding) {
    const open = ({ target }: Event) => {
      const text = (target as HTMLInputElement).value.trim();
      const experiment = text.includes('#') ? text.slice(text.indexOf('#')) : `#${text}`;
      location.hash = KEY + embedHash({ ...embedding, experiment }).slice(1);
    };
    return html`
      <div class="field">
        <label for="experiment">${words().experiment}</label>
        <input
          type="text"
          id="experiment"
          aria-describedby="experiment-help"
          .value=${new URL(`./${languageQuery()}${embedding.experiment}`, location.href).href}
          @change=${open}
        />
        <span class="help" id="experiment-help">${words().experimentHelp}</span>
      </div>
    `;
  }

  #show() {
    const { shown } = this.options;
    const boxes = PARTS.map((part) =>
      box(words().parts[part], shown.includes(part), (isOn) =>
        this.#choose({
          shown: PARTS.filter((each) => (each === part ? isOn : shown.includes(each))),
        }),
      ),
    );
    return html`
      <fieldset>
        <legend>${words().show}</legend>
        <span class="help">${words().showHelp}</span>
        <div class="boxes">${boxes}</div>
      </fieldset>
    `;
  }

  #lock() {
    const { lock } = this.options;
    const isAll = lock.includes('all');
    const parameters = new Map(
      this.playground
        .allResolved()
        .flatMap((run) => run.parameters.map((parameter) => [parameter.key, parameter])),
    );
    const groups = groupParameters([...parameters.values()]);
    const one = (key: string, title: string) =>
      box(title, lock.includes(key), (isOn) => this.#choose({ lock: toggled(lock, key, isOn) }));
    return html`
      <fieldset>
        <legend>${words().lock}</legend>
        <span class="help">${words().lockHelp}</span>
        <div class="boxes">
          ${box(words().lockAll, isAll, (isOn) => this.#choose({ lock: isOn ? ['all'] : [] }))}
        </div>
        <details ?hidden=${isAll}>
          <summary>${words().lockSome}</summary>
          ${groups.map(
            ({ group, parameters: members }) => html`
              <p class="help">${group}</p>
              <div class="boxes">${members.map(({ key, title }) => one(key, title))}</div>
            `,
          )}
        </details>
      </fieldset>
    `;
  }

  #look() {
    const themes = (['auto', 'light', 'dark'] as const).map((value) => ({
      value,
      text: words().themes[value],
    }));
    const text = (id: 'name' | 'poster') => html`
      <div class="field">
        <label for=${id}>${words()[id]}</label>
        <input
          type="text"
          id=${id}
          .value=${this[id]}
          @change=${({ target }: Event) => (this[id] = (target as HTMLInputElement).value.trim())}
        />
      </div>
    `;
    return [
      segmented<Theme>(words().theme, 'theme', themes, this.options.theme, (theme) =>
        this.#choose({ theme }),
      ),
      text('name'),
      text('poster'),
    ];
  }

  #choose(change: Partial<EmbedOptions>): void {
    this.copied = undefined;
    this.options = { ...this.options, ...change };
  }

  #snippet(what: 'element' | 'frame', text: string) {
    const copy = async () => {
      this.copied = { what, isCopied: await copyText(text) };
    };
    const said = this.copied?.isCopied ? words().copied : words().copyByHand;
    return html`
      <div class="snippet">
        <p class="help" id="${what}-help">${words()[what]}</p>
        <pre tabindex="0" role="region" aria-labelledby="${what}-help" id=${what}>${text}</pre>
        <button @click=${copy}>${words().copy[what]}</button>
        <span role="status">${this.copied?.what === what ? said : nothing}</span>
      </div>
    `;
  }

  #preview() {
    const widths = (['full', 'tablet', 'phone'] as const).map((value) => ({
      value,
      text: words().widths[value],
    }));
    const resize = (event: CustomEvent<{ height: number }>) => {
      this.height = event.detail.height;
    };
    return html`
      <h2 class="heading">${words().preview}</h2>
      ${segmented<Width>(words().width, 'width', widths, this.width, (width) => {
        this.width = width;
      })}
      <div class="preview" style=${`width: ${WIDTHS[this.width] || '100%'}`}>
        <actor-critic-playground @resize=${resize}></actor-critic-playground>
      </div>
    `;
  }
}

function box(title: string, isOn: boolean, choose: (isOn: boolean) => void) {
  const change = ({ target }: Event) => choose((target as HTMLInputElement).checked);
  return html`
    <label><input type="checkbox" .checked=${isOn} @change=${change} />${title}</label>
  `;
}

function toggled<T extends string>(list: readonly T[], item: T, isOn: boolean): T[] {
  const rest = list.filter((other) => other !== item);
  return isOn ? [...rest, item] : rest;
}

customElements.define('embed-builder', EmbedBuilder);

declare global {
  interface HTMLElementTagNameMap {
    'embed-builder': EmbedBuilder;
  }
}
