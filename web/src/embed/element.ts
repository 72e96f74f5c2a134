import { EMBED_SOURCE, type EmbedMessage } from '../protocol/embedding';

// The element <actor-critic-playground>: a poster, and near the viewport or on a press the
// playground in a frame. A script of its own, without dependencies, for the pages of others.

const TYPES: readonly string[] = ['ready', 'resize', 'state', 'progress', 'complete'];
/** Attributes that go into the hash of the frame as they are. */
const PASSED = ['show', 'hide', 'lock', 'theme'] as const;
/** Those that it reads itself, or that go elsewhere into the address. */
const OWN = ['src', 'base', 'experiment', 'task', 'lang', 'poster', 'title'] as const;
const TITLE = 'Actor-Critic Playground';
/** What a press on the poster does, by language. */
const OPEN: Readonly<Record<string, string>> = { en: 'Open', de: 'Öffnen' };
const [LOWEST, HIGHEST] = [120, 20_000];

const homeless =
  'The folder of the playground is not known: name it with the attribute base, or src.';
const FILE = 'actor-critic-playground.js';

/** The folder of this script; `null` where it goes under another name as a module. */
const home = folderOf(addressOfScript());

/** A module has no `currentScript`, a script no `import.meta`: the call stack names both. */
function addressOfScript(): string {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement && script.src) return script.src;
  const calls = new Error('here').stack?.match(/[a-z]+:\/\/[^\s()@]+\.js/gi) ?? [];
  return calls.find((address) => address.endsWith(`/${FILE}`)) ?? '';
}

function folderOf(address: string): string | null {
  return URL.canParse(address) ? new URL('.', address).href : null;
}

const css = `
  :host { display: block; min-height: 20rem; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 35rem; border: 0; }
  button {
    position: absolute; inset: 0; width: 100%; padding: 1rem; cursor: pointer;
    border: 1px solid #8c897f; border-radius: 0.875rem;
    background: #f6f5f1 center / cover no-repeat; color: #1b1d20; font: inherit;
  }
  button:focus-visible { outline: 3px solid #0b66a8; outline-offset: 2px; }
  span {
    display: inline-block; padding: 0.75rem 1.25rem; border-radius: 0.5rem;
    background: #1b1d20; color: #fff; font-weight: 600;
  }`;

class ActorCriticPlayground extends HTMLElement {
  static readonly observedAttributes = [...OWN, ...PASSED];
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.open();
    },
    { rootMargin: '300px' },
  );
  #frame: HTMLIFrameElement | null = null;
  #isOpen = false;
  #isStale = false;

  constructor() {
    super();
    // A sheet rather than a style element: the page's policy may forbid inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback(): void {
    addEventListener('message', this.#receive);
    this.#show();
    if (!this.hasAttribute('poster')) this.#near.observe(this);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#receive);
    this.#near.disconnect();
  }

  /** Several changes in one go load the frame once. */
  attributeChangedCallback(): void {
    if (!this.isConnected || this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      if (this.isConnected) this.#show();
    });
  }

  /** Puts the playground in the poster's place. */
  open(): void {
    this.#near.disconnect();
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#show();
  }

  #show(): void {
    this.#frame = null;
    const address = this.#address();
    if (!this.#isOpen) this.#root.replaceChildren(this.#makePoster());
    else if (address === null) this.#root.replaceChildren(note(homeless));
    else this.#root.replaceChildren(this.#makeFrame(address));
  }

  #makePoster(): HTMLElement {
    const button = document.createElement('button');
    const label = document.createElement('span');
    const poster = this.getAttribute('poster');
    button.type = 'button';
    label.textContent = `${OPEN[this.lang] ?? OPEN.en!}: ${this.#title()}`;
    if (poster) {
      const url = new URL(poster, document.baseURI).href;
      button.style.backgroundImage = `url(${JSON.stringify(url)})`;
    }
    button.append(label);
    button.onclick = () => {
      this.open();
      this.#frame?.focus();
    };
    return button;
  }

  /** A new one each time: a new address in an old one would be a step in the reader's history. */
  #makeFrame(address: string): HTMLElement {
    const frame = document.createElement('iframe');
    frame.title = this.#title();
    frame.allow = 'clipboard-write';
    frame.src = address;
    this.#frame = frame;
    return frame;
  }

  #title(): string {
    return this.getAttribute('title') ?? TITLE;
  }

  /** Of `embed.html`, in the folder of this script unless the attributes say another. */
  #address(): string | null {
    const named = this.getAttribute('src') ?? this.getAttribute('base') ?? home;
    if (named === null) return null;
    const source = new URL(named, document.baseURI);
    const base = new URL(this.getAttribute('base') ?? source, document.baseURI);
    const url = new URL('embed.html', base);
    if (this.lang) url.searchParams.set('lang', this.lang);
    const parts = [(this.getAttribute('experiment') ?? source.hash).replace(/^#/, '')];
    const task = this.getAttribute('task');
    if (task) parts.push(`task=${encodeURIComponent(new URL(task, document.baseURI).href)}`);
    for (const name of PASSED) {
      const value = this.getAttribute(name);
      if (value) parts.push(`${name}=${encodeURIComponent(value)}`);
    }
    url.hash = parts.filter(Boolean).join('&');
    return url.href;
  }

  readonly #receive = (event: MessageEvent<unknown>): void => {
    const frame = this.#frame;
    if (event.source === null || event.source !== frame?.contentWindow) return;
    if (event.origin !== new URL(frame.src).origin || !isMessage(event.data)) return;
    const detail = event.data;
    if (detail.type === 'resize') {
      const height = Math.min(Math.max(detail.height, LOWEST), HIGHEST);
      frame.style.height = `${height}px`;
    }
    this.dispatchEvent(new CustomEvent<EmbedMessage>(detail.type, { detail }));
  };
}

function note(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

function isMessage(data: unknown): data is EmbedMessage & { source: string } {
  if (typeof data !== 'object' || data === null) return false;
  const { source, type } = data as { source?: unknown; type?: unknown };
  return source === EMBED_SOURCE && typeof type === 'string' && TYPES.includes(type);
}

if (!customElements.get(EMBED_SOURCE)) customElements.define(EMBED_SOURCE, ActorCriticPlayground);
