import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore } from '@/lib/store/open-store';
import { plantNormal } from '../durability/plant-normal';
import { plant } from './broken';
import { CHANNEL, providerClient, providerSender } from './child-senders';

/**
 * A process that does nothing but run conversations: one command per line on standard input, one receipt (or why there
 * is none) per line on standard output, written in the same tick the runtime answers. Made to be killed.
 */
// Without a database every pass says so: whoever kills that asks for less.
const [, , database, planted, provider, level = 'error'] = process.argv;
/** Of PostgreSQL: what a killed process had begun is taken over while the test still watches. */
const LEASE_MS = 2000;
if (database === undefined) throw new Error('usage: runtime-child DATABASE [PLANTED [PROVIDER [LEVEL]]]');

if (planted === 'NORMAL') plantNormal();

const store = openStore(database, undefined, LEASE_MS);
const { turns, send, answer } = plant(planted, store, {
  turns: store.turns,
  send: providerSender(provider ?? ''),
  answer: (conversationId, key, receipt) => void writeSync(1, `${JSON.stringify({ of: `${conversationId} ${key}`, receipt })}\n`),
});
const runtime = createRuntime({
  store: turns,
  clock: systemClock,
  registry: defaultRegistry,
  log: pino({ level }, pino.destination(2)),
  onCommitted: () => undefined,
  ...(provider !== undefined && { senders: new Map([[CHANNEL, send]]), http: providerClient(provider) }),
});

createInterface({ input: process.stdin }).on('line', (line) => {
  const { key, event } = JSON.parse(line) as { key: ConversationKey; event: RuntimeEvent };
  runtime.deliver(key, event).then(
    (receipt) => answer(key.conversationId, event.key, receipt),
    (error: unknown) => writeSync(1, `${JSON.stringify({ of: `${key.conversationId} ${event.key}`, refused: String(error) })}\n`),
  );
});

await runtime.start();
writeSync(1, '{"ready":true}\n');
