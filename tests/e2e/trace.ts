import type { Page } from 'playwright-core';

interface TraceEvent {
  ph: string;
  name: string;
  pid: number;
  tid: number;
  /** microseconds of the clock, and of the thread */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Milliseconds that the longest task of a page took. */
export interface LongestTask {
  /** on its processor: what the page asked of it */
  busy: number;
  /** by the clock: others use the machine as well */
  passed: number;
}

/** Does something, and finds the longest task on the page's main thread meanwhile. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(place),
  );
  const longest = { busy: 0, passed: 0 };
  for (const event of events) {
    if (event.ph !== 'X' || !mains.has(place(event))) continue;
    longest.busy = Math.max(longest.busy, (event.tdur ?? 0) / 1000);
    longest.passed = Math.max(longest.passed, (event.dur ?? 0) / 1000);
  }
  return longest;
}

/** Bytes that the page holds after its garbage has been collected: the least of a few looks, since
 *  a message that has just come in is none. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  let least = Infinity;
  for (let look = 0; look < 5; look++) {
    if (look > 0) await page.waitForTimeout(200);
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    least = Math.min(least, usedSize);
  }
  await devtools.detach();
  return least;
}
