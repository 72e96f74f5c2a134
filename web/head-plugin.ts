import type { Plugin } from 'vite';

/**
 * What the pages may do. Lit writes `style` attributes; a poster in the embed builder may be an
 * image of anybody. `frame-ancestors` is not for a page to say: the server may send it.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Puts the policy into the head of every built page, and before the picture of its social card the
 * address of the folder, if `SITE_URL` has it: networks ask for a whole address.
 */
export function head(site = process.env.SITE_URL ?? './'): Plugin {
  const folder = site.endsWith('/') ? site : `${site}/`;
  return {
    name: 'head',
    apply: 'build',
    transformIndexHtml: (page) => ({
      html: page.replace('content="./card.png"', `content="${encodeURI(folder)}card.png"`),
      tags: [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    }),
  };
}
