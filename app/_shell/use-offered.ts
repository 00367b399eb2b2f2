'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/context';
import { useLive, useMarkStale } from '../_trpc/live';
import type { Place } from './places';

/** How many conversations are offered to this person now; zero without an inbox. */
export function useOffered(places: readonly Place[]): number {
  const trpc = useTRPC();
  const markStale = useMarkStale();
  const enabled = places.some(({ key }) => key === 'inbox');
  const { data } = useQuery(trpc.inbox.counts.queryOptions(undefined, { enabled }));
  useLive((event) => {
    if (enabled && event.kind === 'inbox') markStale(trpc.inbox.counts.pathFilter());
  });
  return data?.offered ?? 0;
}
