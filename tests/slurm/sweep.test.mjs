// A sweep on a real Slurm, whose jobs are ended in every way that a cluster has: its results are
// those of an undisturbed one here. `npm test -- slurm` starts one; SLURM_CONF may be another.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { acp, lines, makeFolder, start } from '../cli/support.mjs';

const { folder } = makeFolder();
const sweep = (...args) => {
  const { status, stdout, stderr } = acp(['sweep', ...args]);
  assert.equal(status, 0, stderr);
  return stdout;
};
const slurm = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });

/** Four runs of seconds. */
const WORDS = [
  'preset=gridworld-q-learning',
  'seeds=1..4',
  'steps=40000000',
  'evaluate_every=1000000',
];

async function until(holds) {
  while (!holds()) await setTimeout(20);
}

/** Submits what is left as four tasks, and returns the number of the array. */
function submit(out, ...words) {
  const options = ['--of', '4', '--minutes', '60', '--checkpoint-seconds', '1'];
  const said = sweep(...words, '--out', out, '--slurm', '--submit', ...options);
  return /^Submitted batch job (\d+)$/m.exec(said)[1];
}

const state = (job) => /JobState=(\w+)/.exec(slurm('scontrol', 'show', 'job', job))[1];
const isOver = (array) => slurm('squeue', '--noheader', `--jobs=${array}`) === '';

/** The process of a task: the shell that the script was has become `acp`. */
function processOf(out, task) {
  const ours = (id) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      return command.includes(`sweep\0run\0--out\0${out}\0--task\0${task}\0`);
    } catch {
      return false; // ended meanwhile
    }
  };
  return Number(readdirSync('/proc').find((id) => /^\d+$/.test(id) && ours(id)));
}

/**
 * Gives a task Slurm's shortest time limit, and holds it still until it is asked to leave, which
 * wakes it, so that no machine is too fast to be asked; resolves once it has left.
 */
async function limit(out, job, task) {
  const id = processOf(out, task);
  process.kill(id, 'SIGSTOP');
  slurm('scontrol', 'update', `JobId=${job}`, 'TimeLimit=1');
  await until(() => !existsSync(`/proc/${id}`));
}

test('requeued, at its limit, killed: a sweep comes to the bytes of a local one', async () => {
  const [out, local] = [join(folder, "on Slurm's"), join(folder, 'local')];
  const array = submit(out, ...WORDS);
  const job = (task) => `${array}_${task}`;
  const plan = lines(readFileSync(join(out, 'plan.jsonl'), 'utf8'));
  const begun = (task) => readdirSync(join(out, 'runs')).includes(`${plan[task].id}.partial`);
  const log = (task) => readFileSync(join(out, 'slurm', `${job(task)}.log`), 'utf8');

  const straight = start(['sweep', ...WORDS, '--out', local]);
  const ends = [
    () => slurm('scontrol', 'requeue', job(0)),
    () => limit(out, job(1), 1),
    () => slurm('scancel', '--signal=KILL', '--batch', job(2)),
  ];
  await Promise.all(ends.map((end, task) => until(() => begun(task)).then(end)));
  await until(() => isOver(array));

  assert.match(log(0), /DUE TO JOB REQUEUE/);
  assert.match(log(0), /^acp: ended by SIGTERM with 0 of 1 runs whole, 0 failed, 1 begun/m);
  assert.equal(state(job(0)), 'COMPLETED');
  assert.match(log(1), /^acp: ended by SIGTERM with 0 of 1 runs whole, 0 failed, 1 begun/m);
  assert.equal(state(job(1)), 'FAILED');
  assert.equal(state(job(2)), 'FAILED');
  assert.match(sweep('status', '--out', out), /^2 of 4 runs whole, 0 failed, 2 begun, 0 missing/);

  const rest = submit(out, 'run');
  assert.match(readFileSync(join(out, 'slurm/array.sh'), 'utf8'), /^#SBATCH --array=1-2$/m);
  await until(() => isOver(rest));
  sweep('collect', '--out', out);
  assert.equal(sweep('run', '--out', out, '--slurm'), 'nothing is left to submit\n');

  assert.equal((await straight.ended).status, 0);
  const results = (name) => readFileSync(join(name, 'results.jsonl'), 'utf8');
  assert.equal(results(out), results(local));
  for (const format of ['markdown', 'json', 'csv', 'svg']) {
    const [ours, theirs] = [out, local].map((name) => acp(['report', name, '--format', format]));
    assert.equal(ours.status, 0, ours.stderr);
    assert.equal(ours.stdout, theirs.stdout);
  }
});
