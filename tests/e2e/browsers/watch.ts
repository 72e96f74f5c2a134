import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { repository } from '../server';

/** Notes, before anything else runs in the page, what goes wrong there. */
const SCRIPT = `
  const complaints = (window.complaints = []);
  const note = (text) => complaints.push(String(text));
  addEventListener('error', (event) => note(event.message ?? event.target.src), true);
  addEventListener('unhandledrejection', (event) => note(event.reason));
  addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective));
  for (const level of ['error', 'warn']) console[level] = (...all) => note(all.join(' '));
`;

/** Serves the page with a script of its own that watches it: not every driver tells of errors. */
export function watched(): Plugin {
  return {
    name: 'watched',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0];
        if (path === '/watch.js') {
          response.setHeader('Content-Type', 'text/javascript').end(SCRIPT);
        } else if (path === '/' || path === '/embed.html') {
          const name = path === '/' ? 'index.html' : path.slice(1);
          const page = readFileSync(resolve(repository, 'dist', name), 'utf8');
          const script = '<script src="./watch.js"></script>';
          response
            .setHeader('Content-Type', 'text/html')
            .end(page.replace('<head>', `<head>${script}`));
        } else next();
      });
    },
  };
}

/** In the page: what has gone wrong, and whether it has a policy that could be violated. */
export function complaintsOf(): string[] {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const { complaints } = window as unknown as { complaints: string[] };
  return policy ? complaints : [...complaints, 'no policy'];
}
