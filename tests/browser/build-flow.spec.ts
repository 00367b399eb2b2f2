import { readFileSync, readdirSync } from 'node:fs';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import type { FlowDocument } from '../../flows/document/flow-document';
import type { Article } from '../../flows/knowledge/article';
import type { Script } from '../../flows/simulator/script';
import { apiOf } from './api-of';
import { seatAgents, type Agents } from './build-flow/agents';
import { buildFlow } from './build-flow/build-flow';
import { canonicalDocument } from './build-flow/canonical-document';
import { keyboardHands } from './build-flow/keyboard-hands';
import { hangClock, keyOf, type LetTimePass } from './build-flow/let-time-pass';
import { loadFlowFacts, type FlowFacts } from './build-flow/load-flow-facts';
import { mouseHands } from './build-flow/mouse-hands';
import { playScript, type Stage } from './build-flow/play-script';
import type { StudioHands } from './build-flow/studio-hands';
import { watchPointer } from './build-flow/watch-pointer';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { signIn, signInTo } from './people';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

const FLOW = 'flows/library/customer-service';

// A picture of the page before and after each of some thousand keys would take longer than the keys.
test.use({ trace: 'off' });

/** The flow of the demo workspace is drawn anew from an empty canvas, published, and every branch of it chatted through. */
test.describe('a person draws the customer service flow', () => {
  let program: Program;
  let browser: Browser;
  let facts: FlowFacts;
  let document: FlowDocument;
  let scripts: Script[];
  let shop: Awaited<ReturnType<typeof startShop>>;
  let agents: Agents;
  let simulated: Stage['simulated'];
  let letTimePass: LetTimePass;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    [program, shop, browser, facts] = await Promise.all([startProgram(), startShop(), chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS }), loadFlowFacts()]);
    document = facts.flowDocumentSchema.parse(readJson(`${FLOW}.flow.json`));
    scripts = readdirSync('flows/library')
      .filter((name) => /^customer-service\..*\.script\.json$/.test(name))
      // Today, by a customer whose name a web chat does not know.
      .map((name): Script => ({ ...(readJson(`flows/library/${name}`) as Script), contact: {}, start: new Date().toISOString() }));
    const compiled = facts.compile(document, { ref: 'drawn', registry: facts.defaultRegistry });
    if (!compiled.ok) throw new Error('the flow of the library is not sound');
    const knowledge = facts.articleSearch(readJson('flows/library/articles.json') as Article[], 1);
    simulated = (script) => facts.simulate(compiled.flow, script, { knowledge });
    agents = await seatAgents(browser, program, ['lea', 'karim']);
    letTimePass = await hangClock(program, apiOf(program, (await signIn(browser, program, 'ines')).context()));
  });
  test.afterAll(async () => {
    await Promise.all([browser.close(), shop.stop()]);
    await program.stop();
  });

  test('the conversations of the library take every branch of it', () => {
    const taken = new Set(scripts.flatMap((script) => simulated(script).path.map(({ node, port = '' }) => `${node}/${port}`)));
    expect(Object.keys(document.edges).filter((branch) => !taken.has(branch))).toEqual([]);
  });

  test('with the mouse', async () => {
    test.setTimeout(480_000);
    const { key, pointer } = await drawAndPublish('Drawn by mouse', mouseHands);
    expect(pointer).toBeGreaterThan(100);
    await chatThrough(key);
  });

  test('with the keyboard only', async () => {
    test.setTimeout(480_000);
    const { key, pointer } = await drawAndPublish('Drawn by keyboard', keyboardHands);
    expect(pointer).toBe(0);
    await chatThrough(key);
  });

  /** From an empty canvas to a published version that is the demo's flow, on a chat of its own: its key, and what a pointer did. */
  async function drawAndPublish(name: string, handsOn: (page: Page) => StudioHands): Promise<{ key: string; pointer: number }> {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } });
    const pointer = await watchPointer(context);
    const page = await signInTo(context, program, 'ines');
    const hands = handsOn(page);
    const api = apiOf(program, context);
    const references = await api.workspace.references.query();
    const wanted = { ...document, name };
    const began = Date.now();
    const built = await buildFlow(page, hands, wanted, facts, references);
    console.log(`    ${name} in ${Math.round((Date.now() - began) / 1000)} s`);
    await expect(page.getByText('No problem: this flow can be published')).toBeVisible();
    const draft = (await api.flows.get.query({ id: built.id })).document;
    expect(canonicalDocument(draft, built.order, facts)).toEqual(canonicalDocument(wanted, built.drawnFrom, facts));

    await test.step('publishes it', async () => {
      await hands.openPublishing();
      const dialog = page.getByRole('dialog');
      await hands.press(dialog.getByRole('button', { name: 'Publish version 1' }));
      await expect(dialog.getByText('Version 1 published')).toBeVisible();
      await hands.press(dialog.getByRole('button', { name: 'Back to the flow' }));
    });
    await test.step('puts a chat on it', async () => {
      await hands.press(page.getByRole('link', { name: 'Settings', exact: true }));
      await hands.press(page.getByRole('link', { name: 'Chat widget', exact: true }));
      await hands.press(page.getByRole('button', { name: 'Add a chat' }));
      const dialog = page.getByRole('dialog');
      await hands.write(dialog.getByLabel('Name'), name);
      await hands.choose(dialog.getByRole('combobox', { name: 'Flow it runs' }), name);
      await hands.press(dialog.getByRole('button', { name: 'Add a chat' }));
      await page.waitForURL(/\/settings\/widget\/[0-9a-f-]{36}$/);
    });
    const key = await keyOf(api, name);
    await context.close();
    return { key, pointer: pointer() };
  }

  async function chatThrough(key: string): Promise<void> {
    const stage: Stage = { program, browser, agents, simulated, letTimePass, key, shop: (language) => shop.page({ host: program.url, key, language }) };
    const began = Date.now();
    const needAgents = (script: Script) => script.events.some((event) => 'agent' in event);
    const alone = scripts.filter((script) => !needAgents(script));
    // One after the other where agents join, so that each is offered the one conversation that waits.
    await Promise.all([
      inTurn(scripts.filter(needAgents), (script) => playScript(stage, script)),
      inTurn(alone.slice(0, alone.length / 2), (script) => playScript(stage, script)),
      inTurn(alone.slice(alone.length / 2), (script) => playScript(stage, script)),
    ]);
    console.log(`    ${scripts.length} conversations in ${Math.round((Date.now() - began) / 1000)} s`);
  }
});

async function inTurn(scripts: readonly Script[], play: (script: Script) => Promise<void>): Promise<void> {
  for (const script of scripts) await play(script);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
