declare module '@acp/wasm?url' {
  const url: string;
  export default url;
}
declare module '@acp/exact-wasm?url' {
  const url: string;
  export default url;
}
declare module '@acp/trace-wasm?url' {
  const url: string;
  export default url;
}
declare module '@acp/scores-wasm?url' {
  const url: string;
  export default url;
}
declare module '@acp/host-wasm?url' {
  const url: string;
  export default url;
}
declare module '@acp/lab-wasm?url' {
  const url: string;
  export default url;
}
