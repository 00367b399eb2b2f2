'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/context';
import { useLive } from '../_trpc/live';
import type { Place } from './places';

/** How many conversations are offered to this person now; zero without an inbox. */
export function useOffered(places: readonly Place[]): number {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const enabled = places.some(({ key }) => key === 'inbox');
  const { data } = useQuery(trpc.inbox.counts.queryOptions(undefined, { enabled }));
  useLive((event) => {
    if (enabled && event.kind === 'inbox') void queryClient.invalidateQueries(trpc.inbox.counts.queryFilter());
  });
  return data?.offered ?? 0;
}
