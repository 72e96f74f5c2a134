import type { Catalog } from '../src/protocol/catalog.ts';
import type { Lesson, LessonHead, Step } from '../src/protocol/lesson.ts';
import { CONTROLS, LESSON_PARTS } from '../src/protocol/lesson-names.ts';
import type { LabSection } from '../src/protocol/lab.ts';
import type { Lines } from '../src/protocol/trace.ts';
import { linkChecker } from './links.ts';
import { namesOf } from './names.ts';
import { type Field, LessonError, type RawStep, readLesson } from './read.ts';
import { wordsIn } from './render.ts';
import { checkKeys, KINDS, MOST_AFTER, optional, TaskReader, valueOf } from './tasks.ts';

/** Words of a step: its title, its text, and what there is to choose from. */
export const MOST_WORDS = 60;
const HEAD = ['title', 'question', 'minutes', 'order', 'experiment', 'show', 'stop', 'speed'];
const COMMON = ['control', 'until', 'experiment', 'show', 'stop', 'speed', 'solve'];
const OWN: Readonly<Record<string, readonly string[]>> = {
  predict: ['choice', 'number', 'unit', 'measure', 'curve', 'steps', 'range'],
  explain: ['right', 'wrong'],
};

/** Compiles lessons against the catalogs of the core. */
export class Compiler {
  readonly #catalog: Catalog;
  readonly #tasks: TaskReader;

  constructor(catalog: Catalog, lines: Lines, lab: LabSection) {
    this.#catalog = catalog;
    this.#tasks = new TaskReader(namesOf(catalog, lines, lab), linkChecker(catalog, lines, lab));
  }

  /** Throws `LessonError` with file, step and what is allowed. */
  compile(source: string, file: string, id: string): Lesson {
    const { head, steps } = readLesson(source, file);
    const at = (place: string) => inPlace(file, place);
    const about = at('front matter')(() => this.#head(head));
    return {
      id,
      ...about,
      steps: steps.map((step, i) =>
        at(`step ${i + 1}, "${step.title}"`)(() => this.#step(step, i === 0 ? head : [], head)),
      ),
    };
  }

  #head(head: readonly Field[]): LessonHead {
    checkKeys(head, HEAD, 'here');
    valueOf('experiment', head);
    return {
      title: valueOf('title', head),
      question: valueOf('question', head),
      minutes: countOf('minutes', valueOf('minutes', head))!,
      order: countOf('order', valueOf('order', head))!,
    };
  }

  /** What the step does not say, its lesson does; only the first one begins with its experiment. */
  #step(step: RawStep, first: readonly Field[], head: readonly Field[]): Step {
    const { kind, fields } = step;
    const task = this.#tasks.task(step);
    checkKeys(fields, [...COMMON, ...(OWN[kind] ?? [])], `in a step of kind ${kind}`);
    checkWords(step);
    const said = (key: string) => optional(key, fields) ?? optional(key, head) ?? '';
    const experiment = optional('experiment', fields) ?? optional('experiment', first) ?? '';
    const solve = optional('solve', fields);
    return {
      title: step.title,
      text: this.#tasks.html(step.text),
      after: this.#tasks.html(step.after),
      task,
      control: this.#control(optional('control', fields) ?? '', kind),
      until: this.#tasks.until(fields, kind),
      experiment: experiment === '' ? '' : this.#tasks.link(experiment),
      show: partsOf(said('show')),
      stop: countOf('stop', said('stop')),
      speed: said('speed') === 'maximum' ? null : countOf('speed', said('speed')),
      ...(solve === undefined ? {} : { solve: this.#tasks.link(solve) }),
    };
  }

  #control(text: string, kind: string): string {
    if (kind === 'do' && text === '') throw new Error('"control:" is missing');
    const setting = /^setting (\S+)$/.exec(text)?.[1];
    if (setting !== undefined) {
      const { run, environments, algorithms } = this.#catalog;
      const owners = [run, ...environments, ...algorithms];
      const keys = owners.flatMap(({ parameters }) => parameters.map(({ key }) => key));
      if (!keys.includes(setting)) throw new Error(`control: there is no setting "${setting}"`);
    } else if (text !== '' && !Object.hasOwn(CONTROLS, text)) {
      const allowed = [...Object.keys(CONTROLS), 'setting KEY'].join(', ');
      throw new Error(`control: there is no "${text}"; there is ${allowed}`);
    }
    return text;
  }
}

function inPlace(file: string, place: string) {
  return <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new LessonError(file, place, error instanceof Error ? error.message : String(error));
    }
  };
}

function checkWords({ kind, title, text, after, fields }: RawStep): void {
  if (!KINDS.some((known) => known === kind)) return;
  const choices = fields
    .filter(({ key }) => ['choice', 'right', 'wrong'].includes(key))
    .map(({ value }) => value.replace(/ \| .*$/, ''));
  const words = wordsIn(title, text, ...choices);
  if (words > MOST_WORDS) throw new Error(`${words} words to read, more than ${MOST_WORDS}`);
  const end = wordsIn(after);
  if (end > MOST_AFTER) throw new Error(`${end} words after the block, more than ${MOST_AFTER}`);
}

function partsOf(text: string): string[] {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  for (const part of parts) {
    if (!LESSON_PARTS.some((known) => known === part)) {
      throw new Error(`show: there is no "${part}"; there is ${LESSON_PARTS.join(', ')}`);
    }
  }
  return parts;
}

function countOf(key: string, text: string): number | null {
  if (text === '') return null;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${key}: "${text}" is no whole number above 0`);
  return Number(text);
}
