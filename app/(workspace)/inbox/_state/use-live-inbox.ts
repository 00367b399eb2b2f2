'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useLive, type LiveEvent } from '@/app/_trpc/live';
import { useTRPC } from '@/app/_trpc/provider';
import { mergeThread } from '../_logic/merge-thread';
import { useTypingStore } from './typing-store';

/** Events come in bursts (a turn writes several rows): one reading answers them all. */
const GATHER_MS = 120;

/** Keeps lists, counts and threads equal to the server, by the one stream of this browser. */
export function useLiveInbox(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const typing = useTypingStore((state) => state.set);
  const refresh = useGathered(
    useCallback(
      (wanted: ReadonlySet<string>) => {
        for (const id of wanted) {
          if (id === LISTS) {
            void queries.invalidateQueries(trpc.inbox.list.pathFilter());
            void queries.invalidateQueries(trpc.inbox.counts.pathFilter());
            void queries.invalidateQueries(trpc.session.me.pathFilter());
          } else void queries.invalidateQueries(trpc.inbox.conversation.queryFilter({ id }));
        }
      },
      [queries, trpc],
    ),
  );
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
      refresh(LISTS);
      return undefined;
    }
    if (event.kind === 'conversation') refresh(event.id);
    refresh(LISTS);
    return undefined;
  });
}

/** No conversation has this id. */
const LISTS = '';

function useGathered(act: (wanted: ReadonlySet<string>) => void): (wanted: string) => void {
  const wanted = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  return useCallback(
    (id: string) => {
      wanted.current.add(id);
      timer.current ??= setTimeout(() => {
        timer.current = null;
        const all = wanted.current;
        wanted.current = new Set();
        act(all);
      }, GATHER_MS);
    },
    [act],
  );
}
