import { html, render } from 'lit';
import type { Feature } from './support';

const features: Readonly<Record<Feature, string>> = {
  workers: 'Web Workers',
  webAssembly: 'WebAssembly',
  simd: 'WebAssembly SIMD',
  exceptions: 'WebAssembly exceptions',
};

/** Says what the browser lacks, and which ones have it. */
export function showUnsupported(missing: Feature): void {
  const text =
    `This browser cannot run the learning core, because it lacks ${features[missing]}. Chrome, ` +
    'Edge or Firefox from 2023 and Safari from 16.4 can.';
  render(html`<p class="unsupported">${text}</p>`, document.body);
}
