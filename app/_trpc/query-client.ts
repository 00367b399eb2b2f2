import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { errorCode } from './error-code';

/** The browser's cache of answers. The live stream says when they are old, so they are not refetched for nothing. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => errorCode(error) === 'no-answer' && failures < 3,
      },
    },
  });
}

/** A session that has ended elsewhere leads to the sign-in page and back here. */
function leaveWhenSignedOut(error: unknown): void {
  if (errorCode(error) !== 'unauthenticated') return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
}
