/* global window, document */
// By hand: plays the widget's whole story in a browser, checks what can be checked, and leaves pictures to look at.
//   node tests/browser/widget-look/look.mjs [folder for the pictures]
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from '@playwright/test';
import { buildWidget } from '../../../lib/channels/web-chat/widget/build.mjs';
import { CHROMIUM_ARGS, findChromium } from '../find-chromium.mjs';
import { startShop } from '../shop/server.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PICTURES = resolve(process.argv[2] ?? join(ROOT, 'test-results', 'widget'));
const AXE = 'node_modules/axe-core/axe.min.js';

await mkdir(PICTURES, { recursive: true });
const widget = await buildWidget({ outfile: join(ROOT, 'dist', 'widget-look', 'widget.js') });
console.log(`widget: ${widget.bytes} bytes, ${widget.gzipped} gzipped`);
assert.ok(widget.gzipped <= 20 * 1024, 'the widget weighs more than 20 KB gzipped');

const sceneFile = join(ROOT, 'dist', 'widget-look', 'scene.mjs');
await build({ entryPoints: [fileURLToPath(new URL('scene.ts', import.meta.url))], absWorkingDir: ROOT, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile: sceneFile });
const { startScene } = await import(pathToFileURL(sceneFile).href);
const shop = await startShop();
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
const faults = [];

try {
  for (const [language, colorScheme, width, height] of [['fr', 'light', 1440, 900], ['en', 'dark', 1440, 900], ['fr', 'dark', 390, 844], ['en', 'light', 390, 844]]) {
    await story(language, colorScheme, width, height);
  }
  await trouble();
  await newSecret();
  await manyTabs();
} finally {
  await browser.close();
  await shop.stop();
}
console.log(faults.length === 0 ? 'no faults' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

async function story(language, colorScheme, width, height) {
  const chat = await startScene(widget.outfile);
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: language });
  const page = await context.newPage();
  watch(page);
  const name = `${language}-${colorScheme}-${width}`;
  const shot = (step) => page.screenshot({ path: join(PICTURES, `${name}-${step}.png`) });
  const french = language === 'fr';
  await page.goto(shop.page({ host: chat.origin, key: 'demo', language }));
  const launcher = page.getByRole('button', { name: french ? /^Ouvrir la discussion/ : /^Open the chat/ });
  await launcher.waitFor();
  await shot('0-closed');
  await launcher.press('Enter');
  const field = page.getByRole('textbox', { name: french ? 'Votre message' : 'Your message' });
  await page.getByRole('heading', { name: 'Maison Lumen', level: 2 }).waitFor();
  assert.equal(await focused(page), 'TEXTAREA');
  await page.waitForTimeout(700);
  await shot('1-greeting');
  await field.fill(french ? 'Bonjour, une question sur mon retour' : 'Hello, a question about my return');
  await field.press('Enter');
  await page.getByRole('button', { name: french ? 'Mon remboursement' : 'My refund' }).waitFor();
  await page.waitForTimeout(300);
  await shot('2-buttons');
  await check(page, `${name} buttons`);
  await page.getByRole('button', { name: french ? 'Mon remboursement' : 'My refund' }).click();
  await shot('3-pressed');
  const person = page.getByRole('button', { name: french ? 'Parler à un conseiller' : 'Talk to an advisor' });
  await person.waitFor();
  await page.waitForTimeout(1600);
  assert.equal(await page.getByRole('button', { name: french ? 'Changer d’adresse' : 'Change the address' }).count(), 0, 'the answered row is folded');
  await person.click();
  await page.getByText(french ? 'Un conseiller va vous répondre ici' : 'An advisor will answer you here').waitFor();
  await page.waitForTimeout(300);
  await shot('4-waiting');
  await check(page, `${name} waiting`);
  const conversation = [...chat.conversations.values()][0];
  chat.change(conversation, { owner: 'agent', agent: { id: 'lea', name: 'Léa Fontaine' }, seenByAgent: conversation.messages.length });
  await page.getByText(french ? 'Léa prend le relais' : 'Léa takes over').waitFor();
  chat.typing(conversation, true);
  await page.waitForTimeout(900);
  await shot('5-hand-over');
  chat.say(conversation, 'agent', french ? 'Bonjour Claire, je vois votre retour. Le virement de 249\u00a0€ est parti ce matin.' : 'Hello Claire, I can see your return. The transfer of €249 left this morning.', { authorId: 'lea' });
  chat.say(conversation, 'agent', french ? 'Le détail est ici\u202f: https://maisonlumen.example/retours/ML-48-4417.' : 'The details are here: https://maisonlumen.example/returns/ML-48-4417.', { authorId: 'lea' });
  await page.getByRole('link', { name: /maisonlumen/ }).waitFor();
  await field.fill(french ? 'Mon compte dit encore « en attente »' : 'My account still says “pending”');
  await field.press('Enter');
  await page.getByText(french ? 'Distribué' : 'Delivered').waitFor();
  chat.change(conversation, { seenByAgent: conversation.messages.length });
  await page.getByText(french ? 'Lu' : 'Read', { exact: true }).waitFor();
  await page.waitForTimeout(300);
  await shot('6-agent');
  await check(page, `${name} agent`);

  // The tab is closed and opened again: the same conversation, and what came meanwhile is counted.
  await page.close();
  chat.say(conversation, 'agent', french ? 'Votre banque l’affichera d’ici jeudi.' : 'Your bank will show it by Thursday.', { authorId: 'lea' });
  const again = await context.newPage();
  watch(again);
  await again.goto(shop.page({ host: chat.origin, key: 'demo', language }));
  await again.getByRole('button', { name: french ? 'Ouvrir la discussion, messages non lus\u202f: 1' : 'Open the chat, unread messages: 1' }).waitFor();
  await again.screenshot({ path: join(PICTURES, `${name}-7-unread.png`) });
  await again.evaluate(() => window.Relais.open());
  await again.getByText(french ? 'Votre banque l’affichera' : 'Your bank will show').waitFor();
  await again.waitForTimeout(600);
  assert.equal(await again.locator('relais-chat .say').count(), conversation.messages.length, 'every bubble is there once');
  chat.change(conversation, { owner: 'closed', agent: null });
  await again.getByText(french ? 'Écrivez un message pour la rouvrir.' : 'Write a message to reopen it.').waitFor();
  await again.waitForTimeout(300);
  await again.screenshot({ path: join(PICTURES, `${name}-8-closed.png`) });
  await check(again, `${name} closed`);
  assert.ok(conversation.snapshot.read >= conversation.messages.length, 'what she saw is told as read');

  await again.getByRole('textbox').press('Escape');
  assert.equal(await again.evaluate(() => document.querySelector('relais-chat').shadowRoot.activeElement.className), 'launcher', 'Escape closes and gives the focus back');
  if (chat.errors.length > 0) faults.push(`${name}: server errors ${chat.errors.join(' ')}`);
  await context.close();
  await chat.stop();
}

/** Connection lost in mid-sentence: what was written is kept, shown as such, and arrives once. */
async function trouble() {
  const chat = await startScene(widget.outfile);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(shop.page({ host: chat.origin, key: 'demo', language: 'fr' }));
  await page.evaluate(() => window.Relais?.open()).catch(() => undefined);
  await page.getByRole('button', { name: /^Ouvrir la discussion/ }).or(page.getByRole('textbox')).first().waitFor();
  await page.evaluate(() => window.Relais.open());
  const field = page.getByRole('textbox');
  await field.fill('Bonjour');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Mon remboursement' }).waitFor();
  const conversation = [...chat.conversations.values()][0];

  await context.setOffline(true);
  await field.fill('<img src=x onerror=alert(1)> {{ 7*7 }} et un très long mot sansaucunespacequidépasselargementlalargeurdelabulle'.repeat(2));
  await field.press('Enter');
  await page.getByRole('alert').getByText(/Connexion perdue/).waitFor();
  await page.getByText('En attente de la connexion').waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(PICTURES, 'fr-light-1440-9-offline.png') });
  await check(page, 'offline');
  assert.equal(conversation.messages.filter(({ author }) => author === 'customer').length, 1);
  await context.setOffline(false);
  await page.getByRole('alert').waitFor({ state: 'hidden', timeout: 20_000 });
  await page.getByText('Comment puis-je vous aider').nth(1).waitFor();
  assert.equal(conversation.messages.filter(({ author }) => author === 'customer').length, 2, 'sent once, when the connection was back');
  assert.equal(await page.locator('relais-chat .customer').count(), 2, 'shown once');
  assert.equal(await page.evaluate(() => document.querySelector('relais-chat').shadowRoot.querySelectorAll('.log img').length), 0, 'markup is text');

  // The line is cut: the widget comes back by itself, and nothing is lost meanwhile.
  chat.cut();
  chat.say(conversation, 'bot', 'Dit pendant l’absence');
  await page.getByText('Dit pendant l’absence').waitFor({ timeout: 10_000 });

  await field.fill('x'.repeat(4100));
  await page.waitForTimeout(100);
  await page.screenshot({ path: join(PICTURES, 'fr-light-1440-10-too-long.png') });
  await context.close();
  await chat.stop();
}

/** The server's secret was replaced: the browser becomes a new visitor by itself, and what she writes arrives. */
async function newSecret() {
  const chat = await startScene(widget.outfile);
  const context = await browser.newContext();
  await context.addInitScript(() => window.localStorage.getItem('relais:demo:token') ?? window.localStorage.setItem('relais:demo:token', 'v1.of.yesterday'));
  const page = await context.newPage();
  await page.goto(shop.page({ host: chat.origin, key: 'demo', language: 'fr' }));
  await page.getByRole('button', { name: /^Ouvrir la discussion/ }).click();
  await page.getByRole('textbox').fill('Bonjour');
  await page.getByRole('textbox').press('Enter');
  await page.getByRole('button', { name: 'Mon remboursement' }).waitFor();
  assert.equal(chat.conversations.size, 1);
  await context.close();
  await chat.stop();
}

/** Ten tabs of one browser share one stream; when its tab closes, another takes it over. */
async function manyTabs() {
  const chat = await startScene(widget.outfile);
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  let streams = 0;
  context.on('request', (request) => {
    if (request.url().includes('/events')) streams += 1;
  });
  const first = await context.newPage();
  await first.goto(shop.page({ host: chat.origin, key: 'demo', language: 'en' }));
  await first.getByRole('button', { name: /^Open the chat/ }).click();
  await first.getByRole('textbox').fill('Hello');
  await first.getByRole('textbox').press('Enter');
  await first.getByRole('button', { name: 'My refund' }).waitFor();
  const tabs = [first];
  for (let count = 1; count < 10; count += 1) {
    const tab = await context.newPage();
    await tab.goto(shop.page({ host: chat.origin, key: 'demo', language: 'en' }));
    await tab.getByRole('button', { name: /^Open the chat/ }).click();
    await tab.getByRole('button', { name: 'My refund' }).waitFor();
    tabs.push(tab);
  }
  assert.equal(streams, 1, `one stream for ten tabs, not ${streams}`);
  const conversation = [...chat.conversations.values()][0];
  const started = performance.now();
  chat.say(conversation, 'bot', 'News for every tab');
  await Promise.all(tabs.map((tab) => tab.getByText('News for every tab').waitFor()));
  console.log(`ten tabs told in ${Math.round(performance.now() - started)} ms`);
  await first.close();
  await new Promise((done) => setTimeout(done, 500));
  chat.say(conversation, 'bot', 'News after the leader left');
  await Promise.all(tabs.slice(1).map((tab) => tab.getByText('News after the leader left').waitFor()));
  assert.equal(streams, 2, `the stream was taken over once, not ${streams - 1} times`);
  await context.close();
  await chat.stop();
}

function watch(page) {
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
}

function focused(page) {
  return page.evaluate(() => document.querySelector('relais-chat').shadowRoot.activeElement?.tagName ?? null);
}

/** axe on the widget, and no element wider than its box. */
async function check(page, where) {
  await page.addScriptTag({ path: join(ROOT, AXE) });
  const found = await page.evaluate(() => window.axe.run('relais-chat', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
  for (const violation of found.violations) faults.push(`${where}: ${violation.id} ${violation.nodes.map(({ target, any }) => `${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`);
  const overflow = await page.evaluate(() => {
    const root = document.querySelector('relais-chat').shadowRoot;
    return [...root.querySelectorAll('.panel, .log, .bubble, .options button, h2')].filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className || box.tagName);
  });
  if (overflow.length > 0) faults.push(`${where}: overflows ${overflow.join(', ')}`);
}
