import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '@/lib/api/router';
import { errorCode } from './error-code';
import type { LiveEvent } from './live';
import { openSharedStream, type Opened, type StreamState } from './shared-stream';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

export interface LiveStreamOptions {
  client: TRPCClient<AppRouter>;
  userId: string;
  onEvent(event: LiveEvent): void;
  onState(state: StreamState): void;
}

/** The server's events for this browser, opened again whenever they break off, until closed. */
export function openLiveStream({ client, userId, onEvent, onState }: LiveStreamOptions): Opened {
  return openSharedStream<LiveEvent>({
    name: `relais-live-${userId}`,
    open: (handlers) => openOwnStream(client, handlers),
    onEvent,
    onState,
    locks: navigator.locks,
    createChannel: typeof BroadcastChannel === 'undefined' ? undefined : (name) => new BroadcastChannel(name),
  });
}

function openOwnStream(client: TRPCClient<AppRouter>, { onEvent, onState }: { onEvent(event: LiveEvent): void; onState(state: StreamState): void }): Opened {
  let closed = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** The server stops, and said when to come back. */
  let toldWait: number | null = null;
  let current: { unsubscribe(): void } | undefined;

  const connect = (): void => {
    let ended = false;
    const again = (): void => {
      if (closed || ended) return;
      ended = true;
      onState('connecting');
      // Spread out, so that all browsers do not come back in the same moment after a restart.
      const delay = toldWait ?? Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * (0.75 + Math.random() / 2);
      failures += 1;
      toldWait = null;
      retry = setTimeout(connect, delay);
    };
    current = client.live.events.subscribe(undefined, {
      onData(event) {
        if (event.kind === 'bye') toldWait = event.retryMs;
        else onEvent(event);
      },
      onConnectionStateChange(connection) {
        if (closed) return;
        if (connection.state === 'pending') {
          failures = 0;
          onState('live');
          onEvent({ kind: 'resync' });
        } else if (connection.state === 'connecting') {
          onState('connecting');
        }
      },
      onError(error) {
        // Signed out: nothing will come until somebody signs in again.
        if (errorCode(error) === 'unauthenticated') closed = true;
        again();
      },
      onComplete: again,
    });
  };

  connect();
  return {
    close() {
      closed = true;
      clearTimeout(retry);
      current?.unsubscribe();
    },
  };
}
