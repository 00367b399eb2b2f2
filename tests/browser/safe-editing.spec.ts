import { chromium, expect, test, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { apiOf } from './api-of';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { KillableBrowser } from './killable-browser';
import { signInTo } from './people';
import { startProgram, type Program } from './program';

const SAVE = '**/trpc/**flows.save**';
const TEXT = 'Nothing that was typed here may be lost, come what may.';

test.describe('nothing is lost while editing', () => {
  let program: Program;
  let browser: Browser;
  let context: BrowserContext;
  let flowId: string;
  let first: Page;

  test.beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })]);
  });
  test.afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });
  test.beforeEach(async () => {
    context = await browser.newContext({ locale: 'en', viewport: { width: 1440, height: 900 } });
    first = await signInTo(context, program, 'ines');
    const [flow] = await api().flows.list.query();
    flowId = flow?.id ?? '';
    await setTitle('welcome', 'Greeting');
    await setTitle('refund-stage', 'Stage');
  });
  test.afterEach(() => context.close());

  const api = (of: BrowserContext = context) => apiOf(program, of);

  async function setTitle(step: string, value: string): Promise<void> {
    const { revision } = await api().flows.get.query({ id: flowId });
    await api().flows.save.mutate({ id: flowId, baseRevision: revision, operations: [{ kind: 'node.set', id: step, path: ['title', 'en'], value }] });
  }
  async function titleOf(step: string, of: BrowserContext = context): Promise<string | undefined> {
    return (await api(of).flows.get.query({ id: flowId })).document.nodes[step]?.title['en'];
  }
  async function open(step = 'welcome', of: BrowserContext = context): Promise<Page> {
    const page = await of.newPage();
    await page.goto(`${program.url}/flows/${flowId}?step=${step}`);
    await expect(title(page)).toBeVisible();
    return page;
  }
  const title = (page: Page): Locator => page.getByLabel('Title', { exact: true });
  const clashes = (page: Page): Locator => page.getByRole('region', { name: 'Clashing changes' });

  /** Key by key, as a hand does; `during` happens in the middle. */
  async function type(page: Page, text: string, during?: () => void): Promise<void> {
    await title(page).fill('');
    for (const [at, letter] of [...text].entries()) {
      if (at === text.length >> 1) during?.();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    }
  }
  /** All of it, or all but the last keystroke. */
  const whole = (text: string): RegExp => new RegExp(`^${text.slice(0, -1).replaceAll('.', '\\.')}.?$`);

  test('the tab crashes', async () => {
    const page = await open();
    await page.route(SAVE, (route) => route.abort());
    await type(page, TEXT);
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    expect(await titleOf('welcome')).toBe('Greeting');
    const after = await open();
    await expect(title(after)).toHaveValue(whole(TEXT));
    await expect.poll(() => titleOf('welcome')).toMatch(whole(TEXT));
    await expect(clashes(after)).toBeHidden();
  });

  test('the tab is closed without a question, and another that is open takes over at once', async () => {
    const other = await open('refund-stage');
    const page = await open();
    await page.route(SAVE, (route) => route.abort());
    await type(page, TEXT);
    await page.close();
    // The other looks by itself within ten seconds.
    await expect.poll(() => titleOf('welcome'), { timeout: 20_000 }).toMatch(whole(TEXT));
    await expect(other.getByText(/had not been sent/)).toBeVisible();
  });

  test('the browser is killed', async () => {
    const killable = new KillableBrowser();
    try {
      const before = await killable.start();
      await signInTo(before, program, 'ines');
      const page = await open('welcome', before);
      await page.route(SAVE, (route) => route.abort());
      await type(page, TEXT);
      await killable.kill();
      expect(await titleOf('welcome')).toBe('Greeting');
      const again = await killable.start();
      if (!(await again.cookies(program.url)).length) await signInTo(again, program, 'ines');
      await open('welcome', again);
      await expect.poll(() => titleOf('welcome')).toMatch(whole(TEXT));
    } finally {
      await killable.remove();
    }
  });

  test('the network goes while a hand types, and comes back', async () => {
    const page = await open();
    await type(page, TEXT, () => void context.setOffline(true));
    await expect(page.getByText(/^Offline, \d+ changes? not sent$/)).toBeVisible();
    await expect(title(page)).toHaveValue(TEXT);
    await context.setOffline(false);
    await expect.poll(() => titleOf('welcome')).toBe(TEXT);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  });

  test('the server is killed while a hand types, and started again', async () => {
    test.setTimeout(180_000);
    const page = await open();
    let killed: Promise<void> | undefined;
    await type(page, TEXT, () => (killed = program.stop('SIGKILL')));
    await killed;
    await expect(page.getByText(/^Offline, \d+ changes? not sent$/)).toBeVisible({ timeout: 20_000 });
    await program.restart();
    await expect.poll(() => titleOf('welcome').catch(() => undefined), { timeout: 40_000 }).toBe(TEXT);
    await expect(title(page)).toHaveValue(TEXT);
    await expect(clashes(page)).toBeHidden();
  });

  test('an answer that is lost after the commit makes nothing happen twice', async () => {
    const page = await open();
    const before = await api().flows.get.query({ id: flowId });
    let lost = 0;
    await page.route(SAVE, async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect.poll(() => lost).toBe(1);
    await type(page, TEXT);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    const after = await api().flows.get.query({ id: flowId });
    expect(lost).toBe(1);
    expect(Object.keys(after.document.nodes).length).toBe(Object.keys(before.document.nodes).length + 1);
    expect(Object.values(after.document.nodes).filter((node) => node.title['en'] === TEXT)).toHaveLength(1);
    await expect(clashes(page)).toBeHidden();
  });

  test('an answer that is lost with its tab is no clash with oneself', async () => {
    const page = await open();
    await page.route(SAVE, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await type(page, TEXT.slice(0, 20));
    await expect(page.getByText(/^Offline/)).toBeVisible();
    for (const letter of TEXT.slice(20)) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.close();
    const after = await open();
    await expect.poll(() => titleOf('welcome')).toMatch(whole(TEXT));
    await expect(clashes(after)).toBeHidden();
  });

  test('two tabs on different steps: each sees the other’s work without a reload', async () => {
    const [a, b] = [await open('welcome'), await open('refund-stage')];
    await Promise.all([type(a, 'Said by A'), type(b, 'Said by B')]);
    for (const page of [a, b]) {
      for (const text of ['Said by A', 'Said by B']) await expect(page.locator('.react-flow__node').getByText(text, { exact: true })).toBeVisible();
    }
    expect([await titleOf('welcome'), await titleOf('refund-stage')]).toEqual(['Said by A', 'Said by B']);
    for (const page of [a, b]) await expect(clashes(page)).toBeHidden();
  });

  test('two tabs on the same text: both texts are shown and the person chooses', async () => {
    const [a, b] = [await open(), await open()];
    await b.route(SAVE, (route) => route.abort());
    await type(b, 'Written in B');
    await type(a, 'Written in A');
    await expect.poll(() => titleOf('welcome')).toBe('Written in A');
    await b.unroute(SAVE);
    await expect(clashes(b).getByText('Written in A', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(clashes(b).getByText('Written in B')).toBeVisible();
    expect(await titleOf('welcome')).toBe('Written in A');

    await test.step('the clash outlives its tab', async () => {
      await b.close();
      await expect(clashes(a).getByText('Written in B')).toBeVisible({ timeout: 20_000 });
    });
    await clashes(a).getByRole('button', { name: 'Take mine' }).click();
    await expect.poll(() => titleOf('welcome')).toBe('Written in B');
    await expect(clashes(a)).toBeHidden();
  });

  test('two tabs type into one text at the same time: nothing vanishes', async () => {
    const [a, b] = [await open(), await open()];
    await Promise.all([type(a, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), type(b, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')]);
    await expect(a.getByText(/^Saved$|clash/).first()).toBeVisible();
    await expect(b.getByText(/^Saved$|clash/).first()).toBeVisible();
    const shown = async () => [await titleOf('welcome'), ...(await Promise.all([a, b].flatMap((page) => [title(page).inputValue(), clashes(page).allInnerTexts()]))).flat()].join(' ');
    await expect.poll(async () => {
      const all = await shown();
      return ['a', 'b'].map((letter) => all.split(letter.repeat(5)).length > 1);
    }).toEqual([true, true]);
  });

  test('signing out asks while something is unsent, and leaves nothing in the browser', async () => {
    const page = await open();
    await page.route(SAVE, (route) => route.abort());
    await type(page, TEXT);
    const left = (): Promise<number> =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open('relais-unsent');
            opening.onerror = () => reject(new Error('no database'));
            opening.onsuccess = () => {
              const count = opening.result.transaction('changes').objectStore('changes').count();
              count.onsuccess = () => {
                opening.result.close();
                resolve(count.result);
              };
            };
          }),
      );
    expect(await left()).toBe(1);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: /account and preferences/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay signed in' }).click();
    expect(await left()).toBe(1);
    await page.getByRole('button', { name: /account and preferences/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out and lose them' }).click();
    await page.waitForURL(/sign-in/);
    expect(await left()).toBe(0);
    await first.close();
  });
});
