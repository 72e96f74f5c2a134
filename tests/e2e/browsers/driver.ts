/** What every browser can be asked to do. Functions run in the page: they use their argument. */
export interface Driver {
  open(url: string): Promise<void>;
  evaluate<A, R>(script: (argument: A) => R, argument: A): Promise<R>;
  close(): Promise<void>;
}

/** A browser to test in, if it is installed. */
export interface Engine {
  name: string;
  /** what must exist on this machine */
  programs: readonly string[];
  launch(): Promise<Driver>;
}

const INTERVAL = 100;

/** Asks the page again and again, until it answers with something. */
export async function waitFor<A, R>(
  driver: Driver,
  script: (argument: A) => R | null,
  argument: A,
  timeout = 30_000,
): Promise<R> {
  const end = performance.now() + timeout;
  for (;;) {
    const answer = await driver.evaluate(script, argument);
    if (answer !== null) return answer;
    if (performance.now() > end) {
      throw new Error(`nothing after ${timeout} ms: ${JSON.stringify(argument)}`);
    }
    await new Promise((done) => setTimeout(done, INTERVAL));
  }
}
