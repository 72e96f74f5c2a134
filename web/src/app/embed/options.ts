import type { ThemeName } from '../kit/color-theme';
import type { Catalog } from '../../protocol/catalog';
import { type Part, PARTS, STAGE, TASK_KEYS } from '../kit/embedding';
import { type Grammar, partsOf, valuesOf } from '../link/grammar';
import { like, list, oneOf, once } from '../link/kinds';
import { Notes } from '../link/notes';
import { pageOf } from '../link/page-of';
import { embedStrings as words } from '../text/en/embed';

/** What the hash of `embed.html` says besides the experiment. */
interface Frame {
  show: readonly Part[];
  hide: readonly Part[];
  /** keys of parameters, or `all` */
  lock: readonly string[];
  /** `auto`: as the reader's system has it */
  theme: ThemeName | 'auto';
}

/** What is around every page. */
const FRAMING: readonly Part[] = ['header', 'footer'];
const isKey = /^[a-z][a-z0-9_.]*$/;
const part = oneOf(() => PARTS);

export const frameOptions: Grammar<Frame> = {
  versions: [],
  entries: {
    show: list(part, STAGE),
    hide: list(part),
    lock: list(like(isKey, () => words().notKey)),
    theme: once(
      oneOf(() => ['light', 'dark', 'auto']),
      'auto',
    ),
  },
};

export interface EmbedOptions extends Omit<Frame, 'show' | 'hide'> {
  /** the hash without these */
  experiment: string;
  /** in the order of `PARTS` */
  shown: readonly Part[];
  /** values that were not usable, and what would have been */
  ignored: readonly string[];
}

export function readOptions(hash: string): EmbedOptions {
  const parts = partsOf(hash, frameOptions);
  const { show, hide, lock = [], theme = 'auto' } = valuesOf(parts, frameOptions, undefined);
  const experiment = `#${parts.rest.join('&')}`;
  // A lesson says itself what it needs, and what only hides is about the whole page.
  const isLesson = pageOf(experiment) === 'lesson';
  const wanted = show ?? (hide || isLesson ? PARTS : STAGE);
  const unwanted = hide ?? (isLesson && !show ? FRAMING : []);
  return {
    experiment,
    shown: PARTS.filter((each) => wanted.includes(each) && !unwanted.includes(each)),
    lock,
    theme,
    ignored: parts.notes.list(),
  };
}

/** What is locked and does not exist; the first few, and a count. */
export function strayKeys(
  locked: ReadonlySet<string>,
  { environments, algorithms, run }: Pick<Catalog, 'environments' | 'algorithms' | 'run'>,
): string[] {
  const owners = [run, ...environments, ...algorithms];
  const keys = owners.flatMap(({ parameters }) => parameters.map(({ key }) => key));
  const known = new Set([...keys, ...TASK_KEYS, 'all']);
  const notes = new Notes();
  for (const key of locked) if (!known.has(key)) notes.add(`lock=${key}`, words().notKey);
  return notes.list();
}
