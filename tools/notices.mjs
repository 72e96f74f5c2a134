// `npm run notices`: writes NOTICES, the licences of what dist/ contains; --check only compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, program, root } from './lib/process.mjs';

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.`;

/** What the compiler puts into acp.wasm and its glue: its version is that of the build. */
const compiledIn = [
  {
    name: 'Eigen',
    version: '3.4 or later',
    licence: 'MPL-2.0',
    text: `Linear algebra, unmodified. Copyright (C) the Eigen authors.
Source: https://gitlab.com/libeigen/eigen
Licence: https://www.mozilla.org/MPL/2.0/`,
  },
  {
    name: 'Emscripten',
    version: '3.1.6 or later',
    licence: 'MIT',
    text: `The JavaScript glue and the runtime.
Copyright (c) 2010-2014 Emscripten authors, see its AUTHORS file.

${mit}`,
  },
  {
    name: 'musl',
    version: 'as in Emscripten',
    licence: 'MIT',
    text: `The C library.
Copyright (C) 2005-2020 Rich Felker, et al.

${mit}`,
  },
  {
    name: 'libc++, libc++abi, libunwind, compiler-rt',
    version: 'as in Emscripten',
    licence: 'Apache-2.0 WITH LLVM-exception',
    text: `The C++ library and the compiler's runtime, part of the LLVM project.
Licence: https://llvm.org/LICENSE.txt`,
  },
];

/** Build-time packages whose output or files are part of the page. */
const embedded = [
  '@mujoco/mujoco',
  'idb',
  'katex',
  'uqr',
  'workbox-core',
  'workbox-expiration',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

/** Lit imports it on servers only. */
const notInBrowsers = '@lit-labs/ssr-dom-shim';

/** Packages that the page imports. */
const imported = ['fflate', 'lit', 'nanostores', 'uplot', 'valibot'];

/** The packages that the page imports, and those that they import; types leave no trace. */
function shippedPackages() {
  const names = new Set();
  const visit = (name) => {
    if (names.has(name) || name.startsWith('@types/') || name === notInBrowsers) return;
    names.add(name);
    const { dependencies = {} } = packages[`node_modules/${name}`];
    Object.keys(dependencies).forEach(visit);
  };
  imported.forEach(visit);
  return [...names, ...embedded].sort();
}

function packageNotice(name) {
  const { version, license } = packages[`node_modules/${name}`];
  const folder = join(root, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[sc]e(\.md|\.txt)?$/i.test(entry));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const repository = manifest.repository?.url ?? manifest.repository ?? manifest.homepage;
  const text = file ? readFileSync(join(folder, file), 'utf8') : `Source: ${repository}`;
  return { name, version, licence: license, text };
}

function render({ name, version, licence, text }) {
  const title = `${name} (${version}), ${licence}`;
  return `${title}\n${'-'.repeat(title.length)}\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

await program(() => {
  const shipped = shippedPackages().map(packageNotice);
  const notices = [
    `Notices of the third-party software in the built page. Written by \`npm run notices\`.\n`,
    ...[...shipped, ...compiledIn].map(render),
  ].join('\n\n');
  const file = join(root, 'NOTICES');
  if (!process.argv.includes('--check')) return writeFileSync(file, notices);
  if (readFileSync(file, 'utf8') !== notices) {
    throw new Failure('NOTICES is not what the lock file says: run `npm run notices`.');
  }
});
