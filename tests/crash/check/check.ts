import { checkInbound } from './check-inbound';
import { checkOutbox } from './check-outbox';
import { checkProvider } from './check-provider';
import { checkReferences } from './check-references';
import { checkReplay } from './check-replay';
import { checkSenders } from './check-senders';
import { checkSequences } from './check-sequences';
import { checkTimers } from './check-timers';
import { checkVoice } from './check-voice';
import { readDatabase, type Database, type Query } from './database';
import type { Evidence } from './evidence';
import { groupBy } from './group-by';
import type { Problem } from './problems';
import { summarise, type Summary } from './summary';

export interface Verdict {
  problems: Problem[];
  summary: Summary;
}

/**
 * Whether a database at rest, and what senders and providers saw of it, keep every promise of a conversation. Knows
 * nothing of the program but its tables; see {@link checkReplay} for the one exception.
 *
 * @param outboxChannels channels whose messages leave through the outbox
 */
export async function check(query: Query, outboxChannels: readonly string[], evidence: Evidence = {}): Promise<Verdict> {
  const problems: Problem[] = [];
  const report = (rule: string, where: string, what: string): void => void problems.push({ rule, where, what });
  const database: Database = await readDatabase(query);
  const leaving = new Set(outboxChannels);
  const calls = groupBy(evidence.calls ?? [], ({ conversationId }) => conversationId);
  const timers = { set: 0, fired: 0, late: 0 };
  for (const rows of database.conversations) {
    checkSequences(rows, report);
    checkInbound(rows, report);
    checkOutbox(rows, leaving, report);
    checkVoice(rows, calls.get(rows.conversation.id) ?? [], report);
    const counts = checkTimers(rows, report);
    timers.set += counts.set;
    timers.fired += counts.fired;
    timers.late += counts.late;
  }
  if (evidence.sent) checkSenders(database.conversations, evidence.sent, report);
  if (evidence.calls) checkProvider(database.conversations, evidence.calls, report);
  checkReplay(database, report);
  await checkReferences(query, report);
  return { problems, summary: summarise(database, evidence, timers) };
}
