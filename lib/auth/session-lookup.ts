import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Caller } from './caller';
import type { Auth } from './create-auth';
import { callerOf } from './membership';

/** A request's session. `cookies` are `Set-Cookie` values to pass on: a session in use is prolonged. */
export interface FoundSession {
  caller: Caller | null;
  cookies: string[];
}

/** `locale` is the language to speak to someone who has chosen none. */
export type SessionLookup = (headers: Headers, locale: string) => Promise<FoundSession>;

/** Finds who asks from a request's cookies. A forged, expired or revoked cookie is nobody, never an error. */
export function createSessionLookup(auth: Auth, prisma: AdminDatabase): SessionLookup {
  return async (headers, locale) => {
    if (!headers.get('cookie')?.includes('session_token')) return { caller: null, cookies: [] };
    const { headers: answer, response } = await auth.api.getSession({ headers, returnHeaders: true });
    const caller = response ? await callerOf(prisma, response.user.id, locale) : null;
    return { caller, cookies: answer.getSetCookie() };
  };
}
