import type { Plugin } from 'vite';

/**
 * Adds `files.json`, the names of what a frame may load, so that the page can pack it. Assets have
 * the hash of their content in their names, which no two files share.
 */
export function files(): Plugin {
  return {
    name: 'files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const source = JSON.stringify(assets.sort());
      this.emitFile({ type: 'asset', fileName: 'files.json', source });
    },
  };
}
