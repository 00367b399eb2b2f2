import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { checkPage } from './page-checks';
import { takeDesk, type Desk, type Language, type Theme } from './pages/desk';
import { empty, furnish, type Furniture } from './pages/furnish';
import { pagesInFolders } from './pages/route-files';
import { SCENES, type Scene } from './pages/scenes';
import { startProgram, type Program } from './program';
import { startShop } from './shop/server.mjs';

const LANGUAGES: readonly Language[] = ['en', 'fr'];
const THEMES: readonly Theme[] = ['light', 'dark'];
/**
 * A scene is tried in one of the eight ways, the next scene in the next: all eight come up on every kind of page. With
 * this in the environment each scene is tried in all eight.
 */
const EVERY_VIEW = process.env['RELAIS_EVERY_VIEW'] !== undefined;
const tried = (scene: Scene, language: Language, theme: Theme, phone: boolean): boolean => {
  if (EVERY_VIEW) return true;
  const way = SCENES.indexOf(scene) % 8;
  // Neighbours differ in language and width first: one page's scenes stand beside each other.
  return (language === 'fr') === ((way & 1) > 0) && phone === ((((way >> 1) ^ way) & 1) > 0) && (theme === 'dark') === (way >= 4);
};
/** A folder here keeps a picture of every view, to be looked at. */
const PICTURES = process.env['RELAIS_PICTURES'];

// A fault names its element and brings a picture; recording every step of every page would take half of the time.
test.use({ trace: 'off' });

test('every page is seen with data and empty', () => {
  const seen = (state: Scene['state']): string[] => SCENES.filter((scene) => scene.state === state).flatMap(({ page }) => page ?? []).sort();
  expect(seen('with data')).toEqual(pagesInFolders());
  expect(seen('empty')).toEqual(pagesInFolders());
});

test.describe('pages in both languages, both themes, wide and on a phone', () => {
  test.describe.configure({ mode: 'parallel' });
  let programs: Record<Scene['program'], Program>;
  let shop: Awaited<ReturnType<typeof startShop>>;
  let furniture: Furniture;
  const desks = new Map<string, Promise<Desk>>();

  const deskOf = (browser: Browser, { program, person }: Pick<Scene, 'program' | 'person'>): Promise<Desk> => {
    const key = `${program} ${person}`;
    const desk = desks.get(key) ?? takeDesk(browser, programs[program], person);
    desks.set(key, desk);
    return desk;
  };

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    const [first, second, started] = await Promise.all([startProgram(), startProgram(), startShop()]);
    programs = { furnished: first, empty: second };
    shop = started;
    empty(second);
    furniture = await furnish(first, await deskOf(browser, { program: 'furnished', person: 'lea' }), await deskOf(browser, { program: 'furnished', person: 'ines' }));
  });
  test.afterAll(async () => {
    await Promise.all([...desks.values()].map(async (desk) => (await desk).close()));
    await Promise.all([...Object.values(programs).map((program) => program.stop()), shop.stop()]);
  });

  for (const scene of SCENES) {
    test(`${scene.page ?? 'beside the pages'}, ${scene.state}: ${Object.keys(scene.views).join(', ')}`, async ({ browser }) => {
      test.setTimeout(240_000);
      // A scene may have filled what another sees empty.
      if (scene.program === 'empty') empty(programs.empty);
      const desk = await deskOf(browser, scene);
      for (const language of LANGUAGES) {
        for (const theme of THEMES) {
          if (![false, true].some((phone) => tried(scene, language, theme, phone))) continue;
          await desk.prefer(language, theme);
          await Promise.all([false, true].filter((phone) => tried(scene, language, theme, phone)).map((phone) => walk(scene, desk, language, theme, phone)));
        }
      }
    });
  }

  async function walk({ views, program, page: name, state }: Scene, desk: Desk, language: Language, theme: Theme, phone: boolean): Promise<void> {
    const page = phone ? desk.phone : desk.wide;
    const { url } = programs[program];
    // The system says the opposite: what the person chose wins. The chat in a shop follows the system.
    const inShop = name === null && desk === (await desks.get('furnished null'));
    await page.emulateMedia({ colorScheme: inShop === (theme === 'dark') ? 'dark' : 'light' });
    for (const [view, bringAbout] of Object.entries(views)) {
      await bringAbout({ page, url, shop: shop.page({ host: url, key: 'demo', language }), language, phone, furniture });
      // What is still loading says so; a skeleton is not the page.
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await page.evaluate(() => Promise.all([document.fonts.ready, ...document.getAnimations().map((animation) => animation.finished.catch(() => undefined))]));
      const where = `${name ?? ''} ${state}, ${view}, ${language} ${theme} ${phone ? 390 : 1440}`.trim();
      if (PICTURES) {
        mkdirSync(PICTURES, { recursive: true });
        await page.screenshot({ path: join(PICTURES, `${where.replaceAll(/[^\wÀ-ÿ-]+/g, '-')}.png`) });
      }
      const faultsBefore = test.info().errors.length;
      await checkPage(page, language, where);
      if (test.info().errors.length > faultsBefore) await test.info().attach(where, { body: await page.screenshot(), contentType: 'image/png' });
    }
  }
});
