import { readFileSync } from 'node:fs';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { apiOf } from './api-of';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { signIn } from './people';
import { startProgram, type Program } from './program';

test.describe('the flows of a workspace', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;

  test.beforeAll(async () => {
    // A first start may build.
    test.setTimeout(240_000);
    [program, browser] = await Promise.all([startProgram(), chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })]);
    page = await signIn(browser, program, 'ines');
  });
  test.afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const api = () => apiOf(program, page.context());
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  async function act(name: string, entry: string): Promise<void> {
    await page.getByRole('button', { name: `Acts on ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  }

  test('a template becomes a flow of one’s own with its tests, is renamed, copied, put away and taken back', async () => {
    await page.goto(`${program.url}/flows`);
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('button', { name: 'Use “Order tracking”' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Where is my order');
    await page.getByRole('button', { name: 'Create the flow' }).click();
    await page.waitForURL(/\/flows\/[\w-]+$/);
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    const id = page.url().split('/').at(-1) ?? '';
    expect((await api().tests.ofFlow.query({ flowId: id })).length).toBeGreaterThan(4);

    await page.goto(`${program.url}/flows`);
    await act('Where is my order', 'Rename');
    await page.getByRole('textbox', { name: 'New name' }).fill('Parcels');
    await page.keyboard.press('Enter');
    await expect(row('Parcels')).toBeVisible();
    expect((await api().flows.get.query({ id })).document.name).toBe('Parcels');
    await act('Parcels', 'Duplicate');
    await expect(row('Copy of Parcels')).toBeVisible();

    await act('Copy of Parcels', 'Archive');
    await expect(row('Copy of Parcels')).toBeHidden();
    await page.getByRole('radio', { name: 'Archived' }).click();
    await expect(row('Copy of Parcels')).toBeVisible();
    await act('Copy of Parcels', 'Restore');
    await expect(row('Copy of Parcels')).toBeHidden();
    await page.getByRole('radio', { name: 'In use' }).click();
    await expect(row('Copy of Parcels')).toBeVisible();
    await act('Service client', 'Archive');
    await expect(page.getByText(/^The customers of Site web begin with “Service client”/)).toBeVisible();
    await expect(row('Service client')).toBeVisible();
  });

  test('a flow leaves as a file and comes back as it was; a file that is none is refused in words', async () => {
    await page.goto(`${program.url}/flows`);
    const download = page.waitForEvent('download');
    await act('Service client', 'Export as a file');
    const file = await download;
    expect(file.suggestedFilename()).toBe('service-client.flow.json');
    const text = readFileSync(await file.path(), 'utf8');
    await page.getByRole('button', { name: 'Import' }).click();
    await page.locator('input[type="file"]').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(text.replace('"nodes"', '"steps"')) });
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/steps/);
    await expect(page.getByRole('button', { name: 'Import the flow' })).toBeHidden();
    await page.locator('input[type="file"]').setInputFiles({ name: 'flow.json', mimeType: 'application/json', buffer: Buffer.from(text.replace(/("skills":\s*\[\s*)"refund"/g, '$1"repair"')) });
    await page.getByRole('combobox', { name: 'Skill “repair”' }).click();
    await page.getByRole('option', { name: 'Refund' }).click();
    await page.getByRole('button', { name: 'Import the flow' }).click();
    await page.waitForURL(/\/flows\/[\w-]+$/);
    const { document } = await api().flows.get.query({ id: page.url().split('/').at(-1) ?? '' });
    expect(document).toEqual(JSON.parse(text));
  });

  test('a version says what it changed, and an older one is live again with one click; the draft can be taken back', async () => {
    const flow = (await api().flows.list.query()).find(({ connections }) => connections.length > 0);
    const id = flow?.id ?? '';
    const set = (baseRevision: number, value: string) =>
      api().flows.save.mutate({ id, baseRevision, operations: [{ kind: 'node.set', id: 'welcome', path: ['title', 'en'], value }] });
    const first = await set((await api().flows.get.query({ id })).revision, 'Second greeting');
    await api().flows.publish.mutate({ id, revision: first.revision, note: 'A better greeting' });
    await set(first.revision, 'Not published yet');

    await page.goto(`${program.url}/flows/${id}/versions`);
    await expect(page.getByRole('link', { name: /Version 2/ })).toContainText('A better greeting');
    const changes = page.getByRole('complementary', { name: 'What changed' });
    await expect(changes.getByText('Second greeting').last()).toBeVisible();
    await page.getByRole('link', { name: /Version 1/ }).click();
    await expect(changes.getByText('Nothing before it')).toBeVisible();
    await page.getByRole('button', { name: 'Back to version 1' }).click();
    await expect(page.getByRole('dialog')).toContainText('The draft has changes that are in no version.');
    await page.getByRole('button', { name: 'Publish as version 3' }).click();
    await expect(page.getByRole('link', { name: /Version 3/ })).toContainText('live');
    const back = await api().flows.get.query({ id });
    expect(back.document).toEqual((await api().flows.version.query({ id, number: 1 })).document);
    await page.getByRole('button', { name: 'Take the draft back' }).click();
    await expect.poll(async () => (await api().flows.get.query({ id })).document.nodes['welcome']?.title['en']).toBe('Not published yet');
    expect((await api().flows.versions.query({ id })).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test('who may only read sees the flows and their versions, and no act that changes them', async () => {
    const reader = await signIn(browser, program, 'tom');
    await reader.goto(`${program.url}/flows`);
    await reader.getByRole('button', { name: 'Acts on Service client', exact: true }).first().click();
    await expect(reader.getByRole('menuitem')).toHaveText(['Versions', 'Export as a file']);
    await reader.keyboard.press('Escape');
    for (const name of ['Import', 'New flow']) await expect(reader.getByRole('button', { name })).toHaveCount(0);
    const id = (await api().flows.list.query()).find(({ connections }) => connections.length > 0)?.id ?? '';
    await reader.goto(`${program.url}/flows/${id}/versions?v=1`);
    await expect(reader.getByRole('link', { name: /Version 1/ })).toBeVisible();
    await expect(reader.getByRole('button', { name: /^Back to version/ })).toHaveCount(0);
    await reader.context().close();
  });
});
