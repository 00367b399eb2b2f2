import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { toAppLocale } from '@/lib/i18n/locales';
import type { PageContext } from './page-context';

const pageSchema = z.object({
  locale: z.string(),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  user: z.object({ id: z.string(), name: z.string() }).nullish(),
  roles: z.array(z.string()).nullish(),
  workspace: z.object({ id: z.string(), name: z.string() }).nullish(),
});

/** `base64url(JSON) + '.' + base64url(HMAC-SHA256 of the part before the point)`, or null when that does not hold. */
export function readPageHeader(header: string | null, secret: string | undefined): PageContext | null {
  if (!header || !secret) return null;
  const [payload = '', signature = ''] = header.split('.');
  const expected = createHmac('sha256', secret).update(payload).digest();
  const given = Buffer.from(signature, 'base64url');
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
