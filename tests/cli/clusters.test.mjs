// Sweeps on many machines, as far as it shows without them; tests/slurm has a cluster.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { ACP, acp, makeFolder } from './support.mjs';

const { folder, file } = makeFolder();
const place = (name) => join(folder, name);
const sweep = (...args) => acp(['sweep', ...args]);
const script = (out) => readFileSync(join(out, 'slurm/array.sh'), 'utf8');
const results = (out) => readFileSync(join(out, 'results.jsonl'), 'utf8');

const GRID = ['preset=gridworld-q-learning', 'seeds=1..7', 'steps=2000'];

/** `sweep` with nothing on its PATH but the folder of the tests. */
function among(...args) {
  const env = { ...process.env, PATH: folder };
  const { status, stdout, stderr } = spawnSync(ACP, ['sweep', ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

for (const [args, message] of [
  [['seeds=1', '--out', place('no'), '--submit'], /--submit requires --slurm/],
  [['seeds=1', '--out', place('no'), '--minutes', '5'], /--minutes requires --slurm/],
  [['seeds=1', '--out', place('no'), '--slurm', '--minutes', '0'], /--minutes: .*0 not in range/],
  [['seeds=1', '--out', place('no'), '--slurm', '--task', '0'], /--task excludes --slurm/],
  [['status', '--out', place('no'), '--slurm'], /^--slurm: is for what runs/],
  [['seeds=1', '--out', place('100%'), '--slurm'], /^--out: .*100% has a %, a quotation mark/],
]) {
  test(`acp sweep ${args.join(' ').replaceAll(folder, 'FOLDER')} is refused`, () => {
    const { status, stderr } = sweep(...args);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  });
}

test('the script asks for an array, processors, time, and to be told before it ends', () => {
  const out = place('asks');
  const options = ['--of', '3', '--jobs', '2', '--minutes', '90', '--checkpoint-seconds', '30'];
  const { status, stdout } = sweep(...GRID, '--out', out, '--slurm', ...options);
  assert.equal(status, 0);
  assert.equal(stdout, `sbatch '${out}/slurm/array.sh'\n`);
  assert.deepEqual(script(out).trimEnd().split('\n'), [
    '#!/bin/sh',
    '#SBATCH --job-name=acp-sweep',
    '#SBATCH --array=0-2',
    '#SBATCH --cpus-per-task=2',
    '#SBATCH --time=90',
    '#SBATCH --signal=B:TERM@60',
    '#SBATCH --requeue',
    '#SBATCH --open-mode=append',
    `#SBATCH --output="${out}/slurm/%A_%a.log"`,
    `exec '${resolve(ACP)}' sweep run --out '${out}' --task "$SLURM_ARRAY_TASK_ID" --of 3 ` +
      '--jobs 2 --checkpoint-seconds 30',
  ]);
  assert.ok(!existsSync(join(out, 'results.jsonl')), 'it has run');
});

test('unless told otherwise there are as many tasks as keep their processors busy', () => {
  const out = place('usual');
  assert.equal(sweep(...GRID, '--out', out, '--slurm').status, 0);
  assert.match(script(out), /--array=0-6\n.*--cpus-per-task=1\n.*--signal=B:TERM@60\n/);
  assert.equal(sweep('run', '--out', out, '--slurm', '--jobs', '3').status, 0);
  assert.match(script(out), /--array=0-2\n/);
  assert.equal(sweep('run', '--out', out, '--slurm', '--of', '1').status, 0);
  assert.match(script(out), /--array=0\n/);
  const many = ['seeds=1..3001', 'steps=2000', '--out', place('many'), '--slurm'];
  assert.equal(sweep(...many).status, 0);
  assert.match(script(place('many')), /--array=0-999\n/);
});

test('a folder that is refused is not made', () => {
  sweep('seeds=1', '--out', place('"'), '--slurm');
  assert.ok(!existsSync(place('"')));
});

test('a short limit leaves most of its time to the runs', () => {
  const out = place('short');
  assert.equal(sweep(...GRID, '--out', out, '--slurm', '--minutes', '1').status, 0);
  assert.match(script(out), /--time=1\n#SBATCH --signal=B:TERM@6\n/);
});

test('the shell runs it, and what is whole is not asked for again', () => {
  const [out, local] = [place("it's a sweep"), place('local')];
  const again = ['run', '--out', out, '--slurm', '--of', '7'];
  assert.equal(sweep(...GRID, '--out', out, '--slurm').status, 0);
  const task = (id) => {
    const env = { ...process.env, SLURM_ARRAY_TASK_ID: id };
    return spawnSync('sh', [join(out, 'slurm/array.sh')], { env }).status;
  };
  assert.equal(task('1'), 0);
  assert.equal(task('5'), 0);
  assert.equal(sweep(...again).status, 0);
  assert.match(script(out), /--array=0,2-4,6\n/);
  for (const id of ['0', '2', '3', '4', '6']) assert.equal(task(id), 0);
  assert.equal(sweep(...again).stdout, 'nothing is left to submit\n');
  assert.equal(task(''), 2);
  assert.equal(sweep('collect', '--out', out).status, 0);
  assert.equal(sweep(...GRID, '--out', local).status, 0);
  assert.equal(results(out), results(local));
});

test('without sbatch the script is there all the same, and the error says so', () => {
  const out = place('submitted');
  const { status, stderr } = among(...GRID, '--out', out, '--slurm', '--submit');
  assert.equal(status, 1);
  const where = join(out, 'slurm/array.sh');
  assert.equal(
    stderr,
    `acp: --submit: there is no sbatch here; submit ${where} where there is one\n`,
  );
  assert.ok(existsSync(where));
});

test('sbatch is given the script, and what it refuses is an error', () => {
  const out = place('given');
  chmodSync(file('sbatch', '#!/bin/sh\necho "Submitted $1"\n'), 0o755);
  const submit = [...GRID, '--out', out, '--slurm', '--submit'];
  assert.equal(among(...submit).stdout, `Submitted ${out}/slurm/array.sh\n`);
  chmodSync(file('sbatch', '#!/bin/sh\necho "no such partition" >&2\nexit 1\n'), 0o755);
  const { status, stderr } = among(...submit);
  assert.equal(status, 1);
  assert.equal(
    stderr,
    `no such partition\nacp: --submit: sbatch has not taken ${out}/slurm/array.sh\n`,
  );
});

test('where no folder is shared, the runs of several are copied into one', () => {
  const [local, ...parts] = ['alone', 'part-0', 'part-1'].map(place);
  parts.forEach((out, i) => {
    assert.equal(sweep('plan', ...GRID, '--out', out).status, 0);
    assert.equal(sweep('run', '--out', out, '--task', String(i), '--of', '2').status, 0);
  });
  cpSync(join(parts[1], 'runs'), join(parts[0], 'runs'), { recursive: true });
  assert.equal(sweep('collect', '--out', parts[0]).status, 0);
  assert.equal(sweep(...GRID, '--out', local).status, 0);
  assert.equal(results(parts[0]), results(local));
});
