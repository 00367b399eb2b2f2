import { join } from 'node:path';
import { pino } from 'pino';
import { defaultRegistry } from '@/flows/nodes/registry';
import { authSecret } from '@/lib/auth/auth-secret';
import { createAuth } from '@/lib/auth/create-auth';
import { plantDemo } from '@/lib/cli/seed/seed-demo';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { DATABASE_FILE } from '@/lib/env';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { ConversationKey } from '@/lib/runtime/runtime-types';
import { virtualClock } from '@/lib/runtime/testing/virtual-clock';
import { createSeal } from '@/lib/secrets/seal';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';

export interface PlayedSource {
  dataDir: string;
  file: string;
  /** A web chat whose flow waits for the customer, with a timer; the topic is chosen, the answer given. */
  web: ConversationKey;
  /** A conversation of a channel that sends, whose messages could not leave yet. */
  sms: ConversationKey;
  /** How one of the house's people signs in, and a cookie she has. */
  signIn: { email: string; password: string };
  cookie: string;
}

export const START = Date.UTC(2026, 0, 5, 9);
export const SEALED = 'swordfish 🐟';
/** Of every length a character has in UTF-8, and what a table of tabs and lines would stumble over. */
export const AWKWARD = 'é ☎ 🧑‍🚀 \\N \\. \t tab\r\nline "quoted" {a,b} 末';

/** A data folder in which the demo workspace was used: conversations played by the runtime, a secret, people signed in. */
export async function playedSource(dataDir: string): Promise<PlayedSource> {
  const secret = authSecret(dataDir);
  const file = join(dataDir, DATABASE_FILE);
  migrateDatabase(file, 'prisma/migrations', START);
  const store = openStore(file);
  const clock = virtualClock(START);
  const { admin } = store;
  const auth = createAuth({ prisma: admin, kind: store.kind, secret, publicUrl: null });
  const [person] = await plantDemo(admin, auth, START, DEMO);
  if (!person) throw new Error('the demo has nobody');
  const { headers } = await auth.api.signInEmail({ body: { email: person.email, password: person.password }, returnHeaders: true });
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const { workspaceId, id: connectionId, flowId } = await admin.channelConnection.findFirstOrThrow();
  await admin.channelConnection.create({ data: { workspaceId, id: 'phone', channel: 'sms', publicKey: 'phone', name: 'Phone', flowId, createdAt: BigInt(START) } });
  await admin.secret.create({
    data: { workspaceId, key: 'orders', name: 'Orders', sealed: createSeal(secret).close({ workspaceId, key: 'orders' }, SEALED), updatedAt: BigInt(START), updatedBy: 'ines' },
  });
  const runtime = createRuntime({
    store: store.turns, clock, registry: defaultRegistry, log: pino({ level: 'silent' }), onCommitted: () => undefined,
    senders: new Map([['sms', () => Promise.reject(new Error('busy'))]]),
  });
  await runtime.start();
  const open = async (connection: string, externalId: string): Promise<ConversationKey> => {
    const { conversationId } = await runtime.openConversation({ workspaceId, connectionId: connection, externalId, language: 'en', contact: { name: AWKWARD } });
    return { workspaceId, conversationId };
  };
  const web = await open(connectionId, 'visitor');
  const sms = await open('phone', '+33600000000');
  for (const key of [web, sms]) {
    await runtime.deliver(key, { key: 'k1', type: 'customer.message', text: `hello ${AWKWARD}` });
    await runtime.deliver(key, { key: 'k2', type: 'customer.message', text: 'Track my order', choice: 'welcome:order' });
  }
  while ((await admin.outbox.count({ where: { lastError: 'busy' } })) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await runtime.stop();
  await store.close();
  return { dataDir, file, web, sms, signIn: person, cookie };
}
