/** Milliseconds of work before the page has a turn. */
const SLICE = 12;

/** What steps come to, with turns of the page between them. */
export async function unhurried<T>(steps: Generator<void, T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < SLICE) continue;
    await turn();
    begun = performance.now();
  }
}

/** A message, since timers hardly run where nobody can see the page. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
