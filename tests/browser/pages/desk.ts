import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Program } from '../program';
import { changeData } from './change-data';

export type Language = 'en' | 'fr';
export type Theme = 'light' | 'dark';

/** One person in front of two screens: a desk of 1440 × 900 and a phone of 390 × 844. */
export interface Desk {
  wide: Page;
  phone: Page;
  /** Language and appearance, as the person chooses them: with the account, or in the browser of who is signed out. */
  prefer(language: Language, theme: Theme): Promise<void>;
  /** Calls a command or reads a query of the program as this person; `input` for a command. */
  ask<Answer>(procedure: string, input?: unknown): Promise<Answer>;
  read<Answer>(procedure: string, input?: unknown): Promise<Answer>;
  close(): Promise<void>;
}

const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', hasTouch: true, isMobile: true } as const;

/** Signs `person` in once for both screens; nobody when it is null. */
export async function takeDesk(browser: Browser, program: Program, person: string | null): Promise<Desk> {
  const first = await browser.newContext(WIDE);
  if (person !== null) await signInBy(first, program, person);
  const second = await browser.newContext({ ...PHONE, storageState: await first.storageState() });
  const contexts = [first, second];
  const headers = { origin: program.url };

  const ask = async <Answer>(procedure: string, input?: unknown): Promise<Answer> =>
    answer<Answer>(await first.request.post(`${program.url}/trpc/${procedure}`, { headers, data: { json: input } }), procedure);
  return {
    wide: await first.newPage(),
    phone: await second.newPage(),
    ask,
    read: async <Answer>(procedure: string, input?: unknown) =>
      answer<Answer>(await first.request.get(`${program.url}/trpc/${procedure}`, { params: { input: JSON.stringify({ json: input }) } }), procedure),
    async prefer(locale, theme) {
      if (person === 'tom') withoutRole(program, person, locale, theme);
      else if (person !== null) await ask('session.setPreferences', { locale, theme });
      const cookies = [{ name: 'relais_locale', value: locale, url: program.url }, { name: 'relais_theme', value: theme, url: program.url }];
      await Promise.all(contexts.map((context) => context.addCookies(cookies)));
    },
    close: async () => void (await Promise.all(contexts.map((context) => context.close()))),
  };
}

async function signInBy(context: BrowserContext, program: Program, person: string): Promise<void> {
  const response = await context.request.post(`${program.url}/api/auth/sign-in/email`, { headers: { origin: program.url }, data: program.signIns[person] });
  if (!response.ok()) throw new Error(`${person} was not let in: ${await response.text()}`);
}

async function answer<Answer>(response: { ok(): boolean; json(): Promise<unknown>; text(): Promise<string> }, procedure: string): Promise<Answer> {
  if (!response.ok()) throw new Error(`${procedure}: ${await response.text()}`);
  return ((await response.json()) as { result: { data: { json: Answer } } }).result.data.json;
}

/** Who has no role may do nothing, and so choose nothing either: as if it had been chosen before the role was taken. */
function withoutRole(program: Program, person: string, locale: Language, theme: Theme): void {
  changeData(program, (database) => {
    database.prepare('UPDATE "User" SET "locale" = ?, "theme" = ? WHERE "email" LIKE ?').run(locale, theme, `${person}@%`);
  });
}
