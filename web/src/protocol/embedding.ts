/** What a page in a frame tells the page around it, with `source` beside. */
export type EmbedMessage =
  /** the runs are there, at step 0 */
  | { type: 'ready' }
  /** the height that shows everything, in CSS pixels */
  | { type: 'resize'; height: number }
  /** the link of the experiment has changed */
  | { type: 'state'; link: string }
  /** a reader of a lesson has gone to another step or has answered */
  | ({ type: 'progress' } & LessonProgress)
  /** every run has reached its last step, or every step of a lesson has been done */
  | { type: 'complete'; link: string; runs: CompletedRun[]; lesson?: string; result: Result };

export interface LessonProgress {
  /** its id */
  lesson: string;
  /** of the step on display */
  link: string;
  result: Result;
  predictions: Prediction[];
  /** to go on from; plain JSON */
  state: object;
}

/** What was said before the run, and what it came to. */
export interface Prediction {
  /** of its step */
  id: string;
  said: string;
  measured: string;
  isRight: boolean;
}

/** As in a statement of xAPI. */
export interface Result {
  completion: boolean;
  score: { scaled: number; raw: number; min: 0; max: 100 };
  /** by ISO 8601, since the frame was opened */
  duration: string;
}

export interface CompletedRun {
  id: string;
  steps: number;
  /** of the last 20 training episodes; `null` before the first */
  meanReturn: number | null;
  /** of all parameters; `""` after divergence */
  digest: string;
}

/** The `source` of every message, and the name of the element. */
export const EMBED_SOURCE = 'actor-critic-playground';
