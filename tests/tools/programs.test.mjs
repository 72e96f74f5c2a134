import assert from 'node:assert/strict';
import { test } from 'node:test';
import { googleTest, testsIn } from '../../tools/lib/programs.mjs';

test('GoogleTest lists its tests below their suites', () => {
  const listing = `Running main() from gtest_main.cc
Adam.
  FollowsThePaper
  LeavesPaddingAtZero
Registry/Learns.  # TypeParam = int
  ToTheOptimum/bandit_sac  # GetParam() = bandit_sac
`;
  assert.deepEqual(testsIn(listing), [
    'Adam.FollowsThePaper',
    'Adam.LeavesPaddingAtZero',
    'Registry/Learns.ToTheOptimum/bandit_sac',
  ]);
});

test('a filter that no test matches is an error', async () => {
  const program = [process.execPath, '-e', 'console.log("Running main()")', '--'];
  await assert.rejects(googleTest('none', program, 'Gone.*'), {
    message: 'none: no test matches Gone.*',
  });
});
