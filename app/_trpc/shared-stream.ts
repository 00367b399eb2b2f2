/** How the stream stands: `connecting` also while it is cut and being opened again. */
export type StreamState = 'connecting' | 'live';

/** What tabs say to each other. */
type Note<E> = { kind: 'event'; event: E } | { kind: 'state'; state: StreamState } | { kind: 'who-leads' };

export interface Opened {
  close(): void;
}

export interface SharedStreamOptions<E> {
  /** Tabs with the same name share the stream. */
  name: string;
  open(handlers: { onEvent(event: E): void; onState(state: StreamState): void }): Opened;
  onEvent(event: E): void;
  onState(state: StreamState): void;
  /** Web Locks and BroadcastChannel of this browser; a tab without them opens a stream of its own. */
  locks?: Pick<LockManager, 'request'> | undefined;
  createChannel?: ((name: string) => BroadcastChannel) | undefined;
}

/**
 * One stream for all tabs of a browser: the tab that holds the lock opens it and passes every event on.
 * Browsers allow six connections per origin over HTTP/1.1, so a stream per tab would freeze the seventh.
 * When the leading tab goes, the browser gives the lock to the next one.
 */
export function openSharedStream<E>(options: SharedStreamOptions<E>): Opened {
  const { name, open, onEvent, onState, locks, createChannel } = options;
  if (!locks || !createChannel) return open({ onEvent, onState });

  const channel = createChannel(name);
  const ending = new AbortController();
  let leading = false;
  let state: StreamState = 'connecting';
  const tell = (note: Note<E>): void => channel.postMessage(note);

  channel.onmessage = ({ data }: MessageEvent<Note<E>>) => {
    if (data.kind === 'who-leads') {
      if (leading) tell({ kind: 'state', state });
    } else if (!leading) {
      if (data.kind === 'event') onEvent(data.event);
      else onState(data.state);
    }
  };
  tell({ kind: 'who-leads' });

  const lead = (): Promise<void> =>
    new Promise((release) => {
      leading = true;
      const stream = open({
        onEvent(event) {
          onEvent(event);
          tell({ kind: 'event', event });
        },
        onState(next) {
          state = next;
          onState(next);
          tell({ kind: 'state', state: next });
        },
      });
      ending.signal.addEventListener('abort', () => {
        stream.close();
        release();
      });
    });

  locks.request(name, { signal: ending.signal }, lead).catch((error: unknown) => {
    // Giving up the wait is how a tab leaves; anything else means no lock will ever come.
    if (!ending.signal.aborted) throw error;
  });

  return {
    close() {
      ending.abort();
      channel.close();
    },
  };
}
