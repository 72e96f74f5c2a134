import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Every rule, or one of those named, that axe-core finds broken on a page or in a part of it. */
export async function violations(
  page: Page | Frame,
  part = 'html',
  rules?: string[],
): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const options: axe.RunOptions = rules === undefined ? {} : { runOnly: rules };
  return page.locator(part).evaluate(async (element, chosen) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run(element, chosen);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, options);
}
