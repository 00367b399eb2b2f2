import type { WireMessage, WireReceipts, WireState } from '../wire';
import { emptyState, type ChatState, type Pending } from './chat-state';
import { Refused, type Client } from './client';
import type { ServerEvent } from './event-parser';
import { createFeed } from './feed';
import type { Memory } from './memory';
import { createSignals } from './signals';

export interface Chat {
  readonly state: Readonly<ChatState>;
  /** Goes on with the conversation this browser had, if any. */
  resume(): void;
  /** She opened the panel: from now on there is a visitor and a stream. */
  open(): void;
  send(text: string): void;
  press(messageId: string, option: { value: string; label: string }): void;
  retry(id: string): void;
  typing(active: boolean): void;
  /** She has the messages before her eyes. */
  seen(): void;
  unread(): number;
}

const FOLD_MS = 1200;
const AWAIT_MS = 8000;
const AGENT_TYPING_MS = 8000;
/** A message written long ago must not leave by surprise at the next visit. */
const KEEP_UNSENT_MS = 24 * 3_600_000;

/** The conversation as this page knows it. `changed` is called after each change; `name` is one per server and connection. */
export function createChat(client: Client, memory: Memory, name: string, changed: () => void): Chat {
  const state = emptyState();
  let sending = false;
  let visitor: Promise<string> | null = null;
  let syncing: Promise<void> | null = null;
  let awaitTimer = 0;
  let typingTimer = 0;
  /** Up to here nothing is missing. Not simply the last message: what she sends is confirmed before what came before it is heard. */
  let complete = 0;

  const token = (): string | null => memory.read('token');
  const signals = createSignals(client, token);
  const cursor = (): number => state.messages.at(-1)?.seq ?? 0;
  const feed = createFeed(name, client, {
    after: () => complete,
    token: withVisitor,
    forget,
    event: hear,
    connection(connection) {
      const back = connection === 'live' && state.connection !== 'live';
      state.connection = connection;
      if (back) void flush();
      changed();
    },
  });

  return { state, resume, open, send, press, retry, typing: (active) => signals.typing(active, state.state.owner), seen, unread };

  function resume(): void {
    state.pending = readUnsent(memory);
    if (token() !== null) {
      void sync().then(() => flush());
      feed.start();
    }
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && !feed.leads() && token() !== null) void sync();
    });
  }

  function open(): void {
    feed.start();
    // Another tab may lead: then this one has nothing yet of what was said before.
    if (token() !== null) void sync();
  }

  function send(text: string): void {
    enqueue({ id: crypto.randomUUID?.() ?? randomId(), text, at: Date.now() });
  }

  function press(messageId: string, option: { value: string; label: string }): void {
    if (state.pressed?.messageId === messageId) return;
    state.pressed = { messageId, value: option.value };
    setTimeout(() => {
      state.pressed = null;
      changed();
    }, FOLD_MS);
    enqueue({ id: crypto.randomUUID?.() ?? randomId(), text: option.label, choice: option, at: Date.now() });
  }

  function enqueue(message: Pending): void {
    state.pending.push(message);
    keepUnsent();
    if (state.state.owner === 'bot' || state.state.owner === 'closed') expectAnswer();
    changed();
    void flush();
  }

  function retry(id: string): void {
    const message = state.pending.find((pending) => pending.id === id);
    if (!message) return;
    delete message.refused;
    changed();
    void flush();
  }

  /** One after the other, in the order she wrote. The id stays the same, so a repeat cannot double a message. */
  async function flush(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let next = due(); next; next = due()) {
        const visitorToken = await withVisitor();
        feed.start();
        const { seq, at } = await client.send(visitorToken, next).catch((error: unknown) => {
          if (error instanceof Refused && error.status === 401) forget(visitorToken);
          throw error;
        });
        confirm(next, seq, at);
      }
    } catch (error) {
      failed(error);
    } finally {
      sending = false;
    }
  }

  function due(): Pending | undefined {
    return state.pending.find(({ refused }) => refused === undefined);
  }

  function failed(error: unknown): void {
    const message = due();
    if (!(error instanceof Refused) || error.status >= 500 || error.status === 429) {
      const seconds = error instanceof Refused ? error.retryAfter : 0;
      if (message) setTimeout(() => void flush(), Math.max(seconds, 2) * 1000);
      if (!navigator.onLine) state.connection = 'offline';
    } else if (error.status === 401) {
      setTimeout(() => void flush(), 500);
    } else if (error.code === 'unknown-connection') {
      state.connection = 'gone';
    } else if (message) {
      message.refused = error.message;
      state.awaiting = false;
    }
    changed();
  }

  function confirm({ id, text }: Pending, seq: number, at: number): void {
    const known = state.messages.some((message) => message.id === id);
    if (!known) insert({ seq, id, from: 'customer', language: '', parts: [{ kind: 'text', text }], at });
    settle(id);
    changed();
  }

  function settle(id: string): void {
    state.pending = state.pending.filter((pending) => pending.id !== id);
    keepUnsent();
  }

  function keepUnsent(): void {
    memory.write('unsent', state.pending.length > 0 ? JSON.stringify(state.pending) : null);
  }

  /** Tokens are made when first needed, once for all that ask within the same moment. */
  function withVisitor(): Promise<string> {
    const known = token();
    if (known !== null) return Promise.resolve(known);
    visitor ??= client
      .visitor()
      .then((made) => {
        if (token() === null) memory.write('token', made);
        return token() ?? made;
      })
      .finally(() => {
        visitor = null;
      });
    return visitor;
  }

  /** The server does not know this token any more (another secret): this browser becomes a new visitor. */
  function forget(refused: string): void {
    if (token() === refused) memory.write('token', null);
    complete = 0;
    Object.assign(state, emptyState(), { pending: state.pending, connection: state.connection });
    signals.reset();
    changed();
  }

  /** Reads what this page does not have yet. */
  function sync(): Promise<void> {
    const visitorToken = token() ?? '';
    syncing ??= (async () => {
      for (let more = true, after = complete; more; ) {
        const page = await client.conversation(visitorToken, after);
        page.messages.forEach(insert);
        after = page.cursor;
        complete = Math.max(complete, after);
        more = page.more;
        if (!more) {
          take(page.state);
          takeReceipts(page.receipts);
        }
      }
      changed();
    })()
      .catch((error: unknown) => {
        if (error instanceof Refused && error.status === 401) forget(visitorToken);
      })
      .finally(() => {
        syncing = null;
      });
    return syncing;
  }

  function hear({ event, data }: ServerEvent): void {
    if (event === 'message') {
      const message = data as WireMessage;
      // Notes leave holes, so a hole proves nothing; but it may be messages told while this page was frozen.
      if (message.seq > complete + 1 && !feed.leads()) void sync();
      else complete = Math.max(complete, message.seq);
      insert(message);
    } else if (event === 'state') take(data as WireState);
    else if (event === 'receipts') takeReceipts(data as WireReceipts);
    else if (event === 'typing') agentTyping((data as { active: boolean }).active);
    changed();
  }

  function insert(message: WireMessage): void {
    if (message.from === 'customer') settle(message.id);
    if (state.messages.some(({ seq }) => seq === message.seq)) return;
    state.messages.push(message);
    state.messages.sort((one, other) => one.seq - other.seq);
    if (message.from === 'customer') return;
    if (state.pending.length === 0) state.awaiting = false;
    if (message.from === 'agent') agentTyping(false);
    signal();
  }

  function take(next: WireState): void {
    const { agent } = next;
    if (agent && agent.name !== state.state.agent?.name) state.joined = { agent, after: cursor() };
    if (!agent) state.joined = null;
    if (next.owner !== 'bot' && next.owner !== 'closed') state.awaiting = false;
    state.state = next;
  }

  function takeReceipts({ delivered, read, seen: bySeen }: WireReceipts): void {
    const now = state.receipts;
    state.receipts = { delivered: Math.max(now.delivered, delivered), read: Math.max(now.read, read), seen: Math.max(now.seen, bySeen) };
    signals.known({ delivered, read });
  }

  function expectAnswer(): void {
    state.awaiting = true;
    clearTimeout(awaitTimer);
    awaitTimer = window.setTimeout(() => {
      state.awaiting = false;
      changed();
    }, AWAIT_MS);
  }

  function agentTyping(active: boolean): void {
    state.agentTyping = active;
    clearTimeout(typingTimer);
    // The word that it stopped may be lost: dots do not stay for ever.
    if (active) {
      typingTimer = window.setTimeout(() => {
        state.agentTyping = false;
        changed();
      }, AGENT_TYPING_MS);
    }
  }

  function seen(): void {
    const last = lastReceived();
    if (last <= state.receipts.read) return;
    state.receipts = { ...state.receipts, read: last };
    signal();
  }

  function unread(): number {
    return state.messages.filter(({ from, seq }) => from !== 'customer' && seq > state.receipts.read).length;
  }

  function lastReceived(): number {
    return state.messages.findLast(({ from }) => from !== 'customer')?.seq ?? 0;
  }

  function signal(): void {
    signals.reached(() => ({ delivered: lastReceived(), read: state.receipts.read }));
  }
}

function readUnsent(memory: Memory): Pending[] {
  try {
    const unsent = JSON.parse(memory.read('unsent') ?? '[]') as Pending[];
    return unsent.filter(({ at }) => Date.now() - at < KEEP_UNSENT_MS);
  } catch {
    return [];
  }
}

/** A random UUID where the browser offers none: it does only on secure pages. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
