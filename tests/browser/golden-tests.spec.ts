import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import { apiOf } from './api-of';
import { signIn } from './people';
import { startProgram, type Program } from './program';

const golden = <T>(kind: 'script' | 'transcript'): T => JSON.parse(readFileSync(`flows/library/customer-service.order-solved.${kind}.json`, 'utf8')) as T;

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
    const flow = (await api.flows.list.query())[0];
    if (!flow) throw new Error('no flow');
    const kept = { script: golden<Script>('script'), transcript: golden<Transcript>('transcript') };
    await api.tests.create.mutate({ flowId: flow.id, name: 'Order solved', ...kept });

    await page.goto(`${program.url}/tests/${flow.id}`);
    const row = page.getByRole('button', { name: /Order solved/ });
    await expect(row).toContainText('Passes');

    await page.goto(`${program.url}/flows/${flow.id}?step=welcome`);
    const field = page.getByRole('textbox', { name: /^Message/ }).first();
    await expect(field).toHaveValue(/Maison Lumen/);
    await field.fill('Hello! What can I do for you today?');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await page.goto(`${program.url}/tests/${flow.id}`);
    await expect(row).toContainText('Fails');
    await row.click();
    const panel = page.getByRole('region', { name: 'Order solved' });
    await expect(panel.getByRole('status')).toHaveText(/^Turn 1 differs: “Hello! What can I do for you today\?” is said where the test expects “Hello! I am the Maison Lumen assistant/);
    await expect(panel.getByRole('heading', { name: 'Expected' })).toBeVisible();
    await expect(page).toHaveURL(/\?test=/);
    await expect(panel.getByRole('link', { name: 'Open in simulator' })).toHaveAttribute('href', /^\/simulate\/.+\?test=/);

    await panel.getByRole('button', { name: 'Accept the new answer' }).click();
    await expect(row).toContainText('Passes');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toContainText('Fails');
    await panel.getByRole('button', { name: 'Accept the new answer' }).click();
    await expect(row).toContainText('Passes');

    await panel.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await panel.getByRole('textbox', { name: 'Name of the test' }).fill('Order found');
    await page.keyboard.press('Enter');
    const renamed = page.getByRole('region', { name: 'Order found' });
    await renamed.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByText('No test of this flow yet')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: /Order found/ })).toContainText('Passes');
  });

  test('two hundred tests run without freezing the page', async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, program, 'tom');
    await expect(page).toHaveURL(/\/tests$/);
    const api = apiOf(program, page.context());
    const flow = (await api.flows.list.query())[0];
    if (!flow) throw new Error('no flow');
    const kept = { script: golden<Script>('script'), transcript: golden<Transcript>('transcript') };
    for (let count = 0; count < 200; count += 1) await api.tests.create.mutate({ flowId: flow.id, name: `Test ${count}`, ...kept });
    await page.goto(`${program.url}/tests/${flow.id}`);
    await expect(page.getByText(/^Run .* in [\d.]+ s$/)).toBeVisible();
    // While they run once more, the longest time in which the page could not have answered.
    const longest = await page.evaluate(async () => {
      let worst = 0;
      let last = performance.now();
      const watch = setInterval(() => {
        worst = Math.max(worst, performance.now() - last);
        last = performance.now();
      }, 0);
      [...document.querySelectorAll<HTMLButtonElement>('main button')].find(({ textContent }) => textContent === 'Run all')?.click();
      await new Promise((resolve) => setTimeout(resolve, 3000));
      clearInterval(watch);
      return worst;
    });
    test.info().annotations.push({ type: 'longest pause', description: `${Math.round(longest)} ms` });
    console.log(`200 tests: longest pause ${Math.round(longest)} ms; ${await page.getByText(/^Run .* in [\d.]+ s$/).innerText()}`);
    expect(longest).toBeLessThan(500);
  });
});
