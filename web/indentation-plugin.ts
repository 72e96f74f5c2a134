import type { Plugin } from 'vite';

/** What imports Lit: its templates and style sheets are literals, which no minifier shortens. */
const TEMPLATES = /\/web\/src\/.*\.ts$/;
const LIT = "from 'lit";

/** Leaves their indentation out: half a kilobyte of the first picture. */
export function indentation(): Plugin {
  return {
    name: 'indentation',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!TEMPLATES.test(id) || !code.includes(LIT)) return null;
      return { code: code.replace(/\n\s+/g, '\n'), map: null };
    },
  };
}
