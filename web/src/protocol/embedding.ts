/** What a page in a frame tells the page around it, with `source` beside. */
export type EmbedMessage =
  /** the runs are there, at step 0 */
  | { type: 'ready' }
  /** the height that shows everything, in CSS pixels */
  | { type: 'resize'; height: number }
  /** the link of the experiment has changed */
  | { type: 'state'; link: string }
  /** every run has reached its last step */
  | { type: 'complete'; link: string; runs: CompletedRun[] };

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
