import { defineConfig } from 'vitest/config'

/** Two projects: `unit` runs in Node; `e2e` drives a real Chromium against the built site. */
export default defineConfig({
  test: {
    // by itself vitest leaves one core free, which is half of a machine with two
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['src/e2e/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['src/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
