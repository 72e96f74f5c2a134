import { svg, type TemplateResult } from 'lit';
import { type EstimatorStyle, traceMarker } from '../../draw/lab/marker';

/** The line and the marker that stand for an estimator on the figures. */
export function estimatorMark({ color, dash, marker }: EstimatorStyle): TemplateResult {
  return svg`
    <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true" style="flex: none">
      <line x1="1" y1="7" x2="33" y2="7" stroke-width="2.5" stroke=${color}
        stroke-dasharray=${dash.join(' ')} />
      <path d=${outline(marker)} fill=${color} stroke="var(--surface)" stroke-width="1.5" />
    </svg>`;
}

/** The marker's outline as SVG has it, traced by the function that draws it. */
function outline(marker: EstimatorStyle['marker']): string {
  let path = '';
  const pen = {
    moveTo: (x: number, y: number) => void (path += `M${x} ${y}`),
    lineTo: (x: number, y: number) => void (path += `L${x} ${y}`),
    closePath: () => void (path += 'Z'),
    arc: (x: number, y: number, r: number) =>
      void (path += `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`),
  };
  traceMarker(pen, marker, 17, 7, 5.5);
  return path;
}
