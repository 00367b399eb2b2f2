'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../_trpc/provider';

/** The workspace's languages, the default first. */
export function useLanguages(): readonly string[] {
  const trpc = useTRPC();
  return useQuery(trpc.settings.workspace.queryOptions()).data?.languages ?? [];
}
