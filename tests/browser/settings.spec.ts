import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './find-chromium.mjs';
import { signIn, signInTo } from './people';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

/** What a manager sets, as the people concerned meet it: an agent who signs in, a customer who sees the chat. */
test.describe('settings take effect', () => {
  let program: Program;
  let shop: Awaited<ReturnType<typeof startShop>>;
  let browser: Browser;
  let page: Page;

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    [program, shop, browser] = await Promise.all([startProgram(), startShop(), chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS })]);
    page = await signIn(browser, program, 'ines');
  });
  test.afterAll(async () => {
    await Promise.all([browser.close(), shop.stop()]);
    await program.stop();
  });

  test('an agent is added, signs in, is rated, and is out once removed', async () => {
    test.setTimeout(120_000);
    await page.goto(`${program.url}/settings`);
    await expect(page).toHaveURL(/\/settings\/people$/);
    await page.getByRole('button', { name: 'Add a person' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: /^Add and make/ }).click();
    await expect(form.getByText('Write the person’s name.')).toBeVisible();
    await form.getByLabel('First and last name').fill('Zoé Martin');
    await form.getByLabel('E-mail').fill('zoe@maisonlumen.example');
    await form.getByLabel('Conversations at once').fill('2');
    await form.getByRole('combobox', { name: 'Refund' }).click();
    await page.getByRole('option', { name: 'Level 3' }).click();
    await form.getByRole('button', { name: /^Add and make/ }).click();
    const password = await page.getByRole('dialog', { name: 'Password of Zoé Martin' }).locator('code').innerText();
    await page.getByRole('button', { name: 'I have passed it on' }).click();
    await expect(page.getByRole('row', { name: /Zoé Martin/ })).toContainText('Customer service · 2 slots');

    program.signIns['zoe'] = { email: 'zoe@maisonlumen.example', password };
    const zoe = await signInTo(await browser.newContext({ locale: 'en' }), program, 'zoe');
    await expect(zoe).toHaveURL(/\/inbox/);

    await page.goto(`${program.url}/settings/skills`);
    await page.getByRole('button', { name: 'Zoé Martin, Refund: level 3' }).focus();
    await page.keyboard.press('5');
    await expect(page.getByRole('button', { name: 'Zoé Martin, Refund: level 5' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('2');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Zoé Martin, Refund: level 5' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Zoé Martin, .*: level 2$/ })).toBeVisible();

    await page.goto(`${program.url}/settings/people`);
    await page.getByRole('button', { name: 'What to do with Zoé Martin' }).click();
    await page.getByRole('menuitem', { name: 'Remove from the workspace' }).click();
    await page.getByRole('button', { name: 'Remove Zoé Martin' }).click();
    await expect(page.getByRole('row', { name: /Zoé Martin/ })).toHaveCount(0);
    await zoe.goto(`${program.url}/inbox`);
    await expect(zoe).toHaveURL(/\/sign-in/);
    await zoe.context().close();
  });

  test('hours are typed, checked, copied and saved', async () => {
    await page.goto(`${program.url}/settings/calendars`);
    await page.getByRole('link', { name: 'Customer service' }).click();
    const from = page.getByLabel('Monday, span 1, from');
    await from.fill('8h30');
    await from.press('Tab');
    await expect(from).toHaveValue('08:30');
    await page.getByRole('button', { name: 'Add a span on Monday' }).click();
    await page.getByLabel('Monday, span 2, from').fill('22:00');
    await page.getByLabel('Monday, span 2, to').fill('02:00');
    await expect(page.getByRole('group', { name: 'Monday' }).getByRole('alert')).toContainText('ends before it begins');
    await page.getByRole('button', { name: 'Split at midnight' }).click();
    await expect(page.getByLabel('Monday, span 2, to')).toHaveValue('24:00');
    await expect(page.getByLabel('Tuesday, span 1, to')).toHaveValue('02:00');
    await page.getByRole('button', { name: 'Copy the hours of Monday' }).click();
    await page.getByRole('menuitem', { name: 'to every day' }).click();
    await expect(page.getByLabel('Sunday, span 1, from')).toHaveValue('08:30');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/^Customer service is saved/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Sunday, span 2, from')).toHaveValue('22:00');
  });

  test('the chat in the shop takes on the colour, the corner and the greeting', async () => {
    await page.goto(`${program.url}/settings/widget`);
    await page.getByRole('link', { name: 'Site web' }).click();
    await page.getByRole('checkbox', { name: 'The widget’s green' }).click();
    const colour = page.getByLabel('Colour', { exact: true });
    await colour.fill('#ffe08a');
    await expect(page.getByText(/^1\.2 to 1 on white/)).toBeVisible();
    await page.getByRole('button', { name: /^Take #/ }).click();
    await expect(page.getByText(/^3 to 1 on white/)).toBeVisible();
    await colour.fill('#7a1f5c');
    await page.getByRole('radio', { name: 'Left' }).click();
    await page.getByLabel('Greeting, English').fill('Good evening');
    await page.getByRole('combobox', { name: 'Language of the preview' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    const preview = page.frameLocator('iframe');
    await expect(preview.getByText('Good evening')).toBeVisible();
    await page.getByRole('radio', { name: 'Closed' }).click();
    await expect(preview.locator('.launcher')).toHaveCSS('background-color', 'rgb(122, 31, 92)');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/^Site web is saved/)).toBeVisible();

    const street = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
    const customer = await street.newPage();
    // The server keeps what it told for five seconds.
    await expect(async () => {
      await customer.goto(shop.page({ host: program.url, key: 'demo', language: 'en' }));
      await expect(customer.locator('.launcher')).toHaveCSS('background-color', 'rgb(122, 31, 92)', { timeout: 2000 });
    }).toPass({ timeout: 20_000 });
    expect((await customer.locator('.launcher').boundingBox())?.x).toBeLessThan(100);
    await customer.locator('.launcher').click();
    await expect(customer.getByText('Good evening')).toBeVisible();

    await page.getByLabel('Allowed sites').fill('https://www.example.com/shop');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(async () => {
      const elsewhere = await (await browser.newContext()).newPage();
      await elsewhere.goto(shop.page({ host: program.url, key: 'demo', language: 'en' }));
      await elsewhere.waitForTimeout(1500);
      await expect(elsewhere.locator('.launcher')).toBeHidden({ timeout: 100 });
      await elsewhere.context().close();
    }).toPass({ timeout: 20_000 });
    await street.close();
  });
});
