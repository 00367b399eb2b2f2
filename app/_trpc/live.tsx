'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import type { LiveEvent as ServerEvent } from '@/lib/api/view-models';
import { useTRPCClient } from './context';
import { openLiveStream } from './live-stream';
import type { StreamState } from './shared-stream';

/** What the stream says. `resync` follows every new connection: events may have been missed, so read again. */
export type LiveEvent = ServerEvent | { kind: 'resync' };
type Listener = (event: LiveEvent) => void;

interface Live {
  listeners: Set<Listener>;
  state: StreamState;
}

const LiveContext = createContext<Live | null>(null);

/** Opens the browser's one stream while somebody is signed in. */
export function LiveProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [listeners] = useState(() => new Set<Listener>());
  const [state, setState] = useState<StreamState>('connecting');
  useEffect(() => {
    const stream = openLiveStream({
      client,
      userId,
      onState: setState,
      onEvent(event) {
        if (event.kind === 'resync') void queryClient.invalidateQueries();
        for (const listener of listeners) listener(event);
      },
    });
    return () => stream.close();
  }, [client, queryClient, listeners, userId]);
  const live = useMemo(() => ({ listeners, state }), [listeners, state]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** Calls `listener` (always the newest one) for every event of the stream. */
export function useLive(listener: Listener): void {
  const { listeners } = useLiveContext();
  const onEvent = useEffectEvent(listener);
  useEffect(() => {
    const heard: Listener = (event) => onEvent(event);
    listeners.add(heard);
    return () => {
      listeners.delete(heard);
    };
  }, [listeners]);
}

/** Whether the stream is live, for the chip that says so. */
export function useLiveState(): StreamState {
  return useLiveContext().state;
}

function useLiveContext(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs TrpcProvider above it');
  return live;
}
