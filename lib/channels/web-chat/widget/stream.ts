import { Refused, type Client } from './client';
import type { ServerEvent } from './event-parser';

/** `off`: not asked for yet. `gone`: the server knows no such chat; nothing will come. */
export type Connection = 'off' | 'live' | 'reconnecting' | 'offline' | 'gone';

export interface StreamEars {
  /** Sequence to go on from. */
  after(): number;
  /** The visitor's token, made when there is none yet. */
  token(): Promise<string>;
  /** This token is not good any more. */
  forget(token: string): void;
  event(event: ServerEvent): void;
  connection(connection: Connection): void;
}

/** The server pings every 15 s: after this long without a sign the line is dead, whatever the socket says. */
const SILENCE_MS = 40_000;
const LONGEST_WAIT_MS = 15_000;

/** Keeps one stream open until the signal: it comes back after each end, slower each time it fails. */
export async function keepStream(client: Client, ears: StreamEars, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    const attempt = new AbortController();
    const abort = (): void => attempt.abort();
    stop.addEventListener('abort', abort);
    addEventListener('offline', abort);
    let silence = setTimeout(abort, SILENCE_MS);
    let token = '';
    /** The server stops, and said when to come back. */
    let toldWait: number | null = null;
    try {
      token = await ears.token();
      await client.events(
        token,
        ears.after(),
        {
          open() {
            failures = 0;
            ears.connection('live');
          },
          sign() {
            clearTimeout(silence);
            silence = setTimeout(abort, SILENCE_MS);
          },
          event(event) {
            if (event.event === 'bye') toldWait = Number((event.data as { retryMs?: unknown } | null)?.retryMs) || 0;
            ears.event(event);
          },
        },
        attempt.signal,
      );
    } catch (error) {
      if (error instanceof Refused && error.status === 401) ears.forget(token);
      if (error instanceof Refused && error.retryAfter > 0) toldWait = error.retryAfter * 1000;
      if (error instanceof Refused && error.status === 404) {
        ears.connection('gone');
        return;
      }
    } finally {
      clearTimeout(silence);
      stop.removeEventListener('abort', abort);
      removeEventListener('offline', abort);
    }
    if (stop.aborted) return;
    ears.connection(navigator.onLine ? 'reconnecting' : 'offline');
    failures += 1;
    await pause(toldWait ?? Math.min(LONGEST_WAIT_MS, 400 * 2 ** failures) * (0.75 + Math.random() / 2));
  }
}

/** Waits, or less when the browser finds its network again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
