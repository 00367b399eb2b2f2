import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Program } from './program';

/** Signs in as one of the demo people on a page of its own context; the browser speaks `language`. */
export async function signIn(browser: Browser, program: Program, person: string, language: 'en' | 'fr' = 'en'): Promise<Page> {
  return signInTo(await browser.newContext({ locale: language, viewport: { width: 1440, height: 900 } }), program, person, language);
}

/** Signs in on a first page of `context`. */
export async function signInTo(context: BrowserContext, program: Program, person: string, language: 'en' | 'fr' = 'en'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${program.url}/sign-in`);
  const { email, password } = program.signIns[person] ?? { email: '', password: '' };
  await page.getByLabel(language === 'fr' ? 'Courriel' : 'E-mail').fill(email);
  await page.getByLabel(language === 'fr' ? 'Mot de passe' : 'Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** A customer in front of the shop's page, with the chat open. */
export class Customer {
  private constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly language: 'en' | 'fr',
  ) {}

  static async arrive(browser: Browser, address: string, language: 'en' | 'fr' = 'en'): Promise<Customer> {
    return Customer.enter(await browser.newContext({ locale: language, viewport: { width: 1280, height: 900 } }), address, language);
  }

  /** One more tab of a browser that is already there. */
  static async enter(context: BrowserContext, address: string, language: 'en' | 'fr' = 'en'): Promise<Customer> {
    const customer = new Customer(await context.newPage(), address, language);
    await customer.open();
    return customer;
  }

  /** Closes the tab and comes back in a new one of the same browser. */
  async comeBack(): Promise<Customer> {
    const context = this.page.context();
    await this.page.close();
    return Customer.enter(context, this.address, this.language);
  }

  private async open(): Promise<void> {
    await this.page.goto(this.address);
    await this.page.getByRole('button', { name: this.language === 'fr' ? /^Ouvrir la discussion/ : /^Open the chat/ }).click();
    await expect(this.field).toBeVisible();
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: this.language === 'fr' ? 'Votre message' : 'Your message' });
  }

  get thread(): Locator {
    return this.page.getByRole('log');
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async press(label: string): Promise<void> {
    await this.thread.getByRole('button', { name: label, exact: true }).last().click();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.thread.getByText(text).last()).toBeVisible();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
