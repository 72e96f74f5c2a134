import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Every rule that axe-core finds broken on a page or in a frame, with the elements. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations: found } = await run(document);
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
