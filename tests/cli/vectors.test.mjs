// Kernels are chosen when the program starts, for the widest vectors that the processor has.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { vectorsOf } from '../../tools/lib/digests.mjs';
import { ACP } from './support.mjs';

const WIDE = ['avx2', 'avx512'];

function acpBy(vectors, args) {
  const env = { ...process.env, ACP_SIMD: vectors };
  return spawnSync(ACP, args, { encoding: 'utf8', env });
}
const versionBy = (vectors) => acpBy(vectors, ['--version']).stdout;
const all = vectorsOf(versionBy(''));

test('--version says which vectors were chosen, and which there are', () => {
  assert.match(
    versionBy(''),
    new RegExp(`^\\d+\\.\\d+\\.\\d+\nvectors: ${all[0]}( \\(of .*\\))?\n$`),
  );
  for (const vectors of all) assert.match(versionBy(vectors), new RegExp(`vectors: ${vectors}\\b`));
  assert.deepEqual(vectorsOf('0.1.0\nvectors: avx2 (of avx2, sse2)\n'), ['avx2', 'sse2']);
  assert.deepEqual(vectorsOf('0.1.0\nvectors: simd128\n'), ['simd128']);
  assert.throws(() => vectorsOf('0.1.0\n'), /printed: 0\.1\.0/);
});

const skip = all.length === 1 && 'compiled for one kind of vectors';

test('ACP_SIMD refuses what the processor has not, whatever the command', { skip }, () => {
  for (const args of [['--version'], ['catalog'], ['train', 'steps=1']]) {
    const { status, stdout, stderr } = acpBy('mmx', args);
    const said = `ACP_SIMD: "mmx" is none of what this processor can run: ${all.join(', ')}\n`;
    assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: said });
  }
});

// Of functions of one name the linker keeps one, which then must run on every processor.
for (const vectors of WIDE) {
  const object = `build/native/wasm/CMakeFiles/acp_core_${vectors}.dir/core/nn/kernels.cpp.o`;
  test(`all that is compiled for ${vectors} is named for it`, { skip: !existsSync(object) }, () => {
    const { stdout } = spawnSync('nm', ['-C', '--defined-only', '--extern-only', object], {
      encoding: 'utf8',
    });
    const names = stdout.trim().split('\n');
    assert.ok(names.length > 0);
    for (const name of names) assert.match(name, new RegExp(`\\b${vectors}::`));
  });
}
