import type { Handler, OutboxEffectKind } from './handler';
import { httpRequest } from './http-request';
import type { HttpClient } from './http-request/http-client';
import { messageSend, type Sender } from './message-send';

/** Who carries out what leaves: a kind of effect without its handler is a type error here. */
export function effectHandlers({ senders, http }: { senders: ReadonlyMap<string, Sender>; http: HttpClient | undefined }) {
  return {
    'message.send': messageSend(senders),
    'http.request': httpRequest(http),
  } satisfies Record<OutboxEffectKind, Handler>;
}
