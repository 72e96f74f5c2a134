import { zipSync } from 'fflate';
import { type Item, launchPage, manifest } from './scorm';

/** What a package is made of besides its own pages. */
const FRAME = 'actor-critic-embed.html';
const SCRIPT = 'actor-critic-scorm.js';
const ICON = 'favicon.svg';

/**
 * A package of SCORM 1.2 as a ZIP archive: a page for each item, and the files of this page's
 * folder, so that it works wherever it is put. No two of its files have the same name, whatever
 * their folders. Throws `Error` where a file cannot be fetched.
 */
export async function packageOf(title: string, items: readonly Item[]): Promise<Blob> {
  const assets = JSON.parse(new TextDecoder().decode(await fetched('files.json'))) as string[];
  const contents: Record<string, Uint8Array> = {
    [FRAME]: await fetched('embed.html'),
    [SCRIPT]: await fetched(SCRIPT),
    [ICON]: await fetched(ICON),
  };
  for (const name of assets) contents[name] = await fetched(name);
  const shared = Object.keys(contents);
  const pages = items.map((item, i) => ({ ...item, page: `actor-critic-${i + 1}.html` }));
  const text = (content: string) => new TextEncoder().encode(content);
  for (const page of pages) contents[page.page] = text(launchPage(page, SCRIPT, FRAME));
  contents['imsmanifest.xml'] = text(manifest(title, pages, shared));
  return new Blob([zipSync(contents) as Uint8Array<ArrayBuffer>], { type: 'application/zip' });
}

async function fetched(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`./${name}`, location.href));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
