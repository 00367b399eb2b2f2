import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore } from '@/lib/store/open-store';
import { plantNormal } from '../durability/plant-normal';

/**
 * A process that does nothing but run conversations: one command per line on standard input, one receipt per line on
 * standard output, written in the same tick the runtime answers. Made to be killed.
 */
const [, , file, planted] = process.argv;
if (file === undefined) throw new Error('usage: runtime-child FILE [NORMAL]');

if (planted === 'NORMAL') plantNormal();
const store = openStore(file);
const runtime = createRuntime({
  store: store.turns,
  clock: systemClock,
  registry: defaultRegistry,
  log: pino({ level: 'error' }, pino.destination(2)),
  onCommitted: () => undefined,
});
await runtime.start();
writeSync(1, '{"ready":true}\n');

createInterface({ input: process.stdin }).on('line', (line) => {
  const { key, event } = JSON.parse(line) as { key: ConversationKey; event: RuntimeEvent };
  runtime.deliver(key, event).then(
    (receipt) => writeSync(1, `${JSON.stringify({ of: `${key.conversationId} ${event.key}`, receipt })}\n`),
    (error: unknown) => writeSync(2, `${String(error)}\n`),
  );
});
