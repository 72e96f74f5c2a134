// docs/learning-report*.md: one row of a table for each preset.
import { compare } from './learning.mjs';

const columns = [
  'preset',
  'promise',
  'reached',
  'at the end',
  'first hit, steps: median (worst)',
  'final: interquartile mean [95 %]',
  'final: worst',
  'after steps',
];
const goalColumns = ['goal: first hit', 'goal: final'];

const figure = (x) => (Math.abs(x) >= 1000 ? x.toFixed(0) : x.toPrecision(4)).replace('-', '−');
const count = (steps) => (steps === null ? 'never' : steps.toLocaleString('en'));
const interval = ({ iqm, iqm_interval }) =>
  `${figure(iqm)} [${iqm_interval.map(figure).join(', ')}]`;
const verdict = (isMet) => (isMet ? 'met' : '**missed**');

/**
 * @param {import('./learning.mjs').Report} report
 * @param {{id: string, threshold: number, learns: boolean, steps: number}} preset
 * @param {{first?: number, final?: number}} goal
 * @param {import('./learning.mjs').Arm} arm
 * @param {number[]} final the last return of every seed
 */
export function row({ hasGoals }, preset, goal, arm, final) {
  const { reached, median, latest } = arm.first_hit;
  const kept = final.filter((x) => x >= preset.threshold).length;
  const met = compare(arm, final, goal);
  const of = arm.seeds;
  const cells = [
    `[\`${preset.id}\`](learning/${preset.id}.svg)`,
    `${preset.learns ? '≥' : 'never'} ${figure(preset.threshold)}`,
    `${reached}/${of}`,
    `${kept}/${of}`,
    `${count(median)} (${count(latest)})`,
    interval(arm),
    figure(arm.worst),
    count(preset.steps),
  ];
  const goals = [
    goal.first === undefined ? '' : `${count(goal.first)}: ${verdict(met.first)}`,
    goal.final === undefined
      ? ''
      : `${met.above}/${of} ≥ ${figure(goal.final)}: ${verdict(met.final)}`,
  ];
  return `| ${[...cells, ...(hasGoals ? goals : [])].join(' | ')} |`;
}

/** What of the honest story each of these presets is. */
export const story = {
  'pendulum-sac-score-function': 'score function, no baseline',
  'pendulum-sac-leave-one-out': 'score function, leave-one-out baseline, 2 samples',
  'pendulum-sac': 'reparameterization',
};

const storyColumns = [
  'actor gradient of SAC on Pendulum',
  'return after 10,000 steps',
  'worst to best seed',
  'steps until −160',
];

/**
 * The table of the honest story in the README.
 * @param {Map<string, import('./learning.mjs').Arm>} arms
 * @returns {string[]}
 */
export function storyTable(arms) {
  const rows = Object.entries(story).map(([id, name]) => {
    const arm = arms.get(id);
    const { worst, best, first_hit } = arm;
    const cells = [name, interval(arm), `${figure(worst)} to ${figure(best)}`];
    return `| ${[...cells, count(first_hit.median)].join(' | ')} |`;
  });
  return [`| ${storyColumns.join(' | ')} |`, '|---'.repeat(storyColumns.length) + '|', ...rows];
}

const title = ({ subject }, seeds) => `What ${subject} does over the seeds ${seeds}`;

function head(report, seeds) {
  const kind =
    seeds === report.seeds
      ? 'Nobody tuned on these seeds: presets are tuned on 1..8.'
      : `The report of the repository is over ${report.seeds}, on which nobody tunes.`;
  const goals = ` Goals are those of \`tests/golden/learning-goals.json\`: a median
first hit within 1.5 times its goal meets it, and a final return in seven of eight seeds.`;
  const all = [...columns, ...(report.hasGoals ? goalColumns : [])];
  return `# Learning report

${title(report, seeds)}, by \`${report.command}\`: that is \`acp sweep\` and \`acp report\` for each
preset ([sweeps.md](sweeps.md)).
${kind} A preset's name leads to its curves.

Returns are those of the deterministic policy from the fixed start states of the environment. The
first hit is the first evaluation at the threshold that the preset promises: a maximum over
checkpoints, which flatters unstable learners. So the number of seeds whose last evaluation is
still there stands beside it, and what they end at: the interquartile mean with its 95 % bootstrap
interval over seeds (Agarwal et al., 2021), ${report.worth}
([what intervals are worth](sweeps.md#what-a-report-says)), and the worst seed. A preset that
promises "never" shows a failure.${report.hasGoals ? goals : ''}

| ${all.join(' | ')} |
${'|---'.repeat(all.length)}|
`;
}

/**
 * The document, with the rows there are in the order of `ids`, and the presets without one.
 * @param {import('./learning.mjs').Report} report
 * @param {string} seeds
 * @param {string[]} ids
 * @param {Map<string, string>} rows
 */
export function documentText(report, seeds, ids, rows) {
  const missing = ids.filter((id) => !rows.has(id)).map((id) => `\`${id}\``);
  const table = ids.flatMap((id) => rows.get(id) ?? []).join('\n');
  const rest = missing.length > 0 ? `\nNot yet run over these seeds: ${missing.join(', ')}.\n` : '';
  return `${head(report, seeds)}${table}\n${rest}`;
}

/**
 * The rows of a document by preset; none if it is over other seeds.
 * @param {string} text
 * @param {import('./learning.mjs').Report} report
 * @param {string} seeds
 * @returns {Map<string, string>}
 */
export function rowsOf(text, report, seeds) {
  const lines = text.split('\n');
  if (!lines.some((line) => line.startsWith(`${title(report, seeds)},`))) return new Map();
  return new Map(
    lines.flatMap((line) => (/^\| \[`/.test(line) ? [[line.split('`')[1], line]] : [])),
  );
}
