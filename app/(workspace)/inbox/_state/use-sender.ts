'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { errorCode } from '@/app/_trpc/error-code';
import { useTRPC, useTRPCClient } from '@/app/_trpc/provider';
import type { PendingMessage } from '../_logic/pending-message';
import { NO_ANSWER, nextToSend } from '../_logic/send-queue';
import { usePendingStore } from './pending-store';

/** How often what reached no server is tried again, while nobody says that the network is back. */
const RETRY_MS = 5_000;

export interface Sender {
  send(conversationId: string, kind: 'reply' | 'note', text: string): void;
  /** Tries a failed message again with its own key, so that it can never arrive twice. */
  retry(conversationId: string, key: string): void;
  discard(conversationId: string, key: string): void;
}

/** Sends what agents write, one message of a conversation after the other; shown at once, tried again by itself. */
export function useSender(): Sender {
  const flush = useFlush();
  const { add, patch, keep } = usePendingStore.getState();
  useEffect(() => {
    const flushAll = (): void => {
      for (const [id, pending] of Object.entries(usePendingStore.getState().byConversation)) {
        if (pending.some((message) => message.error === NO_ANSWER)) void flush(id);
      }
    };
    const timer = setInterval(flushAll, RETRY_MS);
    window.addEventListener('online', flushAll);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flushAll);
    };
  }, [flush]);
  return {
    send(conversationId, kind, text) {
      add(conversationId, { key: crypto.randomUUID(), kind, text, at: Date.now(), status: 'sending', seq: null, error: null });
      void flush(conversationId);
    },
    retry(conversationId, key) {
      patch(conversationId, key, { status: 'sending', error: null });
      void flush(conversationId);
    },
    discard(conversationId, key) {
      const left = (usePendingStore.getState().byConversation[conversationId] ?? []).filter((message) => message.key !== key);
      keep(conversationId, left.map((message) => message.key));
    },
  };
}

function useFlush(): (conversationId: string) => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const client = useTRPCClient();
  const busy = useRef(new Set<string>());
  return useCallback(
    async (conversationId: string) => {
      if (busy.current.has(conversationId)) return;
      busy.current.add(conversationId);
      const { patch } = usePendingStore.getState();
      const pending = (): PendingMessage[] => usePendingStore.getState().byConversation[conversationId] ?? [];
      try {
        for (let message = nextToSend(pending()); message; message = nextToSend(pending())) {
          const { key, kind, text } = message;
          try {
            const { seq } = await client.inbox[kind].mutate({ id: conversationId, key, text });
            patch(conversationId, key, { status: 'sent', seq, error: null });
          } catch (error) {
            const code = errorCode(error);
            patch(conversationId, key, { status: 'failed', error: code });
            if (code === NO_ANSWER) break;
          }
        }
      } finally {
        busy.current.delete(conversationId);
      }
      void queries.invalidateQueries(trpc.inbox.conversation.queryFilter({ id: conversationId }));
    },
    [client, queries, trpc],
  );
}
