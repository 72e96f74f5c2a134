import type { Lesson, LessonHead } from '../../protocol/lesson';
import { loaded } from '../kit/loaded';

/** The language of lessons that are in no other one. */
const PLAIN = 'en';

type Head = LessonHead & { id: string };
const heads = import.meta.glob<Head>('../../../lessons/*/*.md', {
  query: '?head',
  import: 'default',
  eager: true,
});
const contents = import.meta.glob<Lesson>('../../../lessons/*/*.md', { import: 'default' });

const pathOf = (id: string, language: string) => `../../../lessons/${id}/${language}.md`;

/** Ids of all lessons there are, in their order. */
export const lessonIds: readonly string[] = [
  ...new Set(
    Object.values(heads)
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id),
  ),
];

const spoken = () => document.documentElement.lang || PLAIN;

/** What is told of a lesson, in the language of the page if there is one in it. */
export function headOf(id: string): Head {
  return (heads[pathOf(id, spoken())] ?? heads[pathOf(id, PLAIN)])!;
}

/** A lesson of the list, in the language of the page if there is one in it. */
export function loadLesson(id: string): Promise<Lesson> {
  return loaded((contents[pathOf(id, spoken())] ?? contents[pathOf(id, PLAIN)])!);
}
