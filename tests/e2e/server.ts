import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { preview, type Plugin } from 'vite';

export const repository = resolve(import.meta.dirname, '../..');

/** The built page on a free port. */
export interface Server {
  url: string;
  close(): Promise<void>;
}

export async function servePage(base = './', plugins: Plugin[] = []): Promise<Server> {
  if (!existsSync(resolve(repository, 'dist/index.html'))) {
    throw new Error('dist/ is missing: run `npm run build` first');
  }
  const server = await preview({
    root: resolve(repository, 'web'),
    configFile: false,
    base,
    plugins,
    build: { outDir: resolve(repository, 'dist') },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const path = base.startsWith('/') ? base : '/';
  return { url: `http://127.0.0.1:${address.port}${path}`, close: () => server.close() };
}
