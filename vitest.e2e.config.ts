import { defineConfig } from 'vitest/config';

const shared = {
  globalSetup: 'tests/e2e/setup.ts',
  testTimeout: 120_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 30_000 } },
};
/** What measures times has the machine to itself, after all else. */
const measuring = ['tests/e2e/responsiveness.e2e.ts', 'tests/e2e/long-runs.e2e.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'together',
          include: ['tests/e2e/**/*.e2e.ts'],
          exclude: measuring,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'alone',
          include: measuring,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
