declare module '*.xml?raw' {
  const text: string;
  export default text;
}
declare module '@mujoco/mujoco/mujoco.wasm?url' {
  const url: string;
  export default url;
}
