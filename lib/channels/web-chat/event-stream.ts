import type { ServerResponse } from 'node:http';
import type { ConversationKey, StoredMessage } from '@/lib/runtime/runtime-types';
import { visitorTopic, type HubEvent } from '@/lib/realtime/hub';
import type { WebChatDeps } from './ports';
import { NEW_VISITOR, PAGE, type VisitorStatus, type VisitorView } from './visitor-view';

/** Bytes that may wait for a slow reader; beyond, the stream ends and the reader resumes where it was. */
const MOST_WAITING = 1024 * 1024;
/** What a client is told to wait before it comes back, in milliseconds. */
const RETRY_MS = 2000;

export interface EventStream {
  /** Tells of the visitor's conversation; where she has none yet, of that, and of hers from her first message on. */
  begin(): Promise<void>;
  ping(): void;
  /** Says goodbye and ends: the server stops. */
  bye(): void;
}

/**
 * One visitor's server-sent events. Messages come in the conversation's order, each once, from `after` on: what the
 * hub tells is used when it is the next one, and read from the store when something lies between.
 */
export function openEventStream(
  response: ServerResponse,
  deps: Pick<WebChatDeps, 'conversations' | 'hub' | 'log'>,
  view: VisitorView,
  visitor: Parameters<WebChatDeps['conversations']['find']>[0],
  after: number,
): EventStream {
  let key: ConversationKey | null = null;
  let cursor = after;
  let heard: StoredMessage[] = [];
  let loaded = false;
  let statusDue = false;
  let told: VisitorStatus | null = null;
  let pumping = false;
  let again = false;
  let unsubscribe = (): void => undefined;

  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
  response.socket?.setNoDelay(true);
  write(`retry: ${RETRY_MS}\n\n`);
  response.on('close', () => unsubscribe());

  return {
    async begin() {
      // Looked up after: a first message that arrives meanwhile, in whatever process, is heard.
      unsubscribe = deps.hub.subscribe(visitorTopic(visitor), (heardEvent) => {
        if (heardEvent.kind === 'opened') attach(heardEvent);
        else lookUp().catch(ended);
      });
      await lookUp();
      if (!key) tellStatus(NEW_VISITOR);
    },
    ping: () => write(': ping\n\n'),
    bye() {
      // Spread out: whoever is sent away together must not come back together.
      event('bye', { retryMs: Math.round(RETRY_MS * (0.5 + Math.random())) });
      response.end();
    },
  };

  async function lookUp(): Promise<void> {
    const known = await deps.conversations.find(visitor);
    if (known) attach(known);
  }

  function attach({ workspaceId, conversationId }: ConversationKey): void {
    if (key || response.writableEnded || response.destroyed) return;
    key = { workspaceId, conversationId };
    unsubscribe();
    unsubscribe = deps.hub.subscribe(`conversation:${conversationId}`, hear);
    statusDue = true;
    pump();
  }

  function hear(heardEvent: HubEvent): void {
    if (heardEvent.kind === 'typing') {
      if (heardEvent.from === 'agent') event('typing', { from: 'agent', active: heardEvent.active });
      return;
    }
    if (heardEvent.kind === 'message') heard.push(heardEvent.message);
    else statusDue = true;
    if (heardEvent.kind === 'missed') loaded = false;
    pump();
  }

  /** One at a time: a message is written before anything that came after it. */
  function pump(): void {
    again = true;
    if (pumping) return;
    pumping = true;
    void drain();
  }

  async function drain(): Promise<void> {
    try {
      while (again && key && !response.writableEnded) {
        again = false;
        if (!loaded || heard.length > 0) await tellMessages(key);
        if (statusDue) {
          statusDue = false;
          tellStatus(await view.status(key));
        }
      }
    } catch (error) {
      ended(error);
    } finally {
      pumping = false;
    }
  }

  /** The reader comes back and resumes; a stream that lost its place would be worse. */
  function ended(error: unknown): void {
    deps.log.error({ err: error }, 'web chat stream ended');
    response.end();
  }

  async function tellMessages(from: ConversationKey): Promise<void> {
    for (;;) {
      const waiting = heard.filter((message) => message.seq > cursor);
      heard = [];
      const inOrder = loaded && waiting.every((message, index) => message.seq === cursor + 1 + index);
      const stored = inOrder ? waiting : await deps.conversations.messages(from, cursor, PAGE);
      for (const message of await view.messages(from, stored)) event('message', message, message.seq);
      cursor = stored.at(-1)?.seq ?? cursor;
      if (inOrder || stored.length < PAGE) break;
    }
    loaded = true;
  }

  function tellStatus(status: VisitorStatus): void {
    if (JSON.stringify(status.state) !== JSON.stringify(told?.state)) event('state', status.state);
    if (JSON.stringify(status.receipts) !== JSON.stringify(told?.receipts)) event('receipts', status.receipts);
    told = status;
  }

  function event(name: string, data: unknown, id?: number): void {
    write(`event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
  }

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MOST_WAITING) response.destroy();
  }
}
