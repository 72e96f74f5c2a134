import { type Grammar, hashOf, partsOf, textsOf, valuesOf } from '../link/grammar';
import { type Kind, once, whole } from '../link/kinds';
import { linkStrings } from '../text/en/link';
import { lessonIds } from './shelf';

/** What a hash such as `#lesson=two-gradients&step=3` says. */
export interface LessonPlace {
  /** of a lesson; `''`: the list of all */
  lesson: string;
  /** counted from 1 */
  step: number;
}

const MOST_STEPS = 99;
const id: Kind<string> = {
  read: (text) => ['', ...lessonIds].find((each) => each === text),
  reason: () => linkStrings().notOneOf(lessonIds),
};

const lessonLink: Grammar<LessonPlace> = {
  versions: [],
  entries: { lesson: once(id), step: once(whole(1, MOST_STEPS), 0) },
};

/** Reads a hash; what cannot be used is named. A link without a step goes on where one was. */
export function readLessonLink(hash: string): {
  lesson: string;
  step: number | null;
  ignored: string[];
} {
  const parts = partsOf(hash, lessonLink);
  const { lesson = '', step = null } = valuesOf(parts, lessonLink, undefined);
  return { lesson, step, ignored: parts.notes.list() };
}

export function formatLessonLink(place: LessonPlace): string {
  return hashOf(lessonLink, textsOf(lessonLink, place));
}
