// What the machine must have, how to tell that it is there, and which package brings it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findEmscripten } from './emscripten.mjs';
import { Failure, which } from './process.mjs';
import { compareVersions } from './versions.mjs';

const includeFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];
const header = (path) => () => includeFolders.some((folder) => existsSync(join(folder, path)));
const command = (name) => () => which(name) !== undefined;

function cmakeIsPresent() {
  const path = which('cmake');
  if (path === undefined) return false;
  const version = /\d+(\.\d+)+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0];
  if (version === undefined || compareVersions(version, '3.25') >= 0) return true;
  throw new Failure(`CMake ${version} in ${path} is older than 3.25, which the presets need.`);
}

// Its sources: the tests are compiled with each preset's flags. Elsewhere CMake fetches them.
function googleTestIsPresent() {
  return which('apt-get') === undefined || existsSync('/usr/src/googletest/CMakeLists.txt');
}

function libFuzzerIsPresent() {
  if (which('clang++') === undefined) return false;
  const folder = execFileSync('clang++', ['-print-runtime-dir'], { encoding: 'utf8' }).trim();
  return (
    existsSync(folder) && readdirSync(folder).some((file) => /clang_rt\.fuzzer[\W_]/.test(file))
  );
}

/** The browser of the end-to-end tests: its path, or undefined. CHROMIUM overrides the search. */
export function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const application = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const found = [process.env.CHROMIUM, ...names.map(which), application];
  return found.find((path) => path && existsSync(path));
}

/**
 * Chromium without what draws windows, which opens a page in half the time: its path, or undefined.
 * HEADLESS_SHELL overrides the search.
 */
export function findHeadlessShell() {
  const found = [process.env.HEADLESS_SHELL, which('chromium-headless-shell')];
  return found.find((path) => path && existsSync(path));
}

/** The second browser: its path, or undefined. FIREFOX overrides the search. */
export function findFirefox() {
  const application = '/Applications/Firefox.app/Contents/MacOS/firefox';
  const found = [process.env.FIREFOX, ...['firefox-esr', 'firefox'].map(which), application];
  return found.find((path) => path && existsSync(path));
}

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {() => boolean} present
 * @property {string} apt the package of Debian and Ubuntu; "" where the build fetches it itself
 * @property {string} brew of Homebrew
 * @property {string} dnf of Fedora
 * @property {string} pacman of Arch Linux
 */
const requirement = (name, present, apt, elsewhere = {}) => ({
  name,
  present,
  apt,
  brew: apt,
  dnf: apt,
  pacman: apt,
  ...elsewhere,
});

/** What every build takes. @type {Requirement[]} */
export const forCore = [
  requirement('CMake', cmakeIsPresent, 'cmake'),
  requirement('Ninja', command('ninja'), 'ninja-build', { brew: 'ninja', pacman: 'ninja' }),
  requirement('Eigen', header('eigen3/Eigen/Core'), 'libeigen3-dev', {
    brew: 'eigen',
    dnf: 'eigen3-devel',
    pacman: 'eigen',
  }),
  requirement('nlohmann-json', header('nlohmann/json.hpp'), 'nlohmann-json3-dev', {
    brew: 'nlohmann-json',
    dnf: 'json-devel',
    pacman: 'nlohmann-json',
  }),
  requirement('CLI11', header('CLI/CLI.hpp'), 'libcli11-dev', {
    brew: 'cli11',
    dnf: 'cli11-devel',
    pacman: 'cli11',
  }),
  requirement('GoogleTest', googleTestIsPresent, 'libgtest-dev', { brew: '', dnf: '', pacman: '' }),
];

/** What the page is built with. @type {Requirement[]} */
export const forPage = [
  ...forCore,
  requirement('Emscripten', () => findEmscripten() !== undefined, 'emscripten'),
];

/** Remembers what was compiled; builds do without. @type {Requirement[]} */
export const forCache = [requirement('ccache', command('ccache'), 'ccache')];

/** The command-line program. @type {Requirement[]} */
export const forNative = [
  requirement('a C++ compiler', command('g++'), 'g++', {
    brew: 'gcc',
    dnf: 'gcc-c++',
    pacman: 'gcc',
  }),
];

/** The benchmarks. @type {Requirement[]} */
export const forBenchmarks = [
  requirement('Google Benchmark', header('benchmark/benchmark.h'), 'libbenchmark-dev', {
    brew: 'google-benchmark',
    dnf: 'google-benchmark-devel',
    pacman: 'benchmark',
  }),
];

/** The second compiler of the parity test. @type {Requirement[]} */
export const forParity = [requirement('clang', command('clang++'), 'clang', { brew: 'llvm' })];

/** libFuzzer, which comes with clang's runtime libraries. @type {Requirement[]} */
export const forFuzzing = [
  ...forParity,
  requirement('libFuzzer', libFuzzerIsPresent, 'libclang-rt-dev', {
    brew: 'llvm',
    dnf: 'compiler-rt',
    pacman: 'compiler-rt',
  }),
];

// Debian has daemons where not everybody's PATH leads.
const daemon = (name) => () => which(name) !== undefined || existsSync(join('/usr/sbin', name));

/** A cluster of one machine. @type {Requirement[]} */
export const forSlurm = [
  requirement('Slurm', daemon('slurmctld'), 'slurm-wlm', {
    brew: '',
    dnf: 'slurm-slurmctld slurm-slurmd',
    pacman: 'slurm-llnl',
  }),
  requirement('MUNGE', daemon('munged'), 'munge', { brew: '' }),
];

/** The linters. @type {Requirement[]} */
export const forLint = [
  requirement('clang-format', command('clang-format'), 'clang-format', {
    dnf: 'clang-tools-extra',
    pacman: 'clang',
  }),
  requirement('clang-tidy', command('clang-tidy'), 'clang-tidy', {
    brew: 'llvm',
    dnf: 'clang-tools-extra',
    pacman: 'clang',
  }),
];

/** The browser of the end-to-end tests. @type {Requirement[]} */
export const forBrowser = [requirement('Chromium', () => findBrowser() !== undefined, 'chromium')];

/** The same without windows, in place of which the whole of it will do. @type {Requirement[]} */
export const forHeadless = [
  requirement(
    'Chromium without windows',
    () => findHeadlessShell() !== undefined,
    'chromium-headless-shell',
    { brew: '', dnf: '', pacman: '' },
  ),
];

const webkitTools = { brew: '', dnf: 'webkitgtk6.0', pacman: 'webkitgtk-6.0' };

/** The two other engines, which the tests in three browsers do without. @type {Requirement[]} */
export const forOtherBrowsers = [
  requirement('Firefox', () => findFirefox() !== undefined, 'firefox-esr', {
    brew: 'firefox',
    dnf: 'firefox',
    pacman: 'firefox',
  }),
  requirement('WebKit', command('WebKitWebDriver'), 'webkit2gtk-driver', webkitTools),
  requirement('Xvfb', command('Xvfb'), 'xvfb', {
    brew: '',
    dnf: 'xorg-x11-server-Xvfb',
    pacman: 'xorg-server-xvfb',
  }),
];
