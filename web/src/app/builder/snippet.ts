/** An experiment as another page is to show it. */
export interface Embedding {
  /** the folder of the playground, with a slash at the end */
  base: string;
  /** a hash, without what follows */
  experiment: string;
  /** parts, separated by commas; `""` if it is the stage alone */
  show: string;
  /** keys of settings, separated by commas, or `all`; `""` if there are none */
  lock: string;
  /** `""`: as the reader's system has it */
  theme: string;
  /** the tag of a language; `""`: English */
  lang: string;
  /** `""`: as the element has it */
  title: string;
  /** address of an image; `""` if there is none */
  poster: string;
}

const OPTIONS = ['show', 'lock', 'theme'] as const;
const NAME = 'Actor-Critic Playground';

/** The hash of `embed.html`, and of the builder itself. */
export function embedHash(embedding: Embedding): string {
  const { experiment } = embedding;
  const options = OPTIONS.filter((name) => embedding[name] !== '');
  const entries = options.map((name) => `${name}=${encodeURIComponent(embedding[name])}`);
  return `#${[experiment.replace(/^#/, ''), ...entries].filter(Boolean).join('&')}`;
}

/** The attributes of the custom element that say something. */
export function elementAttributes(embedding: Embedding): [string, string][] {
  const names = ['experiment', ...OPTIONS, 'lang', 'title', 'poster'] as const;
  return names.flatMap((name) => (embedding[name] === '' ? [] : [[name, embedding[name]]]));
}

export function elementSnippet(embedding: Embedding): string {
  const script = `${embedding.base}actor-critic-playground.js`;
  const given = elementAttributes(embedding).map(
    ([name, value]) => `\n  ${attribute(name, value)}`,
  );
  return (
    `<script ${attribute('src', script)} defer></script>\n` +
    `<actor-critic-playground${given.join('')}>\n</actor-critic-playground>`
  );
}

/** @param height in CSS pixels */
export function frameSnippet(embedding: Embedding, height: number): string {
  const query = embedding.lang && `?lang=${embedding.lang}`;
  const source = `${embedding.base}embed.html${query}${embedHash(embedding)}`;
  return (
    `<iframe ${attribute('src', source)}\n  ${attribute('title', embedding.title || NAME)} ` +
    `width="100%" height="${height}" style="border: 0" allow="clipboard-write"></iframe>`
  );
}

function attribute(name: string, value: string): string {
  const text = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `${name}="${text}"`;
}
