import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * Adds the service worker that keeps a copy of the whole folder for visits without a network. A new
 * version waits until no page of the old one is open: parts loaded late must be of the same build.
 */
export function serviceWorker(): PluginOption {
  return VitePWA({
    injectRegister: null,
    manifest: false,
    workbox: {
      globPatterns: ['**/*.{html,js,css,wasm,svg,woff2,webmanifest}'],
      inlineWorkboxRuntime: true,
      navigateFallback: null,
      ignoreURLParametersMatching: [/^lang$/],
      sourcemap: false,
    },
  });
}
