/** Before the address of the module of a task of the site, where its catalog is asked for. */
export const TASK = 'task=';

/** Whether what is at an address, as `URL.href` has it, comes from a site by the web. */
export function isOf(origin: string, address: string): boolean {
  return /^https?:/.test(origin) && address.startsWith(`${origin}/`);
}
