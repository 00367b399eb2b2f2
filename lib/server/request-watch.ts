import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@/lib/clock';
import type { Instruments } from '@/lib/metrics/instruments';
import { TURN_HEADER } from '@/lib/metrics/turn-id';

/** Sees every request from the door to its answer. */
export interface RequestWatch {
  /** Call with the request; call the result with its route's name as soon as that is known. */
  begin(request: IncomingMessage, response: ServerResponse): (route: string) => void;
  /** Live streams open now. */
  streams(): number;
}

/** @param instruments told of each request when its answer has been handed over; of streams nothing: they last as long as they are read. */
export function createRequestWatch(instruments: Pick<Instruments, 'request'>, clock: Clock): RequestWatch {
  const open = new Set<ServerResponse>();
  return {
    begin(request, response) {
      const at = clock.now();
      const from = performance.now();
      let route = 'none';
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (isStream(response)) return;
        const turn = response.getHeader(TURN_HEADER);
        instruments.request({
          route,
          method: request.method ?? '',
          // One who hung up before the answer got none.
          status: response.headersSent ? response.statusCode : 499,
          turn: typeof turn === 'string' ? turn : null,
          at,
          took: performance.now() - from,
        });
      });
      return (name) => void (route = name);
    },
    streams() {
      let count = 0;
      for (const response of open) if (isStream(response)) count += 1;
      return count;
    },
  };
}

const STREAM = /^text\/event-stream/;

function isStream(response: ServerResponse): boolean {
  return response.headersSent && STREAM.test(typeOf(response));
}

/** Headers given to writeHead alone are only in the head that was sent. */
function typeOf(response: ServerResponse & { _header?: string }): string {
  const known = response.getHeader('content-type');
  if (known !== undefined) return String(known);
  return /^content-type: ([^\r\n]*)/im.exec(response._header ?? '')?.[1] ?? '';
}
