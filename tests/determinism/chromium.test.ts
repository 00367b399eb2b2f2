import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROMIUM_ARGS, findChromium, INSTALL_CHROMIUM } from '../browser/find-chromium.mjs';
import { bundleDigest, readLibrary } from './bundle.mjs';
import { type Library, digest } from './digest';

interface Computed {
  digest: string;
  parts: Record<string, string>;
  surroundings: { offset: number; locale: string };
}

const folder = mkdtempSync(join(tmpdir(), 'relais-digest-'));
const here = digest(readLibrary() as Library);
let browser: Browser;
let script: string;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`No Chromium, Chrome or Edge was found.\n${INSTALL_CHROMIUM}`);
  await bundleDigest(join(folder, 'browser.js'), 'browser');
  script = readFileSync(join(folder, 'browser.js'), 'utf8');
  browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One that differs from a server in everything; with RELAIS_EVERYWHERE in the environment, others too. */
const SURROUNDINGS = [['Pacific/Apia', 'fr-FR', 660], ['UTC', 'en-US', 0], ['America/St_Johns', 'de-DE', 210]] as const;

it.each(SURROUNDINGS.slice(0, process.env.RELAIS_EVERYWHERE ? undefined : 1))('a browser in %s that speaks %s computes what Node computes', async (timezoneId, locale, offset) => {
  const context = await browser.newContext({ timezoneId, locale });
  const page = await context.newPage();
  await page.addScriptTag({ content: script });
  const { surroundings, ...there } = await page.evaluate(() => (globalThis as unknown as { relaisDigest: Computed }).relaisDigest);
  expect(surroundings).toEqual({ offset, locale });
  expect(there).toEqual(here);
  await context.close();
});
