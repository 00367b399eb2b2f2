import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import { openStore, type Store } from '@/lib/store/open-store';
import { storedMessage } from '@/lib/store/stored-message';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { temporaryDatabase } from '@/lib/store/testing/temporary-database';
import { createRuntime } from '../create-runtime';
import type { HttpClient } from '../effects/http-request/http-client';
import type { Sender } from '../effects/message-send';
import type { Committed, ConversationKey, Receipt, Runtime, RuntimeEvent } from '../runtime-types';
import { virtualClock, type VirtualClock } from './virtual-clock';

export const LIBRARY_FLOW = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../flows/library/customer-service.flow.json'), 'utf8'),
) as FlowDocument;

interface Options {
  document?: FlowDocument | null;
  registry?: Registry;
  channel?: string;
  senders?: ReadonlyMap<string, Sender>;
  http?: HttpClient;
  language?: string;
}

/** For tests: a runtime on a real file, with agents lea (delivery, french) and karim (refund, capacity 1), and one customer. */
export interface RuntimeHarness {
  store: Store;
  runtime: Runtime;
  clock: VirtualClock;
  key: ConversationKey;
  committed: Committed[];
  say(text: string, choice?: string): Promise<Receipt>;
  act(event: RuntimeEvent extends infer E ? (E extends RuntimeEvent ? Omit<E, 'key'> : never) : never): Promise<Receipt>;
  deliver(event: RuntimeEvent): Promise<Receipt>;
  customer(externalId: string): Promise<ConversationKey>;
  /** `author: text`, one line per message, the oldest first; parts on one line. */
  thread(key?: ConversationKey): Promise<string[]>;
  /** Types of the conversation's own log. */
  log(): Promise<string[]>;
  conversation(): ReturnType<Store['admin']['conversation']['findUniqueOrThrow']>;
  /** The same file under a new runtime, after closing this one (`stop`) or leaving it as it is (`crash`). */
  restart(how: 'stop' | 'crash', options?: Options): Promise<void>;
  remove(): Promise<void>;
}

export const START = Date.UTC(2026, 0, 5, 9);

export async function runtimeHarness(options: Options = {}): Promise<RuntimeHarness> {
  const { file, remove } = temporaryDatabase();
  const clock = virtualClock(START);
  const document = options.document === undefined ? LIBRARY_FLOW : options.document;
  let count = 0;
  const opened: Store[] = [];

  const begin = ({ registry = defaultRegistry, senders, http }: Options): { store: Store; runtime: Runtime } => {
    const store = openStore(file);
    opened.push(store);
    const runtime = createRuntime({
      store: store.turns,
      clock,
      registry,
      log: pino({ level: 'silent' }),
      onCommitted: (changes) => void harness.committed.push(...changes),
      ...(senders && { senders }),
      ...(http && { http }),
    });
    return { store, runtime };
  };

  const harness: RuntimeHarness = {
    ...({} as Pick<RuntimeHarness, 'store' | 'runtime' | 'key'>),
    clock,
    committed: [],
    say: (text, choice) => harness.deliver({ key: `k${(count += 1)}`, type: 'customer.message', text, ...(choice !== undefined && { choice }) }),
    act: (event) => harness.deliver({ ...event, key: `k${(count += 1)}` } as RuntimeEvent),
    deliver: (event) => harness.runtime.deliver(harness.key, event),
    async customer(externalId) {
      const opening = { workspaceId: 'one', connectionId: 'one-connection', externalId, language: options.language ?? 'en' };
      const { conversationId } = await harness.runtime.openConversation(opening);
      return { workspaceId: 'one', conversationId };
    },
    async thread(key = harness.key) {
      const rows = await harness.store.admin.message.findMany({ where: key, orderBy: { seq: 'asc' } });
      return rows.map((row) => {
        const { author, parts } = storedMessage(row);
        return `${author}: ${parts.map(({ text }) => text).join(' ')}`;
      });
    },
    async log() {
      const rows = await harness.store.admin.conversationEvent.findMany({ where: harness.key, orderBy: { seq: 'asc' } });
      return rows.map(({ type }) => type);
    },
    conversation: () =>
      harness.store.admin.conversation.findUniqueOrThrow({
        where: { workspaceId_id: { workspaceId: harness.key.workspaceId, id: harness.key.conversationId } },
      }),
    async restart(how, again = options) {
      if (how === 'stop') {
        await harness.runtime.stop();
        await harness.store.close();
        opened.pop();
      }
      Object.assign(harness, begin(again));
      await harness.runtime.start();
    },
    async remove() {
      await harness.runtime.stop();
      for (const store of opened) await store.close();
      remove();
    },
  };

  Object.assign(harness, begin(options));
  await seedWorkspace(harness.store.admin, 'one', {
    ...(document && { document }),
    ...(options.channel !== undefined && { channel: options.channel }),
    agents: [
      { id: 'lea', presence: 'offline', skills: { delivery: 4, french: 5 } },
      { id: 'karim', presence: 'offline', capacity: 1, skills: { refund: 5, delivery: 1 } },
    ],
  });
  await harness.runtime.start();
  harness.key = await harness.customer('visitor');
  return harness;
}
