import { chromium, expect, test, type Browser, type BrowserContext, type Locator, type Page, type Request } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { Latencies } from './latencies';
import { Customer, signInTo } from './people';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

const TABS = 10;
const AGENT_STREAM = '/trpc/live.events';
const CUSTOMER_STREAM = '/chat/v1/demo/events';

// A recorded trace copies every page at every act: with twenty of them that is what would be measured.
test.use({ trace: 'off', screenshot: 'off' });

/** Browsers allow six connections per origin: tabs that each kept a stream would freeze the seventh. */
test.describe('ten inbox tabs and ten widget tabs in one browser', () => {
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

  for (const profile of ['a profile each', 'one profile'] as const) {
    test(`${profile}: all are live and every click answers within a second`, async () => {
      test.setTimeout(240_000);
      const latencies = new Latencies();
      const office = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } });
      const street = profile === 'one profile' ? office : await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
      const address = shop.page({ host: program.url, key: 'demo', language: 'en' });
      const agentStreams = watchStreams(office, AGENT_STREAM);
      const customerStreams = watchStreams(street, CUSTOMER_STREAM);

      const first = await signInTo(office, program, 'lea');
      await setPresence(first, 'Available');
      const customers = [await Customer.enter(street, address)];
      await test.step('one customer reaches one agent', async () => {
        const [customer] = customers as [Customer];
        await customer.write('Hello');
        await customer.press('Another question');
        await first.getByRole('region', { name: 'Offered to you' }).getByRole('button', { name: /^Accept/ }).click();
        await expect(first).toHaveURL(/\/inbox\/[^/?]+/);
        await customer.sees('Léa takes over');
      });
      const agents = [first];
      await test.step('ten tabs of each', async () => {
        while (customers.length < TABS) customers.push(await Customer.enter(street, address));
        while (agents.length < TABS) {
          const tab = await office.newPage();
          await tab.goto(first.url());
          agents.push(tab);
        }
        for (const customer of customers) await customer.sees('Léa takes over');
        for (const agent of agents) await expect(reply(agent)).toBeVisible();
        expect(customerStreams()).toHaveLength(1);
        expect(agentStreams()).toHaveLength(1);
      });

      await test.step('a message written in any widget tab appears in all tabs', async () => {
        for (const [from, customer] of customers.entries()) {
          const text = `From widget tab ${from + 1}`;
          await customer.page.bringToFront();
          await customer.field.fill(text);
          const send = customer.page.getByRole('button', { name: 'Send', exact: true });
          await latencies.click('widget: send', () => send.click(), () => customer.thread.getByText(ending(text)).waitFor());
          await everywhere(text, customers, agents, latencies, 'customer’s message drawn in all twenty tabs');
        }
      });

      await test.step('a reply written in any inbox tab appears in all tabs', async () => {
        for (const [from, agent] of agents.entries()) {
          const text = `From inbox tab ${from + 1}`;
          await agent.bringToFront();
          await reply(agent).fill(text);
          const send = agent.getByRole('button', { name: 'Send', exact: true });
          await latencies.click('inbox: send', () => send.click(), () => agent.getByRole('log').getByText(ending(text)).waitFor());
          await everywhere(text, customers, agents, latencies, 'agent’s reply drawn in all twenty tabs');
        }
      });

      await test.step('a change of presence appears in all inbox tabs', async () => {
        for (const [at, presence] of (['Away', 'Available', 'Away'] as const).entries()) {
          const chosen = agents[at * 4] as Page;
          await chosen.bringToFront();
          await chosen.getByRole('button', { name: /^Your availability/ }).click();
          const wanted = chosen.getByRole('menuitemradio', { name: new RegExp(`^${presence}`) });
          await latencies.click('inbox: presence', () => wanted.click(), () => availability(chosen, presence).waitFor());
          const started = performance.now();
          await Promise.all(agents.map((agent) => availability(agent, presence).waitFor()));
          latencies.add('presence drawn in all ten inbox tabs', performance.now() - started);
        }
      });

      await test.step('every click answers', async () => {
        for (const agent of agents) await clickThroughInbox(agent, latencies);
        for (const customer of customers) await clickThroughWidget(customer, latencies);
      });

      await test.step('closing the leading tabs passes leadership on', async () => {
        for (let round = 1; round <= 3; round += 1) {
          const [leadingCustomer, leadingAgent] = [customerStreams()[0], agentStreams()[0]];
          expect(customers.some(({ page }) => page === leadingCustomer) && agents.some((page) => page === leadingAgent)).toBe(true);
          const customersLeft = customers.filter(({ page }) => page !== leadingCustomer);
          const agentsLeft = agents.filter((page) => page !== leadingAgent);
          await Promise.all([leadingCustomer?.close(), leadingAgent?.close()]);
          customers.splice(0, customers.length, ...customersLeft);
          agents.splice(0, agents.length, ...agentsLeft);

          // At once, while nobody leads perhaps: neither word may get lost.
          await last(customers).write(`Still here ${round}`);
          await last(agents).getByRole('textbox', { name: /^Write to/ }).fill(`So am I ${round}`);
          await last(agents).keyboard.press('Enter');
          await everywhere(`Still here ${round}`, customers, agents);
          await everywhere(`So am I ${round}`, customers, agents);
          await expect.poll(() => [customerStreams().length, agentStreams().length]).toEqual([1, 1]);
        }
      });

      await test.step('nothing was said twice', async () => {
        const said = (await last(agents).getByRole('log').getByText(/^(From (widget|inbox) tab \d+|Still here \d|So am I \d)$/).allInnerTexts()).map((text) => text.trim());
        expect(said).toHaveLength(2 * TABS + 6);
        expect(new Set(said).size).toBe(said.length);
      });

      latencies.expectUnderASecond(profile);
      await Promise.all(office === street ? [office.close()] : [office.close(), street.close()]);
    });
  }
});

/** The pages of `context` that hold a stream to `path` right now. */
function watchStreams(context: BrowserContext, path: string): () => Page[] {
  const open = new Map<Request, Page>();
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === path && request.method() === 'GET') open.set(request, request.frame().page());
  });
  const end = (request: Request): unknown => open.delete(request);
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  return () => [...open.values()].filter((page) => !page.isClosed());
}

async function setPresence(page: Page, presence: 'Available' | 'Away'): Promise<void> {
  await page.getByRole('button', { name: /^Your availability/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${presence}`) }).click();
}

function availability(page: Page, presence: 'Available' | 'Away'): Locator {
  return page.getByRole('button', { name: `Your availability: ${presence.toLowerCase()}` });
}

function reply(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Write to/ });
}

/** Waits until every tab shows the text. Tabs behind another are drawn every half second or so: that counts here. */
async function everywhere(text: string, customers: readonly Customer[], agents: readonly Page[], latencies?: Latencies, kind = ''): Promise<void> {
  const started = performance.now();
  await Promise.all([...customers.map(({ thread }) => thread), ...agents.map((page) => page.getByRole('log'))].map((log) => log.getByText(ending(text)).waitFor()));
  latencies?.add(kind, performance.now() - started);
}

async function clickThroughInbox(page: Page, latencies: Latencies): Promise<void> {
  await page.bringToFront();
  const lists = page.getByRole('navigation', { name: 'Lists' }).first();
  const list = (view: string): Locator => page.getByRole('heading', { name: new RegExp(`^${view}`), level: 2 });
  const row = page.getByRole('list', { name: 'My conversations' }).getByRole('link').first();
  const menu = page.getByRole('menu');
  await latencies.click('inbox: the list of those who wait', () => lists.getByRole('link', { name: /^Waiting/ }).click(), () => list('Waiting').waitFor());
  await latencies.click('inbox: my list', () => lists.getByRole('link', { name: /^Mine/ }).click(), () => list('Mine').waitFor());
  await row.waitFor();
  await latencies.click('inbox: a conversation', () => row.click(), () => reply(page).waitFor());
  await latencies.click('inbox: menu of presence', () => page.getByRole('button', { name: /^Your availability/ }).click(), () => menu.waitFor());
  await latencies.click('inbox: menu closed', () => page.keyboard.press('Escape'), () => menu.waitFor({ state: 'hidden' }));
  await latencies.click('inbox: note instead of reply', () => page.getByRole('radio', { name: 'Note' }).click(), () => page.getByRole('textbox', { name: 'Write a note for colleagues' }).waitFor());
  await latencies.click('inbox: reply again', () => page.getByRole('radio', { name: /^Reply/ }).click(), () => reply(page).waitFor());
}

async function clickThroughWidget({ page, field }: Customer, latencies: Latencies): Promise<void> {
  await page.bringToFront();
  await latencies.click('widget: close', () => page.getByRole('dialog').getByRole('button', { name: 'Close the chat' }).click(), () => field.waitFor({ state: 'hidden' }));
  await latencies.click('widget: open', () => page.getByRole('button', { name: /^Open the chat/ }).click(), () => field.waitFor());
}

/** Widgets put who speaks before the words, for those who hear them. */
function ending(text: string): RegExp {
  return new RegExp(`${text}$`);
}

function last<T>(all: readonly T[]): T {
  const found = all.at(-1);
  if (found === undefined) throw new Error('nobody is left');
  return found;
}
