'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rankArticles } from '@/flows/knowledge/rank-articles';
import type { UnansweredCard } from '@/lib/api/view-models';
import { useTRPC } from '../../../_trpc/provider';
import { useIndex } from '../_search/use-index';

const NONE: readonly string[] = [];

/** Ids of the articles that a question may mean, the likeliest first; none while they are being read. */
export function useNearest({ language, text }: UnansweredCard): readonly string[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.knowledge.all.queryOptions());
  const index = useIndex(data?.articles, language);
  return useMemo(() => (index ? rankArticles(index, text, Date.now()).map(({ id }) => id) : NONE), [index, text]);
}
