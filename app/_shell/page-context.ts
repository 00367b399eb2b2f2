import { createHmac, timingSafeEqual } from 'node:crypto';
import { headers } from 'next/headers';
import { cache } from 'react';
import { z } from 'zod';
import { toAppLocale, type AppLocale } from '@/lib/i18n/locales';

const pageSchema = z.object({
  locale: z.string(),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  user: z.object({ id: z.string(), name: z.string() }).nullish(),
  roles: z.array(z.string()).nullish(),
  workspace: z.object({ id: z.string(), name: z.string() }).nullish(),
});

export type Theme = 'system' | 'light' | 'dark';

/** Who reads this page and how. `user` is null when nobody is signed in. */
export interface PageContext {
  locale: AppLocale;
  theme: Theme;
  user: { id: string; name: string } | null;
  roles: readonly string[];
  workspace: { id: string; name: string } | null;
}

const NOBODY: PageContext = { locale: toAppLocale(undefined), theme: 'system', user: null, roles: [], workspace: null };

/**
 * What the server says about the reader, from the signed header `x-relais-page`. The server has checked the session
 * before the page is asked for; a header that is missing or not signed by this process counts as nobody.
 */
export const pageContext = cache(async (): Promise<PageContext> => {
  const header = (await headers()).get('x-relais-page');
  return readPageHeader(header, process.env['RELAIS_PAGE_SECRET']) ?? NOBODY;
});

/** `base64url(JSON) + '.' + base64url(HMAC-SHA256 of the part before the point)`, or null when that does not hold. */
export function readPageHeader(header: string | null, secret: string | undefined): PageContext | null {
  if (!header || !secret) return null;
  const [payload = '', signature = ''] = header.split('.');
  const expected = createHmac('sha256', secret).update(payload).digest();
  const given = Buffer.from(signature, /^[0-9a-f]{64}$/.test(signature) ? 'hex' : 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const page = pageSchema.safeParse(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!page.success) return null;
  const { locale, theme, user, roles, workspace } = page.data;
  return { locale: toAppLocale(locale), theme, user: user ?? null, roles: roles ?? [], workspace: workspace ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
