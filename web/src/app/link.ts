import { formatCount } from './format';

/**
 * What the hash of the address holds: `#v=1&pair=score-function&seed=1`; or the presets of the runs
 * instead of a pair, `#v=1&preset=pendulum-sac&preset=pendulum-ddpg&seed=1`.
 */
export interface Link {
  pair: string;
  /** of run A, run B, …; none if the pair says it */
  presets: readonly string[];
  seed: number;
}

export interface LinkReading {
  link: Link;
  /** the first values that were not usable, and what would have been; at most 8 and a count */
  ignored: string[];
}

export interface LinkRules {
  pairs: readonly string[];
  presets: readonly string[];
  runs: number;
  seed: { min: number; max: number };
  defaults: Link;
}

const VERSION = '1';
/** Parts of a hash that are read; a link has a few. */
const MOST_READ = 100;
const MOST_NAMED = 8;

/** Reads a hash; what is unknown or out of range is ignored and named. */
export function readLink(hash: string, rules: LinkRules): LinkReading {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  const entries = new URLSearchParams(parts.slice(0, MOST_READ).join('&'));
  const unknown = entries.getAll('v').find((version) => version !== VERSION);
  if (unknown !== undefined) {
    const note = `v=${shown(unknown)}: only version ${VERSION} is known; the rest is ignored too`;
    return { link: rules.defaults, ignored: [note] };
  }
  const { link, ignored } = readEntries(entries, rules);
  const more = Math.max(0, ignored.length - MOST_NAMED) + Math.max(0, parts.length - MOST_READ);
  const named = ignored.slice(0, MOST_NAMED);
  return { link, ignored: more > 0 ? [...named, `and ${formatCount(more)} more`] : named };
}

function readEntries(entries: URLSearchParams, rules: LinkRules): LinkReading {
  const ignored: string[] = [];
  const link = { ...rules.defaults, presets: [...rules.defaults.presets] };
  for (const [key, value] of entries) {
    if (key === 'pair') {
      if (rules.pairs.includes(value)) link.pair = value;
      else ignored.push(`pair=${shown(value)}: not one of ${rules.pairs.join(', ')}`);
    } else if (key === 'preset') {
      if (!rules.presets.includes(value)) ignored.push(`preset=${shown(value)}: unknown`);
      else if (link.presets.length < rules.runs) link.presets.push(value);
      else ignored.push(`preset=${value}: there are only ${rules.runs} runs`);
    } else if (key === 'seed') {
      const seed = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
      if (seed >= rules.seed.min && seed <= rules.seed.max) link.seed = seed;
      else {
        const range = `${rules.seed.min} to ${rules.seed.max}`;
        ignored.push(`seed=${shown(value)}: not a whole number from ${range}`);
      }
    } else if (key !== 'v') {
      ignored.push(`${shown(key)}: unknown`);
    }
  }
  return { link, ignored };
}

export function formatLink(link: Link): string {
  const presets = link.presets.map((preset) => `&preset=${preset}`).join('');
  const what = link.pair === '' ? presets : `&pair=${link.pair}`;
  return `#v=${VERSION}${what}&seed=${link.seed}`;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
