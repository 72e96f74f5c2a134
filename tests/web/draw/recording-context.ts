/** One thing that was done to a context, with the style at that moment. */
export interface Operation {
  name: string;
  args: unknown[];
  style: Record<string, unknown>;
}

/** A 2D context that draws nothing and remembers everything. */
export function recordingContext(): {
  context: CanvasRenderingContext2D;
  operations: Operation[];
} {
  const operations: Operation[] = [];
  const style: Record<string, unknown> = { globalAlpha: 1, lineWidth: 1 };
  const context = new Proxy(style, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (...args: unknown[]) => void operations.push({ name, args, style: { ...style } }),
    set: (target, name: string, value) => {
      target[name] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, operations };
}
