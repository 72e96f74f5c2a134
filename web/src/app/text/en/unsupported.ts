import { part } from '../language';

/** The words of where the page cannot run at all; loaded there. */
export const unsupportedStrings = part('unsupported', {
  features: {
    workers: 'Web Workers',
    moduleWorkers: 'workers that are modules',
    webAssembly: 'WebAssembly',
    simd: 'WebAssembly SIMD',
    exceptions: 'WebAssembly exceptions',
  },
  lacks: (feature: string) =>
    `This browser cannot run the learning core, because it lacks ${feature}. Chrome and Edge ` +
    'from 2023, Firefox from 114 and Safari from 16.4 can.',
  noOrigin:
    'The frame around the playground has a sandbox that keeps it from running: it must allow ' +
    'sandbox="allow-scripts allow-same-origin".',
} as const);
