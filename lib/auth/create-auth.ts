import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';

/** Seconds. */
const SESSION_LIFE = 7 * 86_400;

/** Path under which the account library answers. */
export const AUTH_PATH = '/api/auth';

/**
 * Accounts by e-mail and password. Nobody can sign up: members are made by an administrator.
 * Works on the loopback addresses at any port, and at `publicUrl`.
 */
export function createAuth(options: { prisma: AdminDatabase; kind: 'sqlite' | 'postgresql'; secret: string; publicUrl: URL | null }) {
  const { prisma, kind, secret, publicUrl } = options;
  return betterAuth({
    appName: 'Relais',
    basePath: AUTH_PATH,
    baseURL: {
      allowedHosts: ['localhost:*', '127.0.0.1:*', '[::1]:*', 'localhost', '127.0.0.1', ...(publicUrl ? [publicUrl.host] : [])],
      fallback: publicUrl?.origin ?? 'http://localhost:3000',
      protocol: publicUrl?.protocol === 'https:' ? 'auto' : 'http',
    },
    secret,
    // Interactive transactions are barred: one writer (docs/decisions, "one writer").
    database: prismaAdapter(prisma, { provider: kind, transaction: false }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: SESSION_LIFE, updateAge: 86_400 },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, input: false },
        theme: { type: 'string', required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: 'relais',
      useSecureCookies: publicUrl?.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    // Failed sign-ins are slowed down by our own door (lib/server/sign-in-throttle.ts), which knows the caller's address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

export type Auth = ReturnType<typeof createAuth>;
