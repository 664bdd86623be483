import { defineConfig } from 'vitest/config'
import { LongestFirst } from './src/cli/sequence.ts'

/** Two projects: `unit` runs in Node; `e2e` drives a real Chromium against the built site. */
export default defineConfig({
  test: {
    // by itself vitest leaves one core free, which is half of a machine with two
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['src/e2e/**'],
          // tests put back what they change, so that what a file has read need not be read for each
          isolate: false,
          // what a busy machine may need; no test asks how long something takes
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['src/e2e/**/*.test.ts'],
          // each file has a browser and server of its own; what it has read can be shared
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
