import type { unsupportedStrings } from '../en/unsupported';
import type { Translated } from '../translated';

export const unsupported: Translated<typeof unsupportedStrings> = {
  features: {
    workers: 'Web Workers',
    moduleWorkers: 'Worker, die Module sind',
    webAssembly: 'WebAssembly',
    simd: 'SIMD in WebAssembly',
    exceptions: 'Ausnahmen in WebAssembly',
  },
  lacks: (feature) =>
    `Dieser Browser kann den Lernkern nicht ausführen: es fehlt ${feature}. Chrome und Edge ab ` +
    '2023, Firefox ab 114 und Safari ab 16.4 können es.',
  noOrigin:
    'Der Rahmen um den Playground hat eine Sandbox, die ihn nicht laufen lässt: sie muss ' +
    'sandbox="allow-scripts allow-same-origin" erlauben.',
};
