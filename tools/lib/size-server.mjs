// Serves a folder as a static host would, compressed, and keeps account of what it has sent.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * @typedef {object} Sent
 * @property {string} path
 * @property {number} bytes of the compressed body
 * @property {string} as what the browser wanted it for, as in `Sec-Fetch-Dest`
 * @property {number} at when it was asked for, in milliseconds since 1970
 */

/** What a file is compressed to. */
export const compressed = (folder, path) => gzipSync(readFileSync(join(folder, path)));

/**
 * @param {string} folder
 * @param {readonly string[]} paths of all files in it; nothing else is served
 * @returns {Promise<{url: string, sent: Sent[], close(): void}>}
 */
export async function serveCompressed(folder, paths) {
  /** @type {Sent[]} */
  const sent = [];
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now();
    const path = new URL(request.url, 'http://localhost').pathname.slice(1) || 'index.html';
    if (!paths.includes(path)) return response.writeHead(404).end();
    const body = compressed(folder, path);
    sent.push({ path, bytes: body.length, as: request.headers['sec-fetch-dest'] ?? '', at });
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'text/plain',
      'Content-Encoding': 'gzip',
      'Cache-Control': 'max-age=600',
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close };
}
