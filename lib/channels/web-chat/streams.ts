import type { ServerResponse } from 'node:http';
import type { Clock } from '@/lib/clock';
import type { ConversationKey } from '@/lib/runtime/runtime-types';
import type { EventStream } from './event-stream';

/** Every open stream of this process, by visitor. */
export interface Streams {
  /** A place for one more stream of this visitor, to be filled at once; null when she has as many as she may. */
  reserve(visitorId: string): ((stream: EventStream, response: ServerResponse) => void) | null;
  /** Her first message made her conversation: her streams tell of it from now on. */
  attach(visitorId: string, key: ConversationKey): void;
  close(): void;
}

export function createStreams(most: number, heartbeatMs: number, clock: Clock): Streams {
  const byVisitor = new Map<string, Set<EventStream>>();
  let cancelPing: (() => void) | null = null;
  let closed = false;

  return {
    reserve(visitorId) {
      const streams = byVisitor.get(visitorId) ?? new Set<EventStream>();
      if (streams.size >= most) return null;
      return (stream, response) => {
        byVisitor.set(visitorId, streams.add(stream));
        const leave = (): void => remove(visitorId, streams, stream);
        response.on('close', leave);
        if (response.destroyed) leave();
        else if (closed) stream.bye();
        else cancelPing ??= clock.after(heartbeatMs, pingAll);
      };
    },
    attach: (visitorId, key) => byVisitor.get(visitorId)?.forEach((stream) => stream.attach(key)),
    close() {
      closed = true;
      stopPings();
      forEachStream((stream) => stream.bye());
    },
  };

  function remove(visitorId: string, streams: Set<EventStream>, stream: EventStream): void {
    streams.delete(stream);
    if (streams.size === 0 && byVisitor.get(visitorId) === streams) byVisitor.delete(visitorId);
    if (byVisitor.size === 0) stopPings();
  }

  function pingAll(): void {
    cancelPing = clock.after(heartbeatMs, pingAll);
    forEachStream((stream) => stream.ping());
  }

  function stopPings(): void {
    cancelPing?.();
    cancelPing = null;
  }

  function forEachStream(act: (stream: EventStream) => void): void {
    for (const streams of byVisitor.values()) for (const stream of streams) act(stream);
  }
}
