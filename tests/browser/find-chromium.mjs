import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** What to type where no browser was found. */
export const INSTALL_CHROMIUM = 'Install one with:  npx playwright install chromium\nor name yours:     RELAIS_CHROMIUM=/path/to/chrome npm test';

const INSTALLED = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) => `${process.env[name]}\\${path}`),
  ),
};

/** Path of a Chromium-like browser: the one named, an installed one, or Playwright's own; undefined when there is none. */
export function findChromium() {
  const candidates = [process.env.RELAIS_CHROMIUM, ...(INSTALLED[process.platform] ?? []), chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

/** Quiet, and at home in a container: no sandbox for root, no call to any service of the browser's maker. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
