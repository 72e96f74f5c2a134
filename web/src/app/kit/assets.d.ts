/// <reference types="vite/types/importMeta.d.ts" />

declare module '*.tex' {
  /** MathML, made when the page is built */
  const mathml: string;
  export default mathml;
}

declare module 'virtual:catalog' {
  /** a `Catalog`, checked when the page is built, without what explains */
  const catalog: unknown;
  export default catalog;
}

declare module 'virtual:catalog-prose' {
  /** what is left out of it, by id */
  const prose: Readonly<Record<string, string>>;
  export default prose;
}

declare module 'virtual:metric-formulas' {
  /** MathML of the formulas of all metrics, by their LaTeX; made when the page is built */
  const formulas: Readonly<Record<string, string>>;
  export default formulas;
}

declare module 'virtual:algorithm-lines' {
  /** the pseudo-code of each algorithm, by its id: lists of `CodeLine` */
  const lines: unknown;
  export default lines;
}

declare module '*.css?inline' {
  const css: string;
  export default css;
}

declare module '*.md' {
  import type { Lesson } from '../../protocol/lesson';
  /** compiled when the page is built */
  const lesson: Lesson;
  export default lesson;
}
