// What is remembered between clones, outside of them.
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root, which } from './process.mjs';

const caches = () => process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** Whether another clone may have compiled here, or will: what is compiled once is only kept. */
function isWorthKeeping() {
  const kept = process.env.CCACHE_DIR || join(caches(), 'ccache');
  return process.env.CI !== 'true' || existsSync(kept);
}

/** The environment in which CMake compiles through ccache, if there is one. */
export function compilerCache() {
  if (which('ccache') === undefined || !isWorthKeeping()) return {};
  return {
    CMAKE_C_COMPILER_LAUNCHER: 'ccache',
    CMAKE_CXX_COMPILER_LAUNCHER: 'ccache',
    // A source is the same in whichever folder the clone is ...
    CCACHE_BASEDIR: root,
    CCACHE_NOHASHDIR: 'true',
    // ... and what precompiled headers hold is compared by content.
    CCACHE_SLOPPINESS: 'pch_defines,time_macros,include_file_mtime,include_file_ctime',
  };
}

/** A folder of this project for what tools remember, by the rules of the XDG. */
export function rememberedIn(name) {
  const folder = join(caches(), 'actor-critic-playground', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
