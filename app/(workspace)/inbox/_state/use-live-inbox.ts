'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useLive, useMarkStale, type LiveEvent } from '@/app/_trpc/live';
import { useTRPC } from '@/app/_trpc/provider';
import { mergeThread } from '../_logic/merge-thread';
import { useTypingStore } from './typing-store';

/** Keeps lists, counts and threads equal to the server, by the one stream of this browser. */
export function useLiveInbox(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const typing = useTypingStore((state) => state.set);
  const markStale = useMarkStale();
  const markLists = (): void => {
    for (const query of [trpc.inbox.list, trpc.inbox.counts, trpc.session.me]) markStale(query.pathFilter());
  };
  useLive((event: LiveEvent) => {
    if (event.kind === 'resync') return undefined;
    if (event.kind === 'typing') return typing(event.conversationId, event.active);
    if (event.kind === 'receipts') {
      const { conversationId, delivered, read } = event;
      queries.setQueryData(trpc.inbox.conversation.queryKey({ id: conversationId }), (view) => view && { ...view, receipts: { delivered, read } });
      return undefined;
    }
    if (event.kind === 'message') {
      const { conversationId, item } = event;
      queries.setQueryData(trpc.inbox.conversation.queryKey({ id: conversationId }), (view) => view && { ...view, messages: mergeThread(view.messages, item) });
      if (item.kind === 'message' && item.from === 'customer') typing(conversationId, false);
      markLists();
      return undefined;
    }
    if (event.kind === 'conversation') markStale(trpc.inbox.conversation.queryFilter({ id: event.id }));
    markLists();
    return undefined;
  });
}
