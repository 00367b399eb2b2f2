import type { ServerResponse } from 'node:http';
import type { Clock } from '@/lib/clock';
import type { EventStream } from './event-stream';

/** Every open stream of this process, by visitor. */
export interface Streams {
  /** A place for one more stream of this visitor, to be filled at once; or who has as many as may be: she, or the process. */
  reserve(visitorId: string): ((stream: EventStream, response: ServerResponse) => void) | 'visitor' | 'process';
  close(): void;
}

export function createStreams(most: { perVisitor: number; altogether: number }, heartbeatMs: number, clock: Clock): Streams {
  const byVisitor = new Map<string, Set<EventStream>>();
  let cancelPing: (() => void) | null = null;
  let count = 0;
  let closed = false;

  return {
    reserve(visitorId) {
      const streams = byVisitor.get(visitorId) ?? new Set<EventStream>();
      if (streams.size >= most.perVisitor) return 'visitor';
      if (count >= most.altogether) return 'process';
      return (stream, response) => {
        byVisitor.set(visitorId, streams.add(stream));
        count += 1;
        const leave = (): void => remove(visitorId, streams, stream);
        response.on('close', leave);
        if (response.destroyed) leave();
        else if (closed) stream.bye();
        else cancelPing ??= clock.after(heartbeatMs, pingAll);
      };
    },
    close() {
      closed = true;
      stopPings();
      forEachStream((stream) => stream.bye());
    },
  };

  function remove(visitorId: string, streams: Set<EventStream>, stream: EventStream): void {
    if (streams.delete(stream)) count -= 1;
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
