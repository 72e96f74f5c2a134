declare module '*.tex' {
  /** MathML, made when the page is built */
  const mathml: string;
  export default mathml;
}

declare module '*.css?inline' {
  const css: string;
  export default css;
}
