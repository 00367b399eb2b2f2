import { expect, type Page } from '@playwright/test';
import type { Scene, Visit } from './scenes';

const words = ({ language }: Visit, en: string | RegExp, fr: string | RegExp): string | RegExp => (language === 'fr' ? fr : en);
const go = (path: string, selector: string) => async ({ page, url }: Visit): Promise<void> => {
  await page.goto(url + path);
  await expect(page.locator(selector).locator('visible=true').first()).toBeVisible();
};
const dialog = (page: Page): Promise<void> => expect(page.getByRole('dialog').getByRole('heading').first()).toBeVisible();
const press = (en: string | RegExp, fr: string | RegExp) => async (visit: Visit): Promise<void> => {
  await visit.page.getByRole('button', { name: words(visit, en, fr) }).locator('visible=true').first().click();
};

/** Opens the menu of the row of that name and chooses an act, which opens a dialog. */
const act = (row: string | RegExp, en: string, fr: string) => async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: row }).locator('visible=true').first().click();
  await page.getByRole('menuitem', { name: words(visit, en, fr), exact: true }).click();
  await dialog(page);
};
const opens = (en: string, fr: string) => async (visit: Visit): Promise<void> => {
  await visit.page.keyboard.press('Escape');
  await press(en, fr)(visit);
  await dialog(visit.page);
};

async function home({ page, url, phone }: Visit): Promise<void> {
  await page.goto(`${url}/settings`);
  if (phone) await expect(page.locator('h1')).toBeVisible();
  else await expect(page.locator('main table')).toBeVisible();
}

/** The furnished workspace has no secret of its own: one is added as an administrator does. */
async function addsSecret(visit: Visit): Promise<void> {
  const { page } = visit;
  await go('/settings/secrets', 'main h1')(visit);
  const row = page.getByText('secrets.shop', { exact: true }).locator('visible=true');
  await page.waitForLoadState('networkidle');
  if ((await row.count()) === 0) {
    await opens('Add a secret', 'Ajouter un secret')(visit);
    await page.getByLabel(words(visit, 'Name', 'Nom'), { exact: true }).fill('Maison Lumen');
    await page.getByLabel(words(visit, 'Key', 'Clé'), { exact: true }).fill('shop');
    await page.getByLabel(words(visit, 'Value', 'Valeur'), { exact: true }).fill('sesame-ouvre-toi');
    await page.getByRole('dialog').getByRole('button', { name: words(visit, 'Add a secret', 'Ajouter un secret') }).click();
  }
  await expect(row.first()).toBeVisible();
}

const of = (page: string, state: 'with data' | 'empty', views: Scene['views']): Scene => ({ page, state, program: state === 'empty' ? 'empty' : 'furnished', person: 'ines', views });

export const SETTINGS_SCENES: readonly Scene[] = [
  of('/settings', 'with data', { sections: home }),
  of('/settings', 'empty', { sections: home }),
  of('/settings/people', 'with data', {
    list: go('/settings/people', 'main table'),
    'somebody new': opens('Add a person', 'Ajouter une personne'),
    'no agent any more': async (visit) => {
      await act('Léa Fontaine', 'Change', 'Modifier')(visit);
      await visit.page.getByRole('checkbox', { name: words(visit, 'Agent', 'Conseiller') }).click();
    },
    'a removal': act('Léa Fontaine', 'Remove from the workspace', 'Retirer de l’espace'),
    'a new password': async (visit) => {
      await act('Tom Okafor', 'New password', 'Nouveau mot de passe')(visit);
      await press('Make a new password', 'Créer un mot de passe')(visit);
      await expect(visit.page.getByRole('dialog').locator('code')).toBeVisible();
    },
  }),
  of('/settings/api-keys', 'with data', {
    list: async (visit) => {
      await go('/settings/api-keys', 'main h1')(visit);
      if ((await visit.page.locator('main table').count()) > 0) return;
      await press('New key', 'Nouvelle clé')(visit);
      await visit.page.getByRole('dialog').getByRole('textbox').fill(visit.language === 'fr' ? 'Boutique en ligne' : 'Web shop');
      await press('Make the key', 'Créer la clé')(visit);
      await press('I have kept it', 'Je l’ai conservée')(visit);
      await expect(visit.page.locator('main table')).toBeVisible();
    },
    'a new one': async (visit) => {
      await opens('New key', 'Nouvelle clé')(visit);
      await visit.page.getByRole('dialog').getByRole('textbox').fill('ERP');
      await press('Make the key', 'Créer la clé')(visit);
      await expect(visit.page.getByRole('dialog').locator('code')).toBeVisible();
    },
    'a revocation': async (visit) => {
      await press('I have kept it', 'Je l’ai conservée')(visit);
      await act(/ERP/, 'Revoke', 'Révoquer')(visit);
    },
  }),
  of('/settings/api-keys', 'empty', { none: go('/settings/api-keys', 'main h1') }),
  of('/settings/people', 'empty', {
    'nobody found': async (visit) => {
      await go('/settings/people', 'main table')(visit);
      await visit.page.getByRole('searchbox').fill('qqq');
      await expect(visit.page.locator('main table')).toHaveCount(0);
    },
  }),
  of('/settings/skills', 'with data', {
    matrix: go('/settings/skills', 'main table, main details'),
    rated: async ({ page, phone }) => {
      if (phone) await page.locator('summary').first().click();
      else await page.locator('[data-cell="0 1"]').focus();
    },
    'a new skill': opens('Skill', 'Compétence'),
    'a skill in use': act(/(Delivery|Livraison)$/, 'Delete', 'Supprimer'),
  }),
  of('/settings/skills', 'empty', { 'no skill': go('/settings/skills', 'main h2.font-serif') }),
  of('/settings/queues', 'with data', {
    list: go('/settings/queues', 'main table'),
    'a new queue': opens('Add a queue', 'Ajouter une file'),
    'the default stays': act(/(Customer service|Service client)$/, 'Delete', 'Supprimer'),
  }),
  of('/settings/queues', 'empty', { 'one queue': go('/settings/queues', 'main table') }),
  of('/settings/secrets', 'empty', {
    'no secret': go('/settings/secrets', 'main h2.font-serif'),
    'a new secret': opens('Add a secret', 'Ajouter un secret'),
  }),
  of('/settings/secrets', 'with data', { list: addsSecret }),
  of('/settings/calendars', 'with data', {
    list: go('/settings/calendars', 'main table'),
    'a new calendar': opens('Add a calendar', 'Ajouter un calendrier'),
  }),
  of('/settings/calendars', 'empty', { 'no calendar': go('/settings/calendars', 'main h2.font-serif') }),
  of('/settings/calendars/[calendarKey]', 'with data', {
    hours: go('/settings/calendars/service', 'main [role="group"]'),
    'hours that cannot be': async ({ page }) => {
      await page.locator('[role="group"] input').nth(1).fill('02:00');
      await expect(page.locator('[role="group"] [role="alert"]').first()).toBeVisible();
    },
    'a day': opens('Add a day', 'Ajouter un jour'),
    'public holidays': async (visit) => {
      await opens('Public holidays…', 'Jours fériés…')(visit);
      await expect(visit.page.getByRole('dialog').locator('li').first()).toBeVisible();
    },
  }),
  of('/settings/calendars/[calendarKey]', 'empty', { 'an unknown one': go('/settings/calendars/gone', 'main [role="alert"]') }),
  of('/settings/widget', 'with data', { list: go('/settings/widget', 'main table'), 'a new chat': opens('Add a chat', 'Ajouter une discussion') }),
  of('/settings/widget', 'empty', { 'no chat': go('/settings/widget', 'main h2.font-serif') }),
  of('/settings/widget/[connectionId]', 'with data', {
    look: async (visit) => {
      await go(`/settings/widget/${visit.furniture.chat}`, 'main iframe')(visit);
      await expect(visit.page.frameLocator('iframe').getByRole('textbox')).toBeVisible();
    },
    'a pale colour': async (visit) => {
      await visit.page.getByRole('checkbox', { name: words(visit, 'The widget’s green', 'Le vert de la fenêtre') }).click();
      await visit.page.getByLabel(words(visit, 'Colour', 'Couleur'), { exact: true }).fill('#ffe08a');
      await expect(visit.page.locator('main [role="alert"]')).toBeVisible();
    },
  }),
  of('/settings/widget/[connectionId]', 'empty', { 'an unknown one': go('/settings/widget/gone', 'main [role="alert"]') }),
  of('/settings/failed-turns', 'with data', {
    open: go('/settings/failed-turns', 'main table'),
    settled: async (visit) => {
      await visit.page.getByRole('radio', { name: words(visit, 'Settled', 'Réglés') }).click();
      await expect(visit.page.locator('main table')).toBeVisible();
    },
  }),
  of('/settings/failed-turns', 'empty', { none: go('/settings/failed-turns', 'main h2') }),
  of('/settings/failed-turns/[conversationId]/[seq]', 'with data', {
    'of an agent’s conversation': async (visit) => go(`/settings/failed-turns/${visit.furniture.mine}/1`, 'main dl')(visit),
    'to be played again': async (visit) => go(`/settings/failed-turns/${visit.furniture.waiting}/1`, 'main dl')(visit),
    'what was recorded': async ({ page }) => {
      await page.locator('main summary').last().click();
      await expect(page.locator('main pre').last()).toBeVisible();
    },
    'played again': opens('Play again', 'Rejouer'),
    'put aside': opens('Put aside', 'Mettre de côté'),
  }),
  of('/settings/failed-turns/[conversationId]/[seq]', 'empty', { gone: go('/settings/failed-turns/nobody/1', 'main [role=alert]') }),
  of('/settings/failed-deliveries', 'with data', {
    list: go('/settings/failed-deliveries', 'main table'),
    'sent again': act(/^(What to do with|Que faire de) .*(129)/, 'Send again', 'Renvoyer'),
    discarded: act(/^(What to do with|Que faire de) .*(129)/, 'Discard', 'Abandonner'),
  }),
  of('/settings/failed-deliveries', 'empty', { none: go('/settings/failed-deliveries', 'main h2') }),
  of('/settings/workspace', 'with data', {
    languages: go('/settings/workspace', 'main ul code'),
    'a removal': act(/^(What to do with|Actions sur) /, 'Remove', 'Retirer'),
  }),
  of('/settings/workspace', 'empty', { languages: go('/settings/workspace', 'main ul code') }),
];
