'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC, useTRPCClient } from '../../../../_trpc/provider';

/** The studio sends its last changes as it is left: a draft read in that moment may lack them. */
const SETTLED_MS = 1500;

/**
 * The draft as the server has it now: read again when the window is looked at, and once after the studio was left.
 * Kept apart from the studio's own copy, which must not change under its hands.
 */
export function useDraft(flowId: string) {
  const client = useTRPCClient();
  const draft = useQuery({ queryKey: ['simulated-draft', flowId], queryFn: () => client.flows.get.query({ id: flowId }), staleTime: 0, gcTime: 0, refetchOnWindowFocus: 'always' });
  const { refetch } = draft;
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [refetch]);
  return draft;
}

/** A published version; nothing is asked while `number` is null. */
export function useVersion(flowId: string, number: number | null) {
  const trpc = useTRPC();
  // What was published never changes.
  return useQuery(trpc.flows.version.queryOptions({ id: flowId, number: number ?? 1 }, { enabled: number !== null, staleTime: Infinity }));
}
