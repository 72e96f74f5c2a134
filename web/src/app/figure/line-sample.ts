import { svg, type TemplateResult } from 'lit';
import { runDash } from '../../draw/line-style';

/** The line that stands for a run on the charts: its colour, and its dashes. */
export function lineSample(
  id: string,
  style: number,
  color = `var(--run-${id.toLowerCase()})`,
): TemplateResult {
  return svg`
    <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
      <line x1="1" y1="5" x2="33" y2="5" stroke-width="3"
        stroke=${color}
        stroke-dasharray=${runDash(style).join(' ')} />
    </svg>`;
}
