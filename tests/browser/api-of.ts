import type { BrowserContext } from '@playwright/test';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/lib/api/router';
import type { Program } from './program';

/** The program's own API as the person signed in to `context` calls it. */
export function apiOf(program: Program, context: BrowserContext): TRPCClient<AppRouter> {
  return apiWith(program, async () => (await context.cookies(program.url)).map(({ name, value }) => `${name}=${value}`).join('; '));
}

/** The same for whoever has these cookies. */
export function apiWith({ url }: Pick<Program, 'url'>, cookie: () => Promise<string>): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, transformer: superjson, headers: async () => ({ cookie: await cookie() }) })] });
}
