import { svg } from 'lit';
import { icon } from '../kit/icons';

export const toolIcons = {
  table: icon(svg`<rect x="3" y="4" width="14" height="12" rx="1.5" />
    <path d="M3 8.2h14M3 12.1h14M8 8.2V16" />`),
  formula: icon(svg`<path d="M14.5 6.2V4h-9l5 6-5 6h9v-2.2" />`),
  files: icon(svg`<path d="M10 3.5v9M6.2 9l3.8 3.8L13.8 9M4 16.5h12" />`),
  enlarge: icon(svg`<path d="M12 3.5h4.5V8M8 16.5H3.5V12M16.2 3.8l-5 5M3.8 16.2l5-5" />`),
  close: icon(svg`<path d="M5 5l10 10M15 5L5 15" />`),
};
