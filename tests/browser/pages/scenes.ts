import { expect, type Page } from '@playwright/test';
import type { Language } from './desk';
import type { Furniture } from './furnish';
import { REQUEST_SCENE } from './request-scene';
import { SETTINGS_SCENES } from './settings-scenes';
import { TRIGGER_SCENE } from './trigger-scene';

export interface Visit {
  page: Page;
  /** Origin of the program. */
  url: string;
  /** Address of the shop's page with the widget. */
  shop: string;
  language: Language;
  phone: boolean;
  furniture: Furniture;
}

/** One view after the other on the same page: each brings it about and waits until it stands. */
export type Views = Record<string, (visit: Visit) => Promise<void>>;

export interface Scene {
  /** The page it belongs to, as its folder spells it; null for what is no page of its own. */
  page: string | null;
  /** Every page is seen `with data` and `empty`; more views follow in the same scene. */
  state: 'with data' | 'empty' | 'other';
  program: 'furnished' | 'empty';
  /** Null when nobody is signed in. */
  person: string | null;
  views: Views;
}

const go = (path: string, settled: (visit: Visit) => Promise<void>) => async (visit: Visit): Promise<void> => {
  await visit.page.goto(visit.url + path);
  await settled(visit);
};
const seen = (page: Page, selector: string): Promise<void> => expect(page.locator(selector).first()).toBeVisible();
const heading = ({ page }: Visit): Promise<void> => seen(page, 'h1');
const words = (visit: Visit, en: string | RegExp, fr: string | RegExp): string | RegExp => (visit.language === 'fr' ? fr : en);
/** The demo flow in the studio, and the keyboard on its canvas. */
async function studio(visit: Visit): Promise<void> {
  await go(`/flows/${visit.furniture.flow}`, drawn)(visit);
  await visit.page.locator('[data-canvas]').focus();
}
const drawn = ({ page }: Visit): Promise<void> => seen(page, '.react-flow__node');

async function personMenu(visit: Visit): Promise<void> {
  await visit.page.getByRole('button', { name: words(visit, /account and preferences/, /compte et préférences/) }).click();
  await expect(visit.page.getByRole('menu').getByText('@')).toBeVisible();
}

/** Every test of the flow has its outcome. */
async function testsRun({ page }: Visit): Promise<void> {
  await seen(page, 'main li button svg.text-stop');
  await expect(page.locator('main li button svg.text-ink-3')).toHaveCount(0);
}

/** A flow that has no test. */
async function untested(visit: Visit): Promise<void> {
  const { page, url } = visit;
  await page.goto(`${url}/tests`);
  const id = await page.evaluate(async () => {
    const response = await fetch('/trpc/flows.create', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ json: { name: 'B' } }) });
    return ((await response.json()) as { result: { data: { json: { id: string } } } }).result.data.json.id;
  });
  await go(`/tests/${id}`, ({ page: own }) => seen(own, 'main h2'))(visit);
}

/** The list and what is offered on top of it. */
async function inboxStands({ page }: Visit): Promise<void> {
  await seen(page, 'li a[href^="/inbox/"]');
  await seen(page, 'section a[href^="/inbox/"]');
}

async function publishDialog(visit: Visit): Promise<void> {
  await visit.page.getByRole('button', { name: words(visit, /^Publish/, /^Publier/) }).click();
  await expect(visit.page.getByRole('dialog')).toBeVisible();
}

/** The simulator after the customer's first words. */
async function greeted(visit: Visit): Promise<void> {
  await visit.page.getByRole('textbox', { name: words(visit, 'Write as the customer', 'Écrire comme le client') }).fill(visit.language === 'fr' ? 'Bonjour' : 'Hello');
  await visit.page.keyboard.press('Enter');
  await expect(visit.page.getByRole('log').getByRole('button')).toHaveCount(4);
}

/** A part of the simulator that a phone keeps behind a tab. */
async function simulatorTab(visit: Visit, en: string, fr: string): Promise<void> {
  if (visit.phone) await visit.page.getByRole('tab', { name: words(visit, 'Details', 'Détails') }).click();
  await visit.page.getByRole('tab', { name: words(visit, en, fr) }).click();
}

async function openChat(visit: Visit): Promise<void> {
  // Somebody new each time.
  await visit.page.goto(visit.shop);
  await visit.page.evaluate(() => localStorage.clear());
  await visit.page.reload();
  await visit.page.getByRole('button', { name: words(visit, /^Open the chat/, /^Ouvrir la discussion/) }).click();
  await expect(visit.page.getByRole('textbox')).toBeVisible();
}

/** A flow with a start alone, made by the person signed in. */
function newFlow(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const response = await fetch('/trpc/flows.create', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ json: { name: 'A' } }) });
    return ((await response.json()) as { result: { data: { json: { id: string } } } }).result.data.json.id;
  });
}

/** The server answers something that the page cannot draw. */
async function badAnswer({ page, url }: Visit, procedure: string): Promise<void> {
  await page.unrouteAll();
  await page.route(`**/trpc/**${procedure}**`, async (route) => {
    const names = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? [];
    const answers = (await (await route.fetch()).json()) as unknown[];
    await route.fulfill({ json: answers.map((answer, index) => (names[index] === procedure ? { result: { data: { json: { agent: true, map: null } } } } : answer)) });
  });
  await page.goto(`${url}/flows`);
  await seen(page, 'main h1.font-serif');
}

export const SCENES: readonly Scene[] = [
  { page: '/', state: 'with data', program: 'furnished', person: 'nadia', views: { 'leads a supervisor to the inbox': go('/', ({ page }) => seen(page, 'main nav:visible')) } },
  { page: '/', state: 'empty', program: 'empty', person: 'tom', views: { 'no role yet': go('/', heading) } },
  {
    page: '/sign-in', state: 'empty', program: 'empty', person: null,
    views: {
      'nothing typed': go('/sign-in', heading),
      'what is missing is said': async ({ page }) => {
        await page.locator('button[type="submit"]').click();
        await seen(page, '[aria-invalid="true"]');
      },
    },
  },
  {
    page: '/sign-in', state: 'with data', program: 'furnished', person: null,
    views: {
      refused: async ({ page, url }) => {
        await page.goto(`${url}/sign-in`);
        await page.locator('input[name="email"]').fill('quelqu.un@maisonlumen.example');
        await page.locator('input[name="password"]').fill('not the password');
        await page.keyboard.press('Enter');
        await seen(page, 'form [role="alert"]');
      },
    },
  },
  {
    page: '/flows', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      list: go('/flows', ({ page }) => seen(page, 'table a[href^="/flows/"]')),
      'nothing found': async ({ page }) => {
        await page.getByRole('searchbox').fill('qqq');
        await expect(page.locator('table a[href^="/flows/"]')).toHaveCount(0);
      },
      'a new flow': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'New flow', 'Nouveau scénario') }).click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
      'the person menu': async (visit) => {
        await visit.page.keyboard.press('Escape');
        await personMenu(visit);
      },
      'acts on a flow': async (visit) => {
        await go('/flows', ({ page }) => seen(page, 'table a[href^="/flows/"]'))(visit);
        await visit.page.getByRole('button', { name: words(visit, /^Acts on/, /^Actions sur/) }).first().click();
        await expect(visit.page.getByRole('menu')).toBeVisible();
      },
      'a name being changed': async (visit) => {
        await visit.page.getByRole('menuitem', { name: words(visit, 'Rename', 'Renommer') }).click();
        await expect(visit.page.getByRole('textbox', { name: words(visit, 'New name', 'Nouveau nom') })).toBeFocused();
      },
      'a file that is no flow': async (visit) => {
        await visit.page.keyboard.press('Escape');
        await visit.page.getByRole('button', { name: words(visit, 'Import', 'Importer') }).click();
        await visit.page.locator('input[type="file"]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":1,"name":"","languages":[],"nodes":{"a":{}},"extra":1}') });
        await seen(visit.page, '[role="dialog"] [role="alert"]');
      },
      'nothing archived': async (visit) => {
        await visit.page.keyboard.press('Escape');
        await visit.page.getByRole('radio', { name: words(visit, 'Archived', 'Archivés') }).click();
        await seen(visit.page, 'main h2');
      },
    },
  },
  {
    page: '/flows/new', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      gallery: go('/flows/new', ({ page }) => seen(page, 'article h2')),
      'a template chosen': async (visit) => {
        await visit.page.locator('article button').first().click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
    },
  },
  {
    page: '/flows/new', state: 'empty', program: 'empty', person: 'ines',
    views: {
      'templates that do not come': async ({ page, url }) => {
        await page.route('**/trpc/**flows.templates**', (route) => route.abort());
        await page.goto(`${url}/flows/new`);
        await seen(page, 'main [role="alert"]');
        await page.unrouteAll();
      },
    },
  },
  {
    page: '/flows/[flowId]/versions', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      'what a version changed': (visit) => go(`/flows/${visit.furniture.flow}/versions`, ({ page }) => seen(page, 'aside li'))(visit),
      'the first version': async (visit) => {
        await go(`/flows/${visit.furniture.flow}/versions?v=1`, drawn)(visit);
      },
      'going back': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'Back to version 1', 'Revenir à la version 1') }).click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
    },
  },
  {
    page: '/flows/[flowId]/versions', state: 'empty', program: 'empty', person: 'ines',
    views: {
      'never published': async (visit) => {
        await visit.page.goto(`${visit.url}/flows`);
        await go(`/flows/${await newFlow(visit.page)}/versions`, drawn)(visit);
      },
    },
  },
  { page: '/flows', state: 'empty', program: 'empty', person: 'ines', views: { 'no flow': go('/flows', ({ page }) => seen(page, 'main h2')) } },
  {
    page: '/flows/[flowId]', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      drawn: (visit) => go(`/flows/${visit.furniture.flow}`, drawn)(visit),
      'a step selected': (visit) => go(`/flows/${visit.furniture.flow}?step=welcome`, ({ page }) => seen(page, 'h2'))(visit),
      publishing: publishDialog,
    },
  },
  TRIGGER_SCENE,
  REQUEST_SCENE,
  {
    page: null, state: 'other', program: 'furnished', person: 'ines',
    views: {
      'all steps selected': async (visit) => {
        await studio(visit);
        await visit.page.keyboard.press('Control+a');
        await expect(visit.page.locator('.react-flow__node.selected').nth(3)).toBeAttached();
      },
      'searching the flow': async ({ page, language }) => {
        await page.keyboard.press('Control+f');
        await page.getByRole('combobox').fill(language === 'fr' ? 'commande' : 'order');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      'nothing found in the flow': async ({ page }) => {
        await page.getByRole('combobox').fill('qqq');
        await expect(page.getByRole('dialog').getByRole('status').last()).toBeVisible();
      },
      'all shortcuts': async ({ page }) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
      },
      'all commands': async ({ page }) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      // On a phone flows are read, not edited.
      'adding a step': async (visit) => {
        await studio(visit);
        if (visit.phone) return;
        await visit.page.keyboard.press('/');
        await expect(visit.page.getByRole('option').first()).toBeVisible();
      },
      'languages side by side': async (visit) => {
        if (visit.phone) return;
        await go(`/flows/${visit.furniture.flow}?step=welcome`, ({ page }) => seen(page, 'h2'))(visit);
        await visit.page.getByRole('button', { name: words(visit, 'Languages side by side', 'Langues côte à côte') }).click();
        await expect(visit.page.getByRole('textbox', { name: / · English$/ }).first()).toBeVisible();
      },
      'help on a step': async (visit) => {
        if (visit.phone) return;
        await visit.page.getByRole('button', { name: words(visit, /^Help on/, /^Aide sur/) }).click();
        await expect(visit.page.locator('aside h4').first()).toBeVisible();
      },
    },
  },
  {
    page: '/flows/[flowId]', state: 'empty', program: 'empty', person: 'ines',
    views: {
      'a start alone': async (visit) => {
        const { page, url } = visit;
        await page.goto(`${url}/flows`);
        const id = await newFlow(page);
        await go(`/flows/${id}`, drawn)(visit);
      },
      'publishing is kept back': publishDialog,
    },
  },
  {
    page: '/simulate', state: 'with data', program: 'furnished', person: 'ines',
    views: { 'which flow': go('/simulate?choose=1', ({ page }) => seen(page, 'main a[href^="/simulate/"]')) },
  },
  { page: '/simulate', state: 'empty', program: 'empty', person: 'ines', views: { 'no flow': go('/simulate', ({ page }) => seen(page, 'main h2')) } },
  {
    page: '/simulate/[flowId]', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      'before the first word': (visit) => go(`/simulate/${visit.furniture.flow}`, ({ page }) => seen(page, '[role="log"]'))(visit),
      'after it': greeted,
      'handed over': async (visit) => {
        await visit.page.getByRole('log').getByRole('button').last().click();
        await expect(visit.page.getByRole('button', { name: words(visit, 'An agent takes it', 'Un conseiller la prend') })).toBeVisible();
      },
      'kept as a test': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, /^Save/, /^Garder/) }).click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
      'what would leave it': async (visit) => {
        await visit.page.keyboard.press('Escape');
        await simulatorTab(visit, 'Effects', 'Effets');
      },
      'the world': (visit) => simulatorTab(visit, 'World', 'Monde'),
      'the flow on a phone': async (visit) => {
        if (visit.phone) await visit.page.getByRole('tab', { name: words(visit, 'Flow', 'Scénario') }).click();
        await drawn(visit);
      },
    },
  },
  {
    page: '/simulate/[flowId]', state: 'empty', program: 'empty', person: 'ines',
    views: {
      'a flow that cannot run': async (visit) => {
        const { page, url } = visit;
        await page.goto(`${url}/flows`);
        await go(`/simulate/${await newFlow(page)}`, ({ page: opened }) => seen(opened, 'main h2'))(visit);
      },
    },
  },
  { page: null, state: 'other', program: 'furnished', person: 'ines', views: { 'no such flow to simulate': go('/simulate/gone', heading) } },
  {
    page: '/tests', state: 'with data', program: 'furnished', person: 'ines',
    views: { 'what passes and what fails': go('/tests', ({ page }) => seen(page, 'main table svg.text-stop:visible')) },
  },
  { page: '/tests', state: 'empty', program: 'empty', person: 'ines', views: { 'no flow, or one without tests': go('/tests', heading) } },
  {
    page: '/tests/[flowId]', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      'all run': (visit) => go(`/tests/${visit.furniture.flow}`, testsRun)(visit),
      'one that fails': async ({ page }) => {
        await page.getByRole('button', { name: /accueil d’avant/ }).click();
        await seen(page, 'h3');
      },
      'its menu': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'More', 'Plus'), exact: true }).and(visit.page.locator('main *')).click();
        await expect(visit.page.getByRole('menu')).toBeVisible();
      },
      'one that passes': async (visit) => {
        await visit.page.keyboard.press('Escape');
        await go(`/tests/${visit.furniture.flow}`, testsRun)(visit);
        await visit.page.locator('main li button:has(svg.text-accent)').first().click();
        await seen(visit.page, 'h2');
      },
    },
  },
  { page: '/tests/[flowId]', state: 'empty', program: 'empty', person: 'ines', views: { 'no test yet': (visit) => untested(visit) } },
  { page: null, state: 'other', program: 'furnished', person: 'ines', views: { 'an unknown flow': go('/flows/gone', heading) } },
  {
    page: '/articles', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      list: go('/articles', ({ page }) => seen(page, 'a[href^="/articles/"]')),
      'nothing found': async ({ page }) => {
        await page.getByRole('searchbox').fill('qqq');
        await expect(page.locator('tbody a')).toHaveCount(0);
      },
      'a new article': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'New article', 'Nouvelle fiche') }).click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
      archived: go('/articles?view=archived', ({ page }) => seen(page, 'tbody a')),
      unanswered: go('/articles?view=unanswered', ({ page }) => seen(page, 'main ul li button')),
      'the articles a question may belong to': async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'Add to an article', 'Ajouter à une fiche') }).first().click();
        await seen(visit.page, '[role="dialog"] li button');
      },
    },
  },
  {
    page: '/articles', state: 'empty', program: 'empty', person: 'ines',
    views: {
      'no article': go('/articles', ({ page }) => seen(page, 'main h2')),
      'no question': go('/articles?view=unanswered', ({ page }) => seen(page, 'main h2')),
      'nothing archived': go('/articles?view=archived', ({ page }) => seen(page, 'main h2')),
    },
  },
  {
    page: '/articles/[articleId]', state: 'with data', program: 'furnished', person: 'ines',
    views: {
      written: (visit) => go(`/articles/${visit.furniture.article}`, ({ page }) => seen(page, 'aside [role="group"]'))(visit),
      'asked for sure': async (visit) => {
        await visit.page.getByRole('searchbox').fill(visit.language === 'fr' ? 'Où est mon remboursement\u202f?' : 'Where is my refund?');
        await seen(visit.page, 'aside ol li');
      },
      'asked what nobody knows': async ({ page }) => {
        await page.getByRole('searchbox').fill('zzzz');
        await expect(page.locator('aside [role="status"]')).toBeVisible();
      },
      'words of another article, not saved': async ({ page }) => {
        await page.getByRole('searchbox').fill('');
        await page.locator('main ol input').first().fill('Livraison et remboursement');
        await page.locator('input[type="date"]').first().fill('2027-02-01');
        await page.locator('input[type="date"]').last().fill('2027-01-01');
        await seen(page, '[aria-invalid="true"]');
      },
      'restored as it was left': (visit) => go(`/articles/${visit.furniture.article}`, ({ page }) => seen(page, 'main [role="status"] button'))(visit),
      'saved by somebody else meanwhile': async (visit) => {
        const { page, furniture: { article } } = visit;
        await page.evaluate(() => sessionStorage.clear());
        await go(`/articles/${article}`, () => seen(page, 'aside [role="group"]'))(visit);
        await page.locator('main textarea').first().fill(words(visit, 'Mine.', 'La mienne.') as string);
        await page.evaluate(async (id) => {
          const get = await fetch(`/trpc/knowledge.get?input=${encodeURIComponent(JSON.stringify({ json: { id } }))}`);
          const { article: { id: _id, revision, ...content } } = ((await get.json()) as { result: { data: { json: { article: { id: string; revision: number; answer: Record<string, string> } } } } }).result.data.json;
          const answer = Object.fromEntries(Object.entries(content.answer).map(([language, text]) => [language, `${text.slice(0, 300)} ${revision}`]));
          await fetch('/trpc/knowledge.save', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ json: { id, baseRevision: revision, content: { ...content, answer } } }) });
        }, article);
        await page.getByRole('button', { name: words(visit, 'Save', 'Enregistrer'), exact: true }).click();
        await seen(page, 'main li .grid');
        await page.evaluate(() => sessionStorage.clear());
      },
    },
  },
  { page: '/articles/[articleId]', state: 'empty', program: 'empty', person: 'ines', views: { 'not here': go('/articles/gone', heading) } },
  {
    page: null, state: 'other', program: 'furnished', person: 'nadia',
    views: {
      'articles to read': go('/articles', ({ page }) => seen(page, 'tbody a')),
      'an article to read': (visit) => go(`/articles/${visit.furniture.article}`, ({ page }) => seen(page, 'aside [role="group"]'))(visit),
    },
  },
  {
    page: '/inbox', state: 'with data', program: 'furnished', person: 'lea',
    views: {
      mine: go('/inbox', inboxStands),
      waiting: go('/inbox?view=waiting', inboxStands),
      'the person menu': personMenu,
    },
  },
  { page: '/inbox', state: 'empty', program: 'empty', person: 'lea', views: { mine: go('/inbox', heading), waiting: go('/inbox?view=waiting', heading) } },
  {
    page: '/inbox/[conversationId]', state: 'with data', program: 'furnished', person: 'lea',
    views: {
      'in her hands': (visit) => go(`/inbox/${visit.furniture.mine}`, ({ page }) => seen(page, '[role="log"]'))(visit),
      'the way here': async (visit) => {
        await visit.page.getByRole('log').getByRole('button', { expanded: false }).first().click();
        await visit.page.getByRole('button', { name: words(visit, /^Why/, /^Pourquoi/) }).and(visit.page.locator(':visible')).first().click();
      },
      closing: async (visit) => {
        await visit.page.getByRole('button', { name: words(visit, 'Close', 'Clore'), exact: true }).click();
        await expect(visit.page.getByRole('dialog')).toBeVisible();
      },
      waiting: (visit) => go(`/inbox/${visit.furniture.waiting}?view=waiting`, ({ page }) => seen(page, '[role="log"]'))(visit),
      closed: (visit) => go(`/inbox/${visit.furniture.closed}`, ({ page }) => seen(page, '[role="log"]'))(visit),
    },
  },
  { page: '/inbox/[conversationId]', state: 'empty', program: 'empty', person: 'lea', views: { 'not here': go('/inbox/gone', ({ page }) => seen(page, 'code')) } },
  ...SETTINGS_SCENES,
  { page: null, state: 'other', program: 'furnished', person: 'ines', views: { 'not found': go('/nothing/here', heading) } },
  {
    page: null, state: 'other', program: 'furnished', person: 'ines',
    views: {
      'a page that fails to draw': (visit) => badAnswer(visit, 'flows.list'),
      'a frame that fails to draw': (visit) => badAnswer(visit, 'session.me'),
      'a list that does not come': async ({ page, url }) => {
        await page.unrouteAll();
        await page.route('**/trpc/**flows.list**', (route) => route.abort());
        await page.goto(`${url}/flows`);
        await seen(page, 'main [role="alert"]');
        await page.unrouteAll();
      },
    },
  },
  {
    page: null, state: 'other', program: 'furnished', person: null,
    views: {
      'chat in the shop, not written yet': openChat,
      'chat with buttons': async ({ page, language }) => {
        await page.getByRole('textbox').fill(language === 'fr' ? 'Bonjour' : 'Hello');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('log').getByRole('button')).toHaveCount(4);
      },
      'chat waiting for a person': async ({ page, language }) => {
        await page.getByRole('button', { name: language === 'fr' ? 'Autre question' : 'Another question' }).click();
        await expect(page.getByRole('log').locator('.waiting')).toBeVisible();
      },
    },
  },
];
