import type { DirectiveResult } from 'lit/directive.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { RunId } from './run';

/** Gives an element `--run`, the colour of a run. */
export function runStyle(id: RunId): DirectiveResult {
  return styleMap({ '--run': `var(--run-${id.toLowerCase()})` });
}
