import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { ConversationKey, Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore } from '@/lib/store/open-store';
import { plantNormal } from '../durability/plant-normal';
import { brokenSender, brokenStore } from './broken';
import { CHANNEL, providerSender } from './child-senders';

/**
 * A process that does nothing but run conversations: one command per line on standard input, one receipt (or why there
 * is none) per line on standard output, written in the same tick the runtime answers. Made to be killed.
 */
const [, , database, planted, provider] = process.argv;
if (database === undefined) throw new Error('usage: runtime-child DATABASE [PLANTED [PROVIDER]]');

if (planted === 'NORMAL') plantNormal();

const answer = (conversationId: string, key: string, receipt: Receipt): void => {
  writeSync(1, `${JSON.stringify({ of: `${conversationId} ${key}`, receipt })}\n`);
};
const store = openStore(database);
const runtime = createRuntime({
  store: brokenStore(planted, store, answer),
  clock: systemClock,
  registry: defaultRegistry,
  log: pino({ level: 'error' }, pino.destination(2)),
  onCommitted: () => undefined,
  ...(provider !== undefined && { senders: new Map([[CHANNEL, brokenSender(planted, providerSender(provider))]]) }),
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
