/** A number, or the name of something that the page can measure, such as `a.steps`. */
export type Term = number | string;

/** A term, or what two of them come to. */
export interface Expression {
  first: Term;
  operator?: '/' | '-';
  second?: Term;
}

export const COMPARISONS = ['>=', '<=', '!=', '>', '<', '='] as const;

/** Something that is measured, beside a number, another measurement, or what a setting says. */
export interface Comparison {
  left: Expression;
  is: (typeof COMPARISONS)[number];
  right: Expression | { text: string };
}

/** Holds when all of it does. */
export type Condition = readonly Comparison[];

/** A choice: in a prediction it has come true when its condition holds, or no other one does. */
export interface Choice {
  /** HTML, without paragraphs */
  text: string;
  when: Condition | null;
}

/** A reason: a wrong one has an experiment that shows it wrong. */
export interface Reason {
  text: string;
  trial: Trial | null;
}

export interface Trial {
  /** hash of an experiment or of a laboratory */
  experiment: string;
  /** what it shows, HTML, once the condition holds */
  reply: string;
  until: Condition;
}

export interface DoTask {
  kind: 'do' | 'free';
}

/** A number on a slider. */
export interface NumberGuess {
  kind: 'number';
  low: number;
  high: number;
  isLog: boolean;
  unit: string;
  measure: Expression;
}

export interface ChoiceGuess {
  kind: 'choice';
  choices: readonly Choice[];
}

/** The learning curve of an arm, up to an environment step, between two returns. */
export interface CurveGuess {
  kind: 'curve';
  arm: string;
  steps: number;
  low: number;
  high: number;
}

export type Guess = NumberGuess | ChoiceGuess | CurveGuess;

export interface Predict {
  kind: 'predict';
  guess: Guess;
}

export interface Explain {
  kind: 'explain';
  reasons: readonly Reason[];
  right: number;
}

export type Task = DoTask | Predict | Explain;

export interface Step {
  title: string;
  /** HTML */
  text: string;
  /** HTML of what is said once the step is done */
  after: string;
  task: Task;
  /** the control with a ring around it, and what it is about; `''`: none */
  control: string;
  /** when what was to be done is done, or what was to be measured measured */
  until: Condition;
  /** hash of what the step begins with; `''`: what is there */
  experiment: string;
  /** parts of the page on display */
  show: readonly string[];
  /** environment step at which runs pause; `null`: as the experiment has it */
  stop: number | null;
  /** multiple of real time; `null`: as fast as possible */
  speed: number | null;
  /** what a test changes to do the step; no reader gets it */
  solve?: string;
}

/** What is told of a lesson before it is opened. */
export interface LessonHead {
  title: string;
  question: string;
  minutes: number;
  /** lessons with a smaller number come before */
  order: number;
}

/** A lesson as it is compiled when the page is built. */
export interface Lesson extends LessonHead {
  id: string;
  steps: readonly Step[];
}
