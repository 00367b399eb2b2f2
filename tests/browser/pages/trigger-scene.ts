import { expect } from '@playwright/test';
import type { Scene, Visit } from './scenes';

const words = ({ language }: Visit, en: string, fr: string): string => (language === 'fr' ? fr : en);

/** What begins a flow besides a customer: in the studio, and in the simulator. */
export const TRIGGER_SCENE: Scene = {
  page: null, state: 'other', program: 'furnished', person: 'ines',
  views: {
    'what begins a flow': async ({ page, url, phone }) => {
      await page.goto(`${url}/flows`);
      const address = await page.locator('a[href^="/flows/"]', { hasText: 'Nouvelles de la livraison' }).first().getAttribute('href');
      await page.goto(`${url}${address ?? ''}${phone ? '?step=start' : ''}`);
      await expect(page.locator('.react-flow__node').first()).toBeVisible();
      await page.getByRole('button', { name: 'order.shipped' }).click();
      await expect(page.getByRole('textbox').first()).toBeVisible();
    },
    'a schedule': async (visit) => {
      const { page, phone } = visit;
      // A phone reads.
      if (phone) return;
      await page.getByRole('button', { name: words(visit, 'Add a trigger', 'Ajouter un déclencheur') }).click();
      await page.getByRole('menuitem', { name: words(visit, 'Schedule', 'Planification') }).click();
      await expect(page.locator('input[type="time"]')).toBeVisible();
    },
    'a simulation that an event begins': async (visit) => {
      const { page } = visit;
      await page.goto(page.url().replace('/flows/', '/simulate/').replace(/\?.*/, ''));
      await page.getByRole('button', { name: words(visit, 'Begin by a trigger', 'Commencer par un déclencheur') }).locator('visible=true').click();
      await page.getByRole('menuitem').first().click();
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
    },
  },
};
