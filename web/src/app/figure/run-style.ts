import type { DirectiveResult } from 'lit/directive.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ArmId } from '../settings/arms';

/** Gives an element `--run`, the colour of a run. */
export function runStyle(id: ArmId): DirectiveResult {
  return styleMap({ '--run': `var(--run-${id.toLowerCase()})` });
}
