import { headers } from 'next/headers';
import { cache } from 'react';
import { DEFAULT_LOCALE, type AppLocale } from '@/lib/i18n/locales';
import { readPageHeader } from './read-page-header';

export type Theme = 'system' | 'light' | 'dark';

/** Who reads this page and how. `user` is null when nobody is signed in. */
export interface PageContext {
  locale: AppLocale;
  theme: Theme;
  user: { id: string; name: string } | null;
  roles: readonly string[];
  workspace: { id: string; name: string } | null;
}

const NOBODY: PageContext = { locale: DEFAULT_LOCALE, theme: 'system', user: null, roles: [], workspace: null };

/**
 * What the server says about the reader, from the signed header `x-relais-page`. The server has checked the session
 * before the page is asked for; a header that is missing or not signed by this process counts as nobody.
 */
export const pageContext = cache(async (): Promise<PageContext> => {
  const header = (await headers()).get('x-relais-page');
  return readPageHeader(header, process.env['RELAIS_PAGE_SECRET']) ?? NOBODY;
});
