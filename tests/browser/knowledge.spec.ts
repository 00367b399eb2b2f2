import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { apiOf } from './api-of';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { Customer, signIn } from './people';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

/** From a question nobody could answer to the answer a customer gets, without publishing anything. */
test.describe('what the workspace knows reaches customers at once', () => {
  let program: Program;
  let shop: Awaited<ReturnType<typeof startShop>>;
  let office: Browser;
  let street: Browser;

  test.beforeAll(async () => {
    // The first start builds what is stale.
    test.setTimeout(300_000);
    const options = { executablePath: findChromium(), args: CHROMIUM_ARGS };
    [program, shop, office, street] = await Promise.all([startProgram(), startShop(), chromium.launch(options), chromium.launch(options)]);
  });
  test.afterAll(async () => {
    await Promise.all([office.close(), street.close(), shop.stop()]);
    await program.stop();
  });

  test('an unanswered question becomes an article, another a phrasing, and both are answered', async () => {
    test.setTimeout(180_000);
    const manager = await signIn(office, program, 'ines');
    await test.step('the demo flow asks the articles', () => publishFaq(program, manager));
    const address = shop.page({ host: program.url, key: 'demo', language: 'en' });

    await test.step('a customer asks what nobody has written down', async () => {
      for (const question of ['Zanzibar?', 'quokkas']) {
        const customer = await Customer.arrive(street, address);
        await customer.write('Hello');
        await customer.sees('What would you like to know?');
        await customer.write(question);
        await customer.sees('An advisor takes over.');
        await customer.leave();
      }
    });

    await test.step('the manager writes an article from it, tries it and saves it', async () => {
      await manager.getByRole('link', { name: 'Articles', exact: true }).first().click();
      await manager.getByRole('radio', { name: /^Unanswered/ }).click();
      await expect(manager.getByText('asked once').first()).toBeVisible();
      const row = manager.getByRole('listitem').filter({ hasText: 'Zanzibar?' });
      await row.getByRole('button', { name: 'Write an article' }).click();
      await expect(manager.getByRole('heading', { level: 1 })).toHaveText('Zanzibar?');
      await manager.getByRole('textbox', { name: 'Answer' }).fill('We do not ship to Zanzibar yet.');
      await manager.getByRole('searchbox', { name: 'Ask as a customer would' }).fill('zanzibar');
      await expect(manager.getByText('Answered at once, with this article.')).toBeVisible();
      await expect(manager.getByText('Not saved yet', { exact: true })).toBeVisible();
      await manager.keyboard.press('Control+s');
      await expect(manager.getByText('Saved, customers get it')).toBeVisible();
    });

    const customer = await Customer.arrive(street, address);
    await test.step('the next customer gets it', async () => {
      await customer.write('Hello');
      await customer.sees('What would you like to know?');
      await customer.write('zanzibar');
      await customer.sees('We do not ship to Zanzibar yet.');
      await customer.press('No');
      await customer.sees('An advisor takes over.');
      await customer.leave();
    });

    await test.step('the other question becomes a phrasing; that the answer did not help is on record, and put aside', async () => {
      await manager.goto(`${program.url}/articles?view=unanswered`);
      const row = manager.getByRole('listitem').filter({ hasText: 'quokkas' });
      await row.getByRole('button', { name: 'Add to an article' }).click();
      await manager.getByRole('dialog').getByRole('searchbox').fill('zanzi');
      await manager.getByRole('dialog').getByRole('button', { name: 'Zanzibar?' }).click();
      await expect(row).toHaveCount(0);
      const doubted = manager.getByRole('listitem').filter({ hasText: 'did not help' });
      await expect(doubted).toContainText('asked 2 times');
      await doubted.getByRole('button', { name: 'Put aside' }).click();
      await expect(manager.getByRole('heading', { name: 'Every question found its answer' })).toBeVisible();
      await manager.getByRole('button', { name: 'Undo' }).click();
      await expect(doubted).toBeVisible();
    });

    await test.step('and is answered too', async () => {
      const another = await Customer.arrive(street, address);
      await another.write('Hello');
      await another.sees('What would you like to know?');
      await another.write('Quokkas!');
      await another.sees('We do not ship to Zanzibar yet.');
      await another.leave();
    });

    await test.step('two people on one article lose nothing', async () => {
      await manager.getByRole('radio', { name: 'Current' }).click();
      await manager.getByRole('link', { name: 'Zanzibar?' }).click();
      await expect(manager).toHaveURL(/\/articles\/[\w-]+$/);
      const second = await manager.context().newPage();
      await second.goto(manager.url());
      for (const [page, text] of [[manager, 'First of two.'], [second, 'Second of two.']] as const) await page.getByRole('textbox', { name: 'Answer' }).fill(text);
      await second.getByRole('textbox', { name: 'Question', exact: true }).fill('Do you ship to Zanzibar?');
      await manager.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(manager.getByText('Saved, customers get it')).toBeVisible();
      await second.getByRole('button', { name: 'Save', exact: true }).click();
      const clash = second.getByRole('listitem').filter({ hasText: 'Answer, English' });
      await expect(clash).toContainText('First of two.');
      await expect(clash).toContainText('Second of two.');
      // What was typed and not saved survives the tab's reload.
      await second.getByRole('button', { name: 'Keep yours' }).click();
      second.on('dialog', (dialog) => void dialog.accept());
      await second.reload();
      await expect(second.getByText('What you had not saved is back.')).toBeVisible();
      await expect(second.getByRole('textbox', { name: 'Answer' })).toHaveValue('Second of two.');
      await second.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(second.getByText('Saved, customers get it')).toBeVisible();
      await expect(second.getByRole('heading', { level: 1 })).toHaveText('Do you ship to Zanzibar?');
    });

    await manager.context().close();
  });
});

/** The example of the step's own help page becomes the demo's flow. */
async function publishFaq(program: Program, manager: Page): Promise<void> {
  const api = apiOf(program, manager.context());
  const [, example = ''] = /```json\n([\s\S]+?)```/.exec(readFileSync('flows/nodes/faq-answer/faq-answer.en.md', 'utf8')) ?? [];
  const wanted = JSON.parse(example.replace('"message": null, "mode"', '"message": {"parts": [{"kind": "text", "text": {"en": "An advisor takes over."}}]}, "mode"')) as {
    nodes: Record<string, never>;
    edges: Record<string, { from: string; port: string; to: string }>;
  };
  const [flow] = await api.flows.list.query();
  const { id = '' } = flow ?? {};
  const { document, revision } = await api.flows.get.query({ id });
  const saved = await api.flows.save.mutate({
    id,
    baseRevision: revision,
    operations: [
      { kind: 'document.set', path: 'languages', value: ['en'] },
      ...Object.keys(document.nodes).map((node) => ({ kind: 'node.remove' as const, id: node })),
      ...Object.values(wanted.nodes).map((node) => ({ kind: 'node.add' as const, node })),
      ...Object.values(wanted.edges).map(({ from, port, to }) => ({ kind: 'edge.set' as const, from, port, to })),
    ],
  });
  await api.flows.publish.mutate({ id, revision: saved.revision });
}
