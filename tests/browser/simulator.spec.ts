import { expect, test, type Page } from '@playwright/test';
import { apiOf } from './api-of';
import { drawHoursFlow } from './hours-flow';
import { signIn } from './people';
import { startProgram, type Program } from './program';

test.describe('a flow is simulated', () => {
  let program: Program;
  test.beforeAll(async () => {
    program = await startProgram();
  });
  test.afterAll(() => program.stop());

  const chat = (page: Page) => page.getByRole('log', { name: 'Conversation' });
  const say = async (page: Page, words: string) => {
    await page.getByRole('textbox', { name: 'Write as the customer' }).fill(words);
    await page.keyboard.press('Enter');
  };
  const clock = (page: Page) => page.getByRole('region', { name: 'Clock' }).locator('time');
  const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`);

  test('through choices, silence, nobody there, back, and a Sunday night, and kept as a test', async ({ browser }) => {
    test.setTimeout(150_000);
    const page = await signIn(browser, program, 'ines');
    const api = apiOf(program, page.context());
    const flow = await drawHoursFlow(api);
    await api.flows.publish.mutate({ id: flow, revision: 1 });
    await page.goto(`${program.url}/simulate?choose=1`);
    await page.getByRole('link', { name: 'Hours' }).click();
    await expect(page).toHaveURL(new RegExp(`/simulate/${flow}`));

    await test.step('silence: the next timer fires at its time', async () => {
      await say(page, 'hello');
      await expect(chat(page).getByText('Good day. What is it about?')).toBeVisible();
      await expect(step(page, 'menu')).toHaveAttribute('aria-current', 'step');
      const before = await clock(page).getAttribute('datetime');
      await page.getByRole('button', { name: /^Next timer/ }).click();
      await expect(chat(page).getByText('Until next time.')).toBeVisible();
      expect(Date.parse((await clock(page).getAttribute('datetime')) ?? '') - Date.parse(before ?? '')).toBe(30 * 60_000);
      await expect(step(page, 'silent')).toHaveClass(/is-travelled/);
      await expect(step(page, 'times')).toHaveClass(/is-unreached/);
    });

    await test.step('back: clock, timers and words are what they were', async () => {
      await page.getByRole('main').click({ position: { x: 5, y: 300 } });
      await page.keyboard.press('b');
      await expect(chat(page).getByText('Until next time.')).toHaveCount(0);
      await expect(page.getByRole('button', { name: /^Next timer/ })).toContainText('+30:00');
      await expect(step(page, 'menu')).toHaveAttribute('aria-current', 'step');
    });

    await test.step('a button leads to the hand-over, and nobody is there', async () => {
      await page.getByRole('tab', { name: 'World' }).click();
      await page.getByRole('combobox', { name: 'Customer service' }).click();
      await page.getByRole('option', { name: 'open', exact: true }).click();
      await chat(page).getByRole('button', { name: 'Talk to an advisor' }).click();
      await expect(chat(page).getByText('An advisor joins you.')).toBeVisible();
      await page.getByRole('tab', { name: 'Trace' }).click();
      await expect(page.getByRole('tabpanel').getByText('Handed over to a person')).toBeVisible();
      await expect(page.getByRole('tabpanel').getByText('“advisor”')).toBeVisible();
      await page.getByRole('button', { name: 'Nobody is there' }).click();
      await expect(chat(page).getByText('Nobody is free. We write to you tomorrow.')).toBeVisible();
    });

    await test.step('on a Sunday at eleven in the evening it is closed', async () => {
      await page.getByRole('button', { name: 'Restart' }).click();
      await page.getByRole('button', { name: 'Sunday 23:00' }).click();
      await expect(clock(page)).toHaveText(/^Sun .*23:00:00$/);
      await say(page, 'hello');
      await chat(page).getByRole('button', { name: 'Talk to an advisor' }).click();
      await expect(chat(page).getByText('We are closed now.')).toBeVisible();
      await expect(page.getByRole('tabpanel').getByText(/closed at that moment/)).toBeVisible();
    });

    await test.step('it is kept as a test and opened again by its address', async () => {
      await page.getByRole('button', { name: 'Save as test…' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Sunday night');
      await page.getByRole('button', { name: 'Save the test' }).click();
      await expect(page.getByText('Test “Sunday night” saved.')).toBeVisible();
      const [kept] = await api.tests.ofFlow.query({ flowId: flow });
      expect(kept).toMatchObject({ name: 'Sunday night', transcript: { state: 'done' } });
      await page.goto(`${program.url}/simulate/${flow}?test=${kept?.id}`);
      await expect(chat(page).getByText('We are closed now.')).toBeVisible();
      await expect(clock(page)).toHaveText(/^Sun .*23:00:00$/);
    });

    await test.step('a newer draft is offered, and the same script runs on it; a version stays what it was', async () => {
      await api.flows.save.mutate({ id: flow, baseRevision: 1, operations: [{ kind: 'node.set', id: 'shut', path: ['data', 'message', 'parts', 0, 'text', 'en'], value: 'Come back on Monday.' }] });
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
      await page.getByRole('button', { name: 'Run the same script on the new draft' }).click();
      await expect(chat(page).getByText('Come back on Monday.')).toBeVisible();
      await page.getByRole('combobox', { name: 'Version' }).click();
      await page.getByRole('option', { name: /^v1/ }).click();
      await expect(page).toHaveURL(/version=1/);
      await expect(chat(page).getByText('We are closed now.')).toBeVisible();
    });

    await test.step('a draft with an error says which, and where to repair it', async () => {
      await api.flows.save.mutate({ id: flow, baseRevision: 2, operations: [{ kind: 'edge.set', from: 'clock', port: 'closed', to: null }] });
      await page.goto(`${program.url}/simulate/${flow}`);
      await expect(page.getByRole('heading', { name: 'One error keeps this draft from running' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Go to the step' }).first()).toHaveAttribute('href', `/flows/${flow}?step=clock`);
    });
  });
});
