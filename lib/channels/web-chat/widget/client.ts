import type { WireConfig, WireConversation } from '../wire';
import { createEventParser, type ServerEvent } from './event-parser';

/** The server refused, in words a customer may read. Network failures are other errors. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Seconds to wait, when the server says so. */
    readonly retryAfter: number,
  ) {
    super(message);
  }
}

export interface Outgoing {
  id: string;
  text: string;
  choice?: { value: string; label: string };
}

/** The web-chat protocol, as a visitor speaks it. Every call rejects with `Refused` or a network error. */
export interface Client {
  config(): Promise<WireConfig>;
  visitor(): Promise<string>;
  send(token: string, message: Outgoing): Promise<{ seq: number; at: number }>;
  conversation(token: string, after: number): Promise<WireConversation>;
  typing(token: string, active: boolean): Promise<void>;
  receipts(token: string, upTo: { delivered: number; read: number }): Promise<void>;
  /** Reads the stream until it ends. `onOpen` when the server has answered, `onSign` on every sign of life. */
  events(token: string, after: number, on: { open(): void; sign(): void; event(event: ServerEvent): void }, signal: AbortSignal): Promise<void>;
}

/** A client for `<origin>/chat/v1/<public key>`. `language` is asked at each call, because it may change. */
export function createClient(base: string, language: () => string): Client {
  async function call(path: string, token: string | null, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(base + path, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      headers: {
        'accept-language': language(),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    });
    if (response.ok) return response;
    const body = (await response.json().catch(() => null)) as { error?: { code: string; message: string } } | null;
    throw new Refused(response.status, body?.error?.code ?? '', body?.error?.message ?? '', Number(response.headers.get('retry-after')) || 0);
  }
  const post = (path: string, token: string | null, body: unknown): Promise<Response> =>
    call(path, token, { method: 'POST', body: JSON.stringify(body), keepalive: true });

  return {
    config: async () => (await (await call(`/config?language=${encodeURIComponent(language())}`, null)).json()) as WireConfig,
    visitor: async () => ((await (await post('/visitors', null, { language: language() })).json()) as { token: string }).token,
    // A pressed button says its label: only one of the two is sent.
    send: async (token, { id, text, choice }) => (await (await post('/messages', token, choice ? { id, choice } : { id, text })).json()) as { seq: number; at: number },
    conversation: async (token, after) => (await (await call(`/conversation?after=${after}`, token)).json()) as WireConversation,
    typing: async (token, active) => void (await post('/typing', token, { active })),
    receipts: async (token, upTo) => void (await post('/receipts', token, upTo)),
    async events(token, after, on, signal) {
      const response = await call(`/events?after=${after}`, token, { signal });
      if (!response.body) throw new Error('no stream');
      on.open();
      const parse = createEventParser(on.event);
      const decoder = new TextDecoder();
      const reader = response.body.getReader();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        on.sign();
        parse(decoder.decode(chunk.value, { stream: true }));
      }
    },
  };
}
