declare module '@acp/wasm?url' {
  const url: string;
  export default url;
}
