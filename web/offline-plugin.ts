import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** What only who chooses a robot needs; it is kept once it has been fetched. */
const robots = ['mujoco', 'robots-module', 'acp_host'];

/**
 * Adds the service worker that keeps a copy of the folder, but for the robots, for visits without a
 * network. A new version waits until no page of the old one is open: parts loaded late must be of
 * the same build.
 */
export function serviceWorker(): PluginOption {
  return VitePWA({
    injectRegister: null,
    manifest: false,
    workbox: {
      globPatterns: ['**/*.{html,js,css,wasm,svg,woff2,webmanifest}'],
      globIgnores: robots.map((name) => `**/${name}-*`),
      runtimeCaching: [
        {
          urlPattern: new RegExp(`/assets/(${robots.join('|')})-[^/]*$`),
          handler: 'CacheFirst',
          options: { cacheName: 'robots', expiration: { maxEntries: robots.length } },
        },
      ],
      inlineWorkboxRuntime: true,
      navigateFallback: null,
      ignoreURLParametersMatching: [/^lang$/],
      sourcemap: false,
    },
  });
}
