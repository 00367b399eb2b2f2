import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore } from '@/lib/store/open-store';
import { plainProgram } from '@/lib/store/testing/plain-program';

/** A process that runs turns on a PostgreSQL database: one command per line on standard input, one receipt per line on standard output. */
const [, , url] = process.argv;
if (url === undefined) throw new Error('usage: worker-child URL');
const store = openStore(url);
const program = plainProgram(() => Date.now());
writeSync(1, '{"ready":true}\n');

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { key, event } = JSON.parse(line) as { key: ConversationKey; event: RuntimeEvent };
    store.turns.deliver(key, event, program).then(
      ({ receipt }) => process.stdout.write(`${JSON.stringify({ of: `${key.conversationId} ${event.key}`, receipt })}\n`),
      (error: unknown) => writeSync(2, `${String(error)}\n`),
    );
  })
  .on('close', () => void store.close());
