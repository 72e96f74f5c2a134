/** Says where a lesson is wrong, and what is allowed. */
export class LessonError extends Error {
  constructor(file: string, place: string, problem: string) {
    super(`${file}: ${place}: ${problem}`);
    this.name = 'LessonError';
  }
}

/** `key: value`, and the lines below it that are indented. */
export interface Field {
  key: string;
  value: string;
  below: readonly Field[];
}

/** A step as it stands in the file. */
export interface RawStep {
  title: string;
  /** Markdown before the block, and after it */
  text: string;
  after: string;
  kind: string;
  fields: readonly Field[];
}

export interface RawLesson {
  head: readonly Field[];
  steps: readonly RawStep[];
}

const LINE = /^( *)([a-z]+):(?: +(.*))?$/;
const FENCE = /^```(\w*)\n([\s\S]*?)^```[ \t]*$/m;

/** Takes a lesson apart: front matter between `---`, then a heading and a block for each step. */
export function readLesson(source: string, file: string): RawLesson {
  const match = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(source.replaceAll('\r\n', '\n'));
  if (!match) throw new LessonError(file, 'front matter', 'is missing: lines between two ---');
  const [before, ...steps] = match[2]!.split(/^## +/m);
  if (before!.trim() !== '') {
    throw new LessonError(file, 'front matter', 'is followed by text outside of any step (## …)');
  }
  if (steps.length === 0) throw new LessonError(file, 'steps', 'there are none: ## and a title');
  return {
    head: fieldsOf(match[1]!, file, 'front matter'),
    steps: steps.map((step, i) => readStep(step, file, `step ${i + 1}`)),
  };
}

function readStep(source: string, file: string, place: string): RawStep {
  const end = source.indexOf('\n');
  const title = source.slice(0, end < 0 ? undefined : end).trim();
  const body = end < 0 ? '' : source.slice(end + 1);
  const block = FENCE.exec(body);
  const named = `${place}, "${title}"`;
  if (!block) throw new LessonError(file, named, 'has no block: ``` and its kind, …, ```');
  const after = body.slice(block.index + block[0].length);
  if (FENCE.test(after)) throw new LessonError(file, named, 'has more than one block');
  return {
    title,
    text: body.slice(0, block.index).trim(),
    after: after.trim(),
    kind: block[1]!,
    fields: fieldsOf(block[2]!, file, named),
  };
}

function fieldsOf(source: string, file: string, place: string): Field[] {
  const fields: (Field & { below: Field[] })[] = [];
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue;
    const match = LINE.exec(line);
    if (!match) throw new LessonError(file, place, `"${line.trim()}" is not "key: value"`);
    const [, indent, key, value = ''] = match;
    const field = { key: key!, value: value.trim(), below: [] };
    const owner = fields.at(-1);
    if (indent === '') fields.push(field);
    else if (owner) owner.below.push(field);
    else throw new LessonError(file, place, `"${line.trim()}" is indented below nothing`);
  }
  return fields;
}
