import { createHmac } from 'node:crypto';
import type { Role } from '@/lib/auth/roles';

/** Request header by which the server tells pages who asks. Pages trust it only with a valid signature. */
export const PAGE_HEADER = 'x-relais-page';

/** What a page knows of its reader before it asks the API. Null parts: nobody is signed in. */
export interface PageReader {
  locale: string;
  theme: string;
  user: { id: string; name: string } | null;
  roles: Role[];
  workspace: { id: string; name: string } | null;
}

/** `<base64url of the JSON>.<base64url of its HMAC-SHA-256>`, keyed by a secret of this process. */
export function signPageHeader(reader: PageReader, secret: string): string {
  const payload = Buffer.from(JSON.stringify(reader)).toString('base64url');
  return `${payload}.${createHmac('sha256', secret).update(payload).digest('base64url')}`;
}
