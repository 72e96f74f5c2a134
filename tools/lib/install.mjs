// Brings the machine to where it can build: system packages with apt, npm packages from the lock.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, run, which } from './process.mjs';

/**
 * Installs what is missing, saying what it does; without apt, says what to install.
 * @param {import('./requirements.mjs').Requirement[]} requirements
 * @throws {Failure} naming what is missing and the command that installs it
 */
export async function ensure(requirements) {
  const missing = requirements.filter((each) => !each.present());
  if (missing.length === 0) return;
  if (which('apt-get') === undefined) {
    throw new Failure(advice(missing, 'Install, then run the same command again:'));
  }

  const names = missing.map((each) => each.name).join(', ');
  const packages = unique(missing, 'apt');
  console.error(`Missing: ${names}. Installing with apt: ${packages.join(' ')}`);
  const command = aptCommand();
  const aside = { aside: true };
  await run(...command(['update', '-q']), aside);
  await run(...command(['install', '-y', '-q', '--no-install-recommends', ...packages]), aside);
  const still = missing.filter((each) => !each.present()).map((each) => each.name);
  if (still.length > 0) throw new Failure(`Still missing after installation: ${still.join(', ')}`);
}

/**
 * Installs what is missing, each by itself, and says what could not be.
 * @param {Iterable<import('./requirements.mjs').Requirement>} requirements what can be done without
 */
export async function ensureIfPossible(requirements) {
  const missing = [];
  for (const each of requirements) {
    await ensure([each]).catch((error) => {
      if (!(error instanceof Failure)) throw error;
      missing.push(each);
    });
  }
  if (missing.length > 0) {
    console.error(advice(missing, 'This goes on without; to have them the next time, install:'));
  }
}

function aptCommand() {
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  if (process.getuid() !== 0) {
    if (which('sudo') === undefined) {
      throw new Failure('Installing packages needs root or sudo: run the same command as root.');
    }
    apt.unshift('sudo');
  }
  return (args) => [apt[0], [...apt.slice(1), ...args]];
}

/**
 * What to install by hand.
 * @param {import('./requirements.mjs').Requirement[]} missing
 * @param {string} request what is asked for, in front of the commands of each system
 */
export function advice(missing, request) {
  const names = missing.map((each) => each.name).join(', ');
  const line = (system, command, key) => {
    const packages = unique(missing, key);
    return packages.length > 0 ? [`  ${system.padEnd(12)}${command} ${packages.join(' ')}`] : [];
  };
  const sdk = 'An Emscripten SDK found through EMSDK or PATH is used as it is.';
  return [
    `Missing: ${names}. ${request}`,
    ...line('macOS', 'brew install', 'brew'),
    ...line('Fedora', 'sudo dnf install', 'dnf'),
    ...line('Arch Linux', 'sudo pacman -S', 'pacman'),
    ...line('other Linux', 'the packages that Debian calls', 'apt'),
    ...(names.includes('Emscripten') ? [sdk] : []),
  ].join('\n');
}

const unique = (missing, key) => [...new Set(missing.map((each) => each[key]).filter(Boolean))];

/** Installs the npm packages when they are absent or older than the lock file. */
export async function ensureNodeModules() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the npm packages of package-lock.json');
  await run('npm', ['ci', '--no-audit', '--no-fund']);
}
