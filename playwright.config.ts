import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './tests/browser/find-chromium.mjs';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  workers: 2,
  projects: [
    // Whole programs and people in a hurry: one at a time, so that two cores are enough.
    { name: 'people', testIgnore: ['**/pages.spec.ts', '**/build-flow.spec.ts'], workers: 1 },
    { name: 'drawing', testMatch: '**/build-flow.spec.ts', workers: 1 },
    { name: 'pages', testMatch: '**/pages.spec.ts' },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    headless: true,
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    // A record of every step makes long tests several times slower: asked for when one is looked into.
    trace: process.env['RELAIS_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS },
  },
});
