'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { articleSearch } from '@/flows/knowledge/article-search';
import type { SimulateEnv } from '@/flows/simulator/simulate';
import { useTRPC } from '../../../_trpc/provider';

/** The workspace's articles and calendars as a simulation reads them; null until they are here. */
export function useSurroundings() {
  const trpc = useTRPC();
  const knowledge = useQuery(trpc.knowledge.all.queryOptions());
  const calendars = useQuery(trpc.workspace.calendars.queryOptions());
  const env = useMemo<SimulateEnv | null>(() => {
    if (!knowledge.data || !calendars.data) return null;
    return {
      knowledge: articleSearch(knowledge.data.articles, knowledge.data.version),
      calendars: Object.fromEntries(calendars.data.map((calendar) => [calendar.key, calendar])),
    };
  }, [knowledge.data, calendars.data]);
  return { env, failed: [knowledge, calendars].find(({ isError, data }) => isError && !data) };
}
