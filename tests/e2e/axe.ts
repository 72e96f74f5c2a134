import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Every rule that axe-core finds broken on a page or in a frame, or in a part of it. */
export async function violations(page: Page | Frame, part = 'html'): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  return page.locator(part).evaluate(async (element) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run(element);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
