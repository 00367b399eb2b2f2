'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import type { LiveEvent as ServerEvent } from '@/lib/api/view-models';
import { useTRPCClient } from './context';
import { openLiveStream } from './live-stream';
import type { StreamState } from './shared-stream';
import { createStaleMarks, type StaleMarks } from './stale-marks';

/** What the stream says. `resync` follows every new connection: events may have been missed, so read again. */
export type LiveEvent = ServerEvent | { kind: 'resync' };
type Listener = (event: LiveEvent) => void;

interface Live {
  listeners: Set<Listener>;
  state: StreamState;
  mark: StaleMarks['mark'];
}

const LiveContext = createContext<Live | null>(null);

/** Opens the browser's one stream while somebody is signed in. */
export function LiveProvider({ userId, children }: { userId: string; children: ReactNode }) {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [listeners] = useState(() => new Set<Listener>());
  const [state, setState] = useState<StreamState>('connecting');
  const [marks] = useState(() => createStaleMarks(queryClient, () => document.visibilityState === 'hidden'));
  useEffect(() => {
    const stream = openLiveStream({
      client,
      userId,
      onState: setState,
      onEvent(event) {
        if (event.kind === 'resync') marks.mark({});
        for (const listener of listeners) listener(event);
      },
    });
    return () => {
      stream.close();
      marks.stop();
    };
  }, [client, marks, listeners, userId]);
  const live = useMemo(() => ({ listeners, state, mark: marks.mark }), [listeners, state, marks]);
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

/** Says that an event made answers of the server old: they are read again, together and once. */
export function useMarkStale(): StaleMarks['mark'] {
  return useLiveContext().mark;
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
