import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fromGoogleTest,
  fromLibFuzzer,
  fromTap,
  fromVitest,
  sum,
} from '../../tools/lib/results.mjs';

test('GoogleTest: passed, failed and skipped tests', () => {
  const report = {
    testsuites: [
      {
        testsuite: [
          { name: 'a', result: 'COMPLETED' },
          { name: 'b', result: 'COMPLETED', failures: [{ failure: 'no' }] },
          { name: 'c', result: 'SKIPPED' },
        ],
      },
      { testsuite: [{ name: 'd', result: 'COMPLETED' }] },
    ],
  };
  assert.deepEqual(fromGoogleTest(JSON.stringify(report)), { passed: 2, failed: 1, skipped: 1 });
});

test('Vitest: a file that does not load is a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  assert.deepEqual(fromVitest(JSON.stringify(report)), { passed: 3, failed: 2, skipped: 1 });
});

test("Node's test runner: the summary of its TAP output", () => {
  const tap =
    'TAP version 13\n# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 0\n# todo 0\n';
  assert.deepEqual(fromTap(tap), { passed: 3, failed: 2, skipped: 0 });
});

test('a sum takes what is absent as zero', () => {
  assert.deepEqual(sum([{ passed: 1 }, { failed: 2, skipped: 1 }]), {
    passed: 1,
    failed: 2,
    skipped: 1,
  });
});

test('libFuzzer says how many inputs it has fed; those it has not have failed', () => {
  const output = 'Done\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     56\n';
  const figures = { executions: 1234, perSecond: 56 };
  assert.deepEqual(fromLibFuzzer(output, 20), { passed: 20, failed: 0, ...figures });
  assert.deepEqual(fromLibFuzzer(output, 1240), { passed: 1234, failed: 6, ...figures });
  assert.deepEqual(fromLibFuzzer(output, 0), { passed: 0, failed: 1, ...figures });
  const nothing = { executions: 0, perSecond: 0 };
  assert.deepEqual(fromLibFuzzer('', 20), { passed: 0, failed: 20, ...nothing });
});
