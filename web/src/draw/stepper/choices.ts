import { highest, lowest } from '../extent';
import { line } from '../shapes';
import type { Size, Theme } from '../theme';

/** What a critic and a policy say of one choice, before an update and after it. */
export interface ChoiceBars {
  name: string;
  /** probability, and Q or `null` */
  before: { probability: number; value: number | null };
  after: { probability: number; value: number | null };
  /** what is written beside its name */
  text: string;
  /** whether the transition has it */
  isTaken: boolean;
}

export interface ChoicesPicture {
  kind: 'choices';
  choices: readonly ChoiceBars[];
  color: string;
}

/** CSS pixels of a choice, and in it of its name, a bar and what is between bars. */
const [ROW, NAME, BAR, GAP] = [70, 20, 14, 5];

export function choicesHeight({ choices }: ChoicesPicture): number {
  return ROW * choices.length;
}

/** For each choice the probability, and below it Q between the lowest and the highest one. */
export function drawChoices(
  context: CanvasRenderingContext2D,
  { choices, color }: ChoicesPicture,
  { width }: Size,
  theme: Theme,
): void {
  const values = choices
    .flatMap(({ before, after }) => [before.value, after.value])
    .filter((value) => value !== null && Number.isFinite(value)) as number[];
  const low = values.length > 0 ? lowest([0, ...values]) : 0;
  const high = values.length > 0 ? highest([0, ...values]) : 1;
  const at = (value: number) => ((value - low) / (high - low || 1)) * width;
  context.textBaseline = 'top';
  choices.forEach(({ name, text, before, after, isTaken }, i) => {
    const top = ROW * i;
    context.font = `${isTaken ? 'bold ' : ''}13px ${theme.font}`;
    context.fillStyle = theme.ink;
    context.textAlign = 'left';
    context.fillText(name, 0, top);
    context.font = `13px ${theme.font}`;
    context.textAlign = 'right';
    context.fillText(text, width, top);
    const [first, second] = [top + NAME, top + NAME + BAR + GAP];
    bar(context, 0, after.probability * width, before.probability * width, first, color, theme);
    if (before.value === null || after.value === null) return;
    bar(context, at(0), at(after.value), at(before.value), second, theme.muted, theme);
  });
}

/** From a zero to a value, and a line where it was before. */
function bar(
  context: CanvasRenderingContext2D,
  zero: number,
  end: number,
  before: number,
  top: number,
  color: string,
  theme: Theme,
): void {
  context.fillStyle = color;
  context.fillRect(Math.min(zero, end), top, Math.abs(end - zero), BAR);
  line(context, { x: before, y: top - 2 }, { x: before, y: top + BAR + 2 }, 2, theme.ink);
}
