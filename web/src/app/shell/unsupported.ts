import { html, render } from 'lit';
import { unsupportedStrings as words } from '../text/en/unsupported';
import type { Feature } from './support';

/** Says what is missing, and where it is. */
export function showUnsupported(missing: Feature): void {
  const text = missing === 'origin' ? words().noOrigin : words().lacks(words().features[missing]);
  render(html`<p class="unsupported">${text}</p>`, document.body);
}
