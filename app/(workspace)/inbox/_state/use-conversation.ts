'use client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTRPC } from '@/app/_trpc/provider';
import type { ConversationView } from '../_logic/view-models';

/** One conversation with its thread; shown from memory at once and refreshed behind. */
export function useConversation(id: string): UseQueryResult<ConversationView, unknown> {
  const trpc = useTRPC();
  return useQuery(trpc.inbox.conversation.queryOptions({ id }));
}
