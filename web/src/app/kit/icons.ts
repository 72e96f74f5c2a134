import { svg, type TemplateResult } from 'lit';

/** A shape on a square of 20 by 20. */
export const icon = (shape: TemplateResult): TemplateResult => svg`
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shape}</svg>`;

export const icons = {
  play: icon(svg`<path d="M5.5 3.6v12.8L16 10z" fill="currentColor" />`),
  pause: icon(svg`<path d="M6.5 4v12M13.5 4v12" stroke-width="3.4" />`),
  step: icon(svg`<path d="M4.5 4.2v11.6L13 10z" fill="currentColor" /><path d="M16 4.2v11.6" />`),
  reset: icon(svg`<path d="M4 10a6 6 0 1 0 2-4.5L3.6 7.6M3.6 3.4v4.2h4.2" />`),
  seed: icon(svg`<rect x="3.4" y="3.4" width="13.2" height="13.2" rx="3" />
    <path d="M7.2 7.2h.01M12.8 12.8h.01M12.8 7.2h.01M7.2 12.8h.01M10 10h.01"
      stroke-width="2.4" />`),
  moon: icon(svg`<path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1z" />`),
  sun: icon(svg`<circle cx="10" cy="10" r="3.4" />
    <path d="M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.4 4.4l1.1 1.1M14.5 14.5l1.1 1.1M4.4
      15.6l1.1-1.1M14.5 5.5l1.1-1.1" />`),
  pushLeft: icon(svg`<path d="M16.5 10H4M8.8 5.2L4 10l4.8 4.8" />`),
  pushRight: icon(svg`<path d="M3.5 10H16M11.2 5.2L16 10l-4.8 4.8" />`),
  turnLeft: icon(svg`<path d="M15.5 13.5A6.5 6.5 0 0 0 4.2 9.8M3.6 5.6v4.6h4.6" />`),
  turnRight: icon(svg`<path d="M4.5 13.5A6.5 6.5 0 0 1 15.8 9.8M16.4 5.6v4.6h-4.6" />`),
  mark: svg`
    <svg viewBox="0 0 32 32" fill="none" stroke-width="3" stroke-linecap="round" aria-hidden="true">
      <path d="M4 26c8 0 9-19 24-20" stroke="var(--run-b)" />
      <path d="M4 26c9 0 14-3 24-2" stroke="var(--run-a)" stroke-dasharray="4 5" />
    </svg>`,
};
