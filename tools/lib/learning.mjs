// What the seeds of a preset come to, read from `acp report`.

/**
 * A report over seeds on which nobody tunes; `1..8` are for tuning.
 * @typedef {object} Report
 * @property {string} file its name in docs/
 * @property {string} subject what it is about
 * @property {string} seeds
 * @property {string} command that makes it
 * @property {string} worth of an interval over so many seeds
 * @property {boolean} hasGoals whether tests/golden/learning-goals.json has some
 */

/** @type {Report} */
export const ofPresets = {
  file: 'learning-report',
  subject: 'every preset',
  seeds: '101..120',
  command: 'npm run learning-report',
  worth: 'which for 20 seeds holds the truth in about 94 % of cases',
  hasGoals: true,
};

/** Minutes a seed, and so over fewer of them. @type {Report} */
export const ofRobots = {
  file: 'learning-report-robots',
  subject: 'every preset of a robot',
  seeds: '101..108',
  command: 'npm run learning-report -- --robots',
  worth: 'which for 8 seeds holds the truth in fewer cases',
  hasGoals: false,
};

/** A final return meets its goal in at least this share of the seeds. */
const enough = 7 / 8;
/** A median first hit within so many times its goal meets it. */
const late = 1.5;

/**
 * @typedef {object} Arm as `acp report --format json --threshold …` has it
 * @property {number} seeds
 * @property {number} iqm
 * @property {[number, number]} iqm_interval
 * @property {number} worst
 * @property {number} best
 * @property {{reached: number, median: number | null, latest: number | null}} first_hit null: never
 */

/**
 * The last return of every seed.
 * @param {string} csv every evaluation of one arm, as `acp report --format csv` has them
 * @returns {number[]}
 */
export function finalReturns(csv) {
  const last = new Map();
  for (const line of csv.trim().split('\r\n').slice(1)) {
    const [seed, , mean] = line.slice(line.lastIndexOf('"') + 2).split(',');
    last.set(seed, Number(mean));
  }
  return [...last.values()];
}

/**
 * @param {Arm} arm
 * @param {number[]} final
 * @param {{first?: number, final?: number}} goal
 * @returns {{first?: boolean, final?: boolean, above?: number}} whether each is met; `above`: in
 *   how many seeds the final return meets it
 */
export function compare({ first_hit: { median } }, final, goal) {
  const above = final.filter((x) => x >= goal.final).length;
  return {
    ...(goal.first !== undefined && { first: median !== null && median <= late * goal.first }),
    ...(goal.final !== undefined && { above, final: above >= enough * final.length }),
  };
}
