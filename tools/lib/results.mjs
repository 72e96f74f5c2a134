// Counts of tests, read from what the test programs write.

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {Partial<Counts>[]} parts
 * @returns {Counts}
 */
export function sum(parts) {
  const total = (key) => parts.reduce((count, part) => count + (part[key] ?? 0), 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/**
 * @param {string} json what GoogleTest writes for --gtest_output=json
 * @returns {Counts}
 */
export function fromGoogleTest(json) {
  const tests = JSON.parse(json).testsuites.flatMap((suite) => suite.testsuite);
  return sum(
    tests.map((test) => {
      if (test.failures?.length > 0) return { failed: 1 };
      return test.result === 'COMPLETED' ? { passed: 1 } : { skipped: 1 };
    }),
  );
}

/**
 * A file that could not be loaded counts as one failed test.
 * @param {string} json what Vitest's json reporter writes
 * @returns {Counts}
 */
export function fromVitest(json) {
  const report = JSON.parse(json);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} tap what Node's test runner writes with its tap reporter
 * @returns {Counts}
 */
export function fromTap(tap) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/**
 * Each kept input is a test, and one that has not been fed has failed; so has a fuzzer without any.
 * @param {string} output what a libFuzzer program prints with -print_final_stats
 * @param {number} kept how many inputs it has been given
 * @returns {{passed: number, failed: number, executions: number, perSecond: number}}
 */
export function fromLibFuzzer(output, kept) {
  const stat = (name) => Number(new RegExp(`^stat::${name}: +(\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const executions = stat('number_of_executed_units');
  const passed = Math.min(kept, executions);
  return {
    passed,
    failed: Math.max(1, kept) - passed,
    executions,
    perSecond: stat('average_exec_per_sec'),
  };
}
