import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import { apiOf } from './api-of';
import { signIn } from './people';
import { startProgram, type Program } from './program';

const golden = <T>(kind: 'script' | 'transcript'): T => JSON.parse(readFileSync(`flows/library/customer-service.address-shipped.${kind}.json`, 'utf8')) as T;

test.describe('the tests of a flow', () => {
  let program: Program;
  test.beforeAll(async () => {
    program = await startProgram();
  });
  test.afterAll(() => program.stop());

  test('a saved test goes red after an edit in the studio, says why, and is green again once the new answer is accepted', async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, program, 'ines');
    const api = apiOf(program, page.context());
    const flow = (await api.flows.list.query()).find(({ name }) => name === 'Service client');
    if (!flow) throw new Error('no flow');
    const kept = { script: golden<Script>('script'), transcript: golden<Transcript>('transcript') };
    await api.tests.create.mutate({ flowId: flow.id, name: 'Kept as it was', ...kept });

    await page.goto(`${program.url}/tests/${flow.id}`);
    const row = page.getByRole('button', { name: /Kept as it was/ });
    await expect(row).toContainText('Passes', { timeout: 30_000 });

    await page.goto(`${program.url}/flows/${flow.id}?step=welcome`);
    await page.getByRole('textbox', { name: 'Question' }).fill('Hello! What can I do for you today?');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await page.goto(`${program.url}/tests/${flow.id}`);
    await expect(row).toContainText('Fails', { timeout: 30_000 });
    await row.click();
    const panel = page.getByRole('region', { name: 'Kept as it was' });
    await expect(panel.getByRole('status')).toHaveText(/^Turn 1 differs: “Hello! What can I do for you today\?” is said where the test expects “Hello! I am the Maison Lumen assistant/);
    await expect(panel.getByRole('heading', { name: 'Expected' })).toBeVisible();
    await expect(page).toHaveURL(/\?test=/);
    await expect(panel.getByRole('link', { name: 'Open in simulator' })).toHaveAttribute('href', /^\/simulate\/.+\?test=/);

    await panel.getByRole('button', { name: 'Accept the new answer' }).click();
    await expect(row).toContainText('Passes');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toContainText('Fails', { timeout: 30_000 });
    await panel.getByRole('button', { name: 'Accept the new answer' }).click();
    await expect(row).toContainText('Passes');

    await panel.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await panel.getByRole('textbox', { name: 'Name of the test' }).fill('Kept again');
    await page.keyboard.press('Enter');
    const renamed = page.getByRole('region', { name: 'Kept again' });
    await renamed.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByRole('button', { name: /Kept again/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: /Kept again/ })).toContainText('Passes');
  });
});
