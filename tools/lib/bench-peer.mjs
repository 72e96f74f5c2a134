// A peer that the user has built: its training run and ours in turns, on one machine.
import { median } from './median.mjs';
import { Failure, run } from './process.mjs';

/** What both train: SAC on Pendulum, two hidden layers of 64, an update per step, no evaluation. */
export const peerRun = {
  steps: 10_000,
  settings: [
    'preset=pendulum-sac',
    'sac.hidden_units=64',
    'sac.batch_size=100',
    'evaluate_every=0',
    'probe_every=0',
  ],
};

const quiet = { capture: true };

/** The last number of what a peer prints: the seconds that its run took, without its start. */
export function secondsIn(text) {
  const seconds = Number(/(\d+(?:\.\d*)?(?:e[-+]?\d+)?)\D*$/i.exec(text)?.[1]);
  if (seconds > 0) return seconds;
  throw new Failure(`the peer printed no seconds: ${text.slice(-200)}`);
}

async function ourSeconds(seed) {
  const args = ['digest', ...peerRun.settings, `seed=${seed}`, `steps=${peerRun.steps}`];
  const begin = performance.now();
  await run('build/native/acp', args, quiet);
  return (performance.now() - begin) / 1000;
}

/**
 * @param {string} command of a shell; prints the seconds of its run last
 * @param {number} rounds
 * @returns {Promise<{ours: number, theirs: number, ratio: number}>} steps per second, ours with the
 *   start of the program; medians, and that of the ratios round by round
 */
export async function compareWithPeer(command, rounds) {
  const pairs = [];
  for (let round = 0; round < rounds; ++round) {
    const ours = await ourSeconds(1 + round);
    const theirs = secondsIn((await run('sh', ['-c', command], quiet)).stdout);
    pairs.push({ ours, theirs });
  }
  const rate = (key) => peerRun.steps / median(pairs.map((pair) => pair[key]));
  const ratio = median(pairs.map(({ ours, theirs }) => theirs / ours));
  return { ours: rate('ours'), theirs: rate('theirs'), ratio };
}
