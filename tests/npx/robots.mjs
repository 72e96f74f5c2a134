// Robots on the command line in Node: to the bits on record, and only there.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { folder, NATIVE, run } from './support.mjs';

const { settings, steps, digests } = JSON.parse(readFileSync('tests/golden/robots.json', 'utf8'));
const ROBOTS = Object.keys(digests);
const SIMULATOR = '@mujoco/mujoco';
const words = (pairs) => Object.entries(pairs).map(([key, value]) => `${key}=${value}`);
const about = (robot) => [`environment=${robot}`, ...words(settings)];

/** @param {string} program which is installed without the simulator */
export function testRobots(program) {
  const npx = (args, input) => run(program, args, input);
  const said = (args) => {
    const { status, stdout, stderr } = npx(args);
    assert.equal(status, 0, stderr);
    return stdout;
  };

  test('the catalog has the robots without their simulator, and all else as natively', () => {
    const isOther = ({ id, config }) => !ROBOTS.some((robot) => `${id} ${config}`.includes(robot));
    const ours = JSON.parse(said(['catalog']));
    assert.deepEqual(
      ours.environments.filter((each) => !isOther(each)).map(({ id }) => id),
      ROBOTS,
    );
    assert.equal(ours.presets.filter((each) => !isOther(each)).length, 8);
    ours.environments = ours.environments.filter(isOther);
    ours.presets = ours.presets.filter(isOther);
    const [choice] = ours.run.parameters;
    choice.options = choice.options.filter(isOther);
    for (const algorithm of ours.algorithms) {
      algorithm.environments = algorithm.environments.filter((id) => !ROBOTS.includes(id));
    }
    assert.deepEqual(ours, JSON.parse(run(NATIVE, ['catalog']).stdout));
  });

  test('what is about a robot says which package is missing', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const needed = `${SIMULATOR}@${optionalDependencies[SIMULATOR]}`;
    const { status, stdout, stderr } = npx(['train', 'preset=half-cheetah-sac']);
    assert.deepEqual(
      { status, stdout, stderr },
      {
        status: 1,
        stdout: '',
        stderr:
          'acp: reset of half_cheetah: its simulator is not installed: ' +
          `npm install actor-critic-playground ${needed}\n`,
      },
    );
  });

  for (const choice of ['preset=half-cheetah-sac', 'environment=half_cheetah']) {
    test(`natively ${choice} says where robots are`, () => {
      const { status, stderr } = run(NATIVE, ['train', choice]);
      assert.equal(status, 2);
      const [key, value] = choice.split('=');
      assert.match(stderr, new RegExp(`^${key}: "${value}" is not one of .*\n`));
      assert.match(stderr, /\nRobots run in Node: npx actor-critic-playground\n$/);
    });
  }

  const place = join('node_modules', SIMULATOR);

  test('only what is about a robot starts the simulator', () => {
    const fake = join(folder, place);
    mkdirSync(fake, { recursive: true });
    writeFileSync(join(fake, 'package.json'), '{ "type": "module", "exports": "./fake.js" }');
    writeFileSync(join(fake, 'fake.js'), 'export default () => Promise.reject(Error("fake"));');
    said(['digest', 'preset=pendulum-sac', 'steps=1']);
    assert.equal(npx(['digest', `environment=${ROBOTS[0]}`]).stderr, 'acp: fake\n');
    rmSync(fake, { recursive: true });
  });

  test('the simulator is installed', () => {
    symlinkSync(resolve(place), join(folder, place));
  });

  for (const robot of ROBOTS) {
    test(`the digest of ${robot} is that on record`, () => {
      const printed = said(['digest', ...about(robot), `steps=${steps}`]);
      assert.equal(printed, `${digests[robot]}\n`);
    });

    test(`a run of ${robot} goes on from its checkpoint as if it had not ended`, () => {
      const train = (...args) => said(['train', ...args, '--force']);
      train(...about(robot), 'steps=400', 'checkpoint=half.acp');
      train('resume=half.acp', `steps=${steps}`, 'checkpoint=resumed.acp');
      train(...about(robot), `steps=${steps}`, 'checkpoint=straight.acp');
      const bytes = (name) => readFileSync(join(folder, name));
      const weights = (name) => said(['weights', `checkpoint=${name}`]);
      assert.equal(weights('resumed.acp'), weights('straight.acp'));
      assert.notEqual(weights('half.acp'), weights('straight.acp'));
      assert.equal(bytes('resumed.acp').length, bytes('straight.acp').length);
    });
  }

  test('an environment is stepped from a state', () => {
    const state = Array(12).fill(0).with(1, 1.25).join(',');
    writeFileSync(join(folder, 'actions.txt'), '0.5 0 -0.5\n1 1 1\n');
    const rows = said(['env', 'id=hopper', `state=${state}`, 'actions=actions.txt']).trim();
    const [first, second] = rows.split('\n').map((row) => JSON.parse(row));
    assert.equal(first.state.length, 12);
    assert.notDeepEqual(first.state, second.state);
  });

  test('a sweep of all of them by several threads comes to the same digests', () => {
    const often = words({ ...settings, evaluate_every: steps });
    const plan = [`environment=${ROBOTS.join(',')}`, ...often, `steps=${steps}`];
    said(['sweep', 'plan', ...plan, '--out', 'robots']);
    said(['sweep', 'run', '--out', 'robots', '--jobs', '2']);
    said(['sweep', 'collect', '--out', 'robots']);
    const rows = readFileSync(join(folder, 'robots/results.jsonl'), 'utf8').trim().split('\n');
    const ends = rows.map((row) => JSON.parse(row)).filter(({ type }) => type === 'end');
    assert.deepEqual(
      ends.map(({ digest }) => digest),
      Object.values(digests),
    );
    assert.match(said(['report', 'robots']), /hopper/);
  });

  test('what was handed in about a robot is verified, several at a time', () => {
    const [robot] = ROBOTS;
    const config = about(robot).join('&');
    const files = [digests[robot], '0123456789abcdef'].map((digest, i) => {
      const claimed = { config, steps, updates: 201, digest, evaluation: null };
      const link = `https://example.org/#v=2&${config}`;
      const heading = { format: 'actor-critic-playground/hand-in', version: 1, build: '0.1.0' };
      const handIn = { ...heading, name: 'ä', experiments: [{ link, runs: [claimed] }] };
      writeFileSync(join(folder, `robot-${i}.json`), JSON.stringify(handIn));
      return `robot-${i}.json`;
    });
    const { stdout } = npx(['verify', ...files, '--format', 'json', '--jobs', '2']);
    const claims = stdout.match(/"0123456789abcdef"/g);
    assert.equal(claims?.length, 1, stdout);
    assert.match(stdout, new RegExp(`"${digests[robot]}"`));
  });
}
