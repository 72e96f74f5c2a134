import type { ThemeName } from '../kit/color-theme';
import { type Part, PARTS, STAGE } from '../kit/embedding';
import { embedStrings as words } from '../text/en/embed';

/** What the hash of `embed.html` says besides: `show=` or `hide=`, `lock=`, `theme=`. */
export interface EmbedOptions {
  /** the hash without these */
  experiment: string;
  /** in the order of `PARTS` */
  shown: readonly Part[];
  /** keys of parameters, or `all` */
  lock: readonly string[];
  /** `auto`: as the reader's system has it */
  theme: ThemeName | 'auto';
  /** values that were not usable, and what would have been */
  ignored: readonly string[];
}

const LONGEST = 40;

export function readOptions(hash: string): EmbedOptions {
  const ignored: string[] = [];
  const own = new Map<string, string>();
  const rest: string[] = [];
  for (const part of hash.replace(/^#/, '').split('&').filter(Boolean)) {
    const [key = '', value = ''] = part.split('=');
    if (!['show', 'hide', 'lock', 'theme'].includes(key)) rest.push(part);
    else if (!own.has(key)) own.set(key, decode(value));
  }
  const list = (key: string) => (own.get(key) ?? '').split(/[\s,]+/).filter(Boolean);
  const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
  for (const key of ['show', 'hide']) {
    for (const name of list(key).filter((each) => each !== 'none' && !isPart(each))) {
      ignored.push(words().notOneOf(`${key}=${cut(name)}`, PARTS.join(', ')));
    }
  }
  const hidden = list('hide').filter(isPart);
  // What only hides is about the whole page.
  const first = own.has('hide') ? PARTS : STAGE;
  const wanted = own.has('show') ? list('show') : first;
  const lock = list('lock').filter((key) => /^[a-z][a-z0-9_.]*$/.test(key));
  const theme = own.get('theme') ?? 'auto';
  const isTheme = theme === 'light' || theme === 'dark' || theme === 'auto';
  if (!isTheme) ignored.push(words().notOneOf(`theme=${cut(theme)}`, 'light, dark, auto'));
  return {
    experiment: `#${rest.join('&')}`,
    shown: PARTS.filter((part) => wanted.includes(part) && !hidden.includes(part)),
    lock,
    theme: isTheme ? theme : 'auto',
    ignored: ignored.slice(0, PARTS.length),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
