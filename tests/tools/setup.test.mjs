import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advice } from '../../tools/lib/install.mjs';
import { select } from '../../tools/lib/select.mjs';
import { compareVersions } from '../../tools/lib/versions.mjs';

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
  assert.deepEqual(advice('Eigen and clang', missing).split('\n').slice(0, 5), [
    'Missing: Eigen and clang. Install, then run the same command again:',
    '  macOS       brew install eigen llvm',
    '  Fedora      sudo dnf install eigen3-devel clang-tools-extra clang',
    '  Arch Linux  sudo pacman -S eigen clang',
    '  other Linux the packages that Debian calls libeigen3-dev libgtest-dev clang-tidy clang',
  ]);
});

test('select keeps the order and refuses unknown names', () => {
  const items = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
  assert.deepEqual(select(items, [], 'stage'), items);
  assert.deepEqual(select(items, ['c', 'a'], 'stage'), [{ name: 'a' }, { name: 'c' }]);
  assert.throws(() => select(items, ['d'], 'stage'), {
    message: 'stage: "d" is not one of a, b, c',
  });
});
