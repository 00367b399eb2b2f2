import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Article } from '@/flows/knowledge/article';
import type { Script } from '@/flows/simulator/script';
import { CHROMIUM_ARGS, findChromium, INSTALL_CHROMIUM } from '../browser/find-chromium.mjs';
import { bundleSimulator } from './bundle.mjs';

export interface BrowserPlay {
  /** Plays scripts in the page; each transcript as canonical JSON. */
  play(cases: readonly { flow: string; script: Script }[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Takes JSON: what travels to a page travels as text anyway. */
type Played = (given: string) => string[];

/** The simulator's modules, bundled for browsers, in a headless Chromium far from here in zone and language. */
export async function browserPlay(folder: string, world: { articles: Article[]; flows: Record<string, FlowDocument> }): Promise<BrowserPlay> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`No Chromium, Chrome or Edge was found.\n${INSTALL_CHROMIUM}`);
  const outfile = join(folder, 'simulator.js');
  await bundleSimulator(outfile);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const page = await (await browser.newContext({ timezoneId: 'Pacific/Apia', locale: 'de-DE' })).newPage();
  await page.addScriptTag({ content: readFileSync(outfile, 'utf8') });
  return {
    play: (cases) => page.evaluate((given) => (globalThis as unknown as { relaisPlay: Played }).relaisPlay(given), JSON.stringify({ ...world, cases })),
    close: () => browser.close(),
  };
}
