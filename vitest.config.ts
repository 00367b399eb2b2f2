import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const exclude = ['**/node_modules/**', '.next/**', 'dist/**'];
/** Minutes of load and of planted mistakes: with RELAIS_LONG in the environment, as the long suites set it. */
const long = process.env['RELAIS_LONG'] === undefined ? ['tests/crash/broken.test.ts', 'tests/overload/overload.test.ts'] : [];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      // Files share what they load: to load it anew for each took half of the time.
      { extends: true, test: { name: 'unit', include: ['flows/**/*.test.{ts,tsx}', 'lib/**/*.test.{ts,tsx}', 'app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/walls/walls.test.ts'], exclude, testTimeout: 60_000, hookTimeout: 60_000, isolate: false } },
      // Whole programs, real files, killed processes: two files at a time, so that two cores are enough.
      { extends: true, test: { name: 'integration', include: ['tests/**/*.test.ts'], exclude: [...exclude, 'tests/walls/walls.test.ts', 'tests/browser/**', 'tests/full/**', ...long], testTimeout: 120_000, hookTimeout: 240_000, maxWorkers: 2 } },
      { extends: true, test: { name: 'full', include: ['tests/full/**/*.test.ts'], exclude, testTimeout: 1_800_000, hookTimeout: 600_000, fileParallelism: false } },
    ],
  },
});
