import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { advice, ensureIfPossible } from '../../tools/lib/install.mjs';
import { findFirefox } from '../../tools/lib/requirements.mjs';
import { select } from '../../tools/lib/select.mjs';
import { compareVersions } from '../../tools/lib/versions.mjs';
import { tree } from './fixture.mjs';

test('versions compare by number, part by part', () => {
  assert.ok(compareVersions('3.1.6', '3.1.10') < 0);
  assert.ok(compareVersions('4.0', '3.25.1') > 0);
  assert.equal(compareVersions('3.25', '3.25.0'), 0);
});

test('the advice names the packages of each system, each once', () => {
  const requirement = (apt, brew, dnf, pacman) => ({ name: apt, apt, brew, dnf, pacman });
  const missing = [
    requirement('libeigen3-dev', 'eigen', 'eigen3-devel', 'eigen'),
    requirement('libgtest-dev', '', '', ''),
    requirement('clang-tidy', 'llvm', 'clang-tools-extra', 'clang'),
    requirement('clang', 'llvm', 'clang', 'clang'),
  ];
  assert.deepEqual(advice(missing, 'Install:').split('\n'), [
    'Missing: libeigen3-dev, libgtest-dev, clang-tidy, clang. Install:',
    '  macOS       brew install eigen llvm',
    '  Fedora      sudo dnf install eigen3-devel clang-tools-extra clang',
    '  Arch Linux  sudo pacman -S eigen clang',
    '  other Linux the packages that Debian calls libeigen3-dev libgtest-dev clang-tidy clang',
  ]);
});

test('the advice leaves out the systems that need no package', () => {
  const missing = [
    { name: 'WebKit', apt: 'webkit2gtk-driver', brew: '', dnf: 'webkit', pacman: '' },
  ];
  assert.deepEqual(advice(missing, 'Install:').split('\n'), [
    'Missing: WebKit. Install:',
    '  Fedora      sudo dnf install webkit',
    '  other Linux the packages that Debian calls webkit2gtk-driver',
  ]);
});

test('what can be done without is named once, and the rest goes on', async (context) => {
  const path = process.env.PATH;
  process.env.PATH = '';
  context.after(() => (process.env.PATH = path));
  const error = context.mock.method(console, 'error', () => {});
  const named = (name, present) => ({ name, present, apt: name, brew: '', dnf: '', pacman: '' });
  await ensureIfPossible([
    named('a', () => false),
    named('b', () => true),
    named('c', () => false),
  ]);
  const [message] = error.mock.calls.map(({ arguments: [text] }) => text);
  assert.equal(error.mock.callCount(), 1);
  assert.match(message, /^Missing: a, c\. This goes on without; .*:\n .* Debian calls a c$/);
});

test('Firefox is found where FIREFOX says, and under either of its names', (context) => {
  const { FIREFOX, PATH } = process.env;
  context.after(() => {
    process.env.PATH = PATH;
    if (FIREFOX !== undefined) process.env.FIREFOX = FIREFOX;
  });
  const folder = tree(context, { firefox: '', 'own/fox': '' });
  chmodSync(join(folder, 'firefox'), 0o755);
  delete process.env.FIREFOX;
  process.env.PATH = folder;
  assert.equal(findFirefox(), join(folder, 'firefox'));
  process.env.FIREFOX = join(folder, 'own/fox');
  assert.equal(findFirefox(), join(folder, 'own/fox'));
  delete process.env.FIREFOX;
});

test('select keeps the order and refuses unknown names', () => {
  const items = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  assert.deepEqual(select(items, [], 'stage'), items);
  assert.deepEqual(select(items, ['c', 'a'], 'stage'), [{ name: 'a' }, { name: 'c' }]);
  assert.throws(() => select(items, ['d'], 'stage'), {
    message: 'stage: "d" is not one of a, b, c',
  });
});
