import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, type TRPCClient } from '@trpc/client';
import superjson from 'superjson';
import type { AppRouter } from '@/lib/api/router';

/**
 * Tabs ask the same at the same moment, and browsers let requests for one address wait for each other to fill their
 * cache: ten tabs stood in line for seconds. Answers here are never cached anyway.
 */
const uncached: typeof fetch = (input, init) => fetch(input, { ...init, cache: 'no-store' });

/** The only way from a page to the server: calls are batched, subscriptions are an event stream on the same address. */
export function createClient(): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: '/trpc', transformer: superjson }),
        // One slow call must not hold back the others of its batch for long: small batches.
        false: httpBatchLink({ url: '/trpc', transformer: superjson, maxItems: 8, fetch: uncached }),
      }),
    ],
  });
}
