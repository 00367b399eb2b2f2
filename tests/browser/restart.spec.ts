import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { apiOf } from './api-of';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { Customer, signIn } from './people';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

const SILENT = 'I have not heard from you';

/** A power cut while people talk. */
test.describe('the program is killed in mid-conversation and started again', () => {
  let program: Program;
  let shop: Awaited<ReturnType<typeof startShop>>;
  let browser: Browser;

  test.beforeAll(async () => {
    [program, shop, browser] = await Promise.all([startProgram(), startShop(), chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })]);
  });
  test.afterAll(async () => {
    await Promise.all([browser.close(), shop.stop()]);
    await program.stop();
  });

  test('both sides come back by themselves, nothing is lost or doubled, a pending timer fires', async () => {
    test.setTimeout(180_000);
    const address = shop.page({ host: program.url, key: 'demo', language: 'en' });
    const manager = await signIn(browser, program, 'ines');
    await test.step('a flow that does not wait long', async () => {
      const api = apiOf(program, manager.context());
      const [flow] = await api.flows.list.query();
      const id = flow?.id ?? '';
      const { revision } = await api.flows.get.query({ id });
      const saved = await api.flows.save.mutate({ id, baseRevision: revision, operations: [{ kind: 'node.set', id: 'refund-sorted', path: ['data', 'noReply', 'after'], value: 'PT3S' }] });
      await api.flows.publish.mutate({ id, revision: saved.revision });
      await manager.context().close();
    });

    const agent = await signIn(browser, program, 'lea');
    await agent.getByRole('button', { name: /^Your availability/ }).click();
    await agent.getByRole('menuitemradio', { name: /^Available/ }).click();
    const customer = await Customer.arrive(browser, address);
    await customer.write('Hello');
    await customer.press('Another question');
    await agent.getByRole('region', { name: 'Offered to you' }).getByRole('button', { name: /^Accept/ }).click();
    await customer.sees('Léa takes over');
    await reply(agent, 'Agent before');
    await customer.sees('Agent before');

    const silent = await Customer.arrive(browser, address);
    await silent.write('Hello');
    await silent.press('Return and refund');
    await silent.sees('How far along are you?');

    await test.step('the plug is pulled while both write', async () => {
      await silent.press('I have sent it back');
      await silent.sees('Does that answer your question?');
      for (let i = 1; i <= 3; i += 1) await customer.write(`Customer at the cut ${i}`);
      await reply(agent, 'Agent at the cut');
      await program.stop('SIGKILL');
      await expect(silent.thread.getByText(SILENT)).toHaveCount(0);
    });
    await test.step('and they go on writing', async () => {
      await customer.write('Customer in the dark');
      await expect(customer.thread.getByText('Customer in the dark')).toBeVisible();
      await reply(agent, 'Agent in the dark');
      await expect(agent.getByRole('log').getByText('Agent in the dark')).toBeVisible();
      // Beyond the silence that the flow allows: the timer is overdue when the program comes back.
      await new Promise((resolve) => setTimeout(resolve, 3500));
    });

    // The customer's stream stays cut for longer than her messages do: what was said before them must not be skipped.
    await customer.page.route('**/events?*', (route) => route.abort());
    const started = performance.now();
    await program.restart();
    const up = performance.now();
    await test.step('what was written meanwhile arrives', async () => {
      await expect(agent.getByRole('log').getByText('Customer in the dark')).toBeVisible({ timeout: 20_000 });
      const taken = agent.waitForResponse((response) => response.url().includes('inbox.reply') && response.ok());
      await reply(agent, 'Agent unheard');
      await taken;
      await customer.write('Customer unhearing');
      await expect(agent.getByRole('log').getByText('Customer unhearing')).toBeVisible();
      await customer.page.unroute('**/events?*');
      await expect(customer.thread.getByText('Agent unheard')).toBeVisible({ timeout: 20_000 });
      await customer.sees('Agent in the dark');
      await silent.sees(SILENT);
      await expect(silent.thread.getByText('Conversation closed')).toBeVisible();
      console.log(`    up again after ${Math.round(up - started)} ms, all arrived ${Math.round(performance.now() - up)} ms later`);
    });
    await test.step('and both are live again', async () => {
      await customer.write('Customer after');
      await expect(agent.getByRole('log').getByText('Customer after')).toBeVisible();
      await reply(agent, 'Agent after');
      await customer.sees('Agent after');
    });

    await test.step('once each, in the order of each side, the same for both', async () => {
      const byCustomer = ['Customer at the cut 1', 'Customer at the cut 2', 'Customer at the cut 3', 'Customer in the dark', 'Customer unhearing', 'Customer after'];
      const byAgent = ['Agent before', 'Agent at the cut', 'Agent in the dark', 'Agent unheard', 'Agent after'];
      const inWidget = await said(customer.page);
      expect(inWidget.filter((text) => text.startsWith('Customer'))).toEqual(byCustomer);
      expect(inWidget.filter((text) => text.startsWith('Agent'))).toEqual(byAgent);
      expect(await said(agent)).toEqual(inWidget);
      const again = await customer.comeBack();
      await again.sees('Agent after');
      expect(await said(again.page)).toEqual(inWidget);
      expect(await silent.thread.getByText(SILENT).count()).toBe(1);
      await again.leave();
    });
    await Promise.all([agent.context().close(), silent.leave()]);
  });
});

async function reply(agent: Page, text: string): Promise<void> {
  await agent.getByRole('textbox', { name: /^Write to/ }).fill(text);
  await agent.keyboard.press('Enter');
}

/** What this test's people said, in the order shown. */
async function said(page: Page): Promise<string[]> {
  const found = await page.getByRole('log').getByText(/(Customer|Agent) (before|at the cut \d|at the cut|in the dark|unheard|unhearing|after)$/).allTextContents();
  return found.map((text) => text.replace(/^.*?(?=(Customer|Agent) (before|at|in|un|after))/, ''));
}
