'use client';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPCClient } from '@/app/_trpc/provider';
import { SILENT, typingSignal } from '../_logic/typing-signal';

/** A pause this long means that nobody types any more. */
const IDLE_MS = 5_000;

/** Tells the customer that somebody writes, seldom enough; call it at each change of the text. */
export function useTypingSignal(conversationId: string): (typing: boolean) => void {
  const client = useTRPCClient();
  const state = useRef(SILENT);
  const idle = useRef<ReturnType<typeof setTimeout> | null>(null);
  const say = useCallback(
    (typing: boolean) => {
      const signal = typingSignal(state.current, typing, Date.now());
      clearTimeout(idle.current ?? undefined);
      if (typing) idle.current = setTimeout(() => say(false), IDLE_MS);
      if (signal === null) return;
      state.current = { active: signal, at: Date.now() };
      // A hint that got lost is not worth a word to anybody.
      client.inbox.typing.mutate({ id: conversationId, active: signal }).catch(() => undefined);
    },
    [conversationId, client],
  );
  useEffect(() => () => say(false), [say]);
  return say;
}
