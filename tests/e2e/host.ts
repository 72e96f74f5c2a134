import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

export interface Answer {
  body: string | Uint8Array;
  type: string;
}

/** A server of another origin than the page's, for the tests of a file. */
export interface Host {
  /** with a slash at the end */
  url: string;
  /** What it has by its paths, from now on; nothing else. */
  serve(answer: (path: string) => Answer | null): void;
}

export function useHost(): Host {
  let answer: (path: string) => Answer | null = () => null;
  const server = createServer(({ url }, response) => {
    const found = answer(decodeURI(new URL(url ?? '/', 'http://host').pathname));
    if (found) response.writeHead(200, { 'Content-Type': found.type }).end(found.body);
    else response.writeHead(404).end();
  });
  const host: Host = { url: '', serve: (next) => (answer = next) };
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the host has no port');
    host.url = `http://127.0.0.1:${address.port}/`;
  });
  afterAll(() => server.close());
  return host;
}

export const html = (body: string): Answer => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
    <link rel="icon" href="data:,">${body}`,
});
export const script = (body: string | Uint8Array): Answer => ({ type: 'text/javascript', body });
