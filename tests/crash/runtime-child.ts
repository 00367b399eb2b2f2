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
  answer: (conversationId, key, receipt) => say({ of: `${conversationId} ${key}`, receipt }),
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
    (error: unknown) => say({ of: `${key.conversationId} ${event.key}`, refused: String(error) }),
  );
});

await runtime.start();
say({ ready: true });

/** Blocks while the reader is behind: a line is out, whole, before anything else happens. */
function say(message: object): void {
  for (let rest = Buffer.from(`${JSON.stringify(message)}\n`); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
