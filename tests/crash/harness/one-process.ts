import { check, type Verdict } from '../check/check';
import type { Query } from '../check/database';
import type { SentEvent } from '../check/evidence';
import { startChild } from '../child-process';
import { CHANNEL } from '../child-senders';
import type { Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { startProvider, UNRELIABLE } from './provider';
import { seededRandom } from './random';
import { atRest, furnish, WORKSPACE } from './run-crash';
import { sqliteDatabase } from './sqlite-database';

/** A runtime on a file and a reliable provider: what happens to it is not a crash. */
export interface OneProcess {
  conversations: readonly string[];
  /** Undefined when it was refused. What was sent is the checker's evidence. */
  send(conversationId: string, event: RuntimeEvent): Promise<Receipt | undefined>;
  query: Query;
  /** Once everything has come to its end. */
  verdict(): Promise<Verdict>;
  close(): Promise<void>;
}

const RELIABLE = { ...UNRELIABLE, refuses: 0, cutAfter: 0, cutBefore: 0, rejects: 0 };

export async function oneProcess(program: string, planted: string, count: number): Promise<OneProcess> {
  const database = sqliteDatabase();
  const provider = await startProvider(seededRandom(1), RELIABLE);
  const conversations = await furnish(database, count, new URL(provider.url).port);
  // What is refused is logged; here it is asked for.
  const child = await startChild(process.execPath, [program, database.address, planted, provider.url, 'fatal']);
  const sent: SentEvent[] = [];
  let instant = 0;
  return {
    conversations,
    query: database.query,
    async send(conversationId, event) {
      const record: SentEvent = { conversationId, key: event.key, type: event.type, text: 'text' in event ? event.text : null, firstSentAt: (instant += 1), acknowledgedAt: null, receipts: [], attempts: 1 };
      sent.push(record);
      const receipt = await child.deliver({ workspaceId: WORKSPACE, conversationId }, event);
      if (receipt) {
        record.acknowledgedAt = instant += 1;
        record.receipts.push({ seq: receipt.seq, at: receipt.at, duplicate: receipt.duplicate, outcome: JSON.stringify(receipt.outcome) });
      }
      return receipt;
    },
    async verdict() {
      if (!(await atRest(database))) throw new Error('something never came to its end');
      return check(database.query, [CHANNEL], { sent, calls: provider.calls });
    },
    async close() {
      await child.kill();
      await provider.close();
      await database.remove();
    },
  };
}
