import type { Client } from './client';
import type { ServerEvent } from './event-parser';
import { keepStream, type Connection, type StreamEars } from './stream';

type Told = { kind: 'event'; event: ServerEvent } | { kind: 'connection'; connection: Connection } | { kind: 'hello' };

export interface Feed {
  start(): void;
  /** Whether this page holds the browser's stream. */
  leads(): boolean;
}

/**
 * One stream per browser and page origin: the tab that holds the lock reads it and tells the others. When it closes,
 * the lock passes on. Without Web Locks (plain http pages have none) each tab reads its own.
 */
export function createFeed(name: string, client: Client, ears: StreamEars): Feed {
  const never = new AbortController().signal;
  let started = false;
  let leading = false;
  let connection: Connection = 'off';

  return { start, leads: () => leading };

  function start(): void {
    if (started) return;
    started = true;
    if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
      leading = true;
      void keepStream(client, ears, never);
      return;
    }
    const others = new BroadcastChannel(name);
    const tell = (told: Told): void => others.postMessage(told);
    others.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'hello') {
        if (leading) tell({ kind: 'connection', connection });
      } else if (!leading) {
        if (data.kind === 'event') ears.event(data.event);
        else ears.connection(data.connection);
      }
    };
    tell({ kind: 'hello' });
    void navigator.locks.request(name, () => {
      leading = true;
      return keepStream(
        client,
        {
          ...ears,
          event(event) {
            tell({ kind: 'event', event });
            ears.event(event);
          },
          connection(now) {
            connection = now;
            tell({ kind: 'connection', connection: now });
            ears.connection(now);
          },
        },
        never,
      );
    });
  }
}
