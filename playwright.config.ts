import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './tests/browser/find-chromium.mjs';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  // They wait more than they work: three keep two cores busy.
  workers: 3,
  projects: [
    { name: 'people', testIgnore: ['**/pages.spec.ts', '**/page-checks.spec.ts', '**/build-flow.spec.ts', '**/tabs.spec.ts'] },
    { name: 'pages', testMatch: ['**/pages.spec.ts', '**/page-checks.spec.ts'] },
    // Long, or in a hurry: one at a time, with both cores for itself.
    { name: 'drawing', testMatch: '**/build-flow.spec.ts', workers: 1 },
    { name: 'crowd', testMatch: '**/tabs.spec.ts', workers: 1 },
  ],
  // A machine that other work holds up is not a broken program: what passes the second time is reported as flaky.
  retries: 1,
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
