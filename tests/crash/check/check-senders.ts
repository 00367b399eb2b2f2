import { groupBy } from './group-by';
import type { ConversationRows } from './database';
import type { SentEvent } from './evidence';
import type { Report } from './problems';

/** What was acknowledged is there, as it was acknowledged, in the order the senders saw; what was not is there at most once. */
export function checkSenders(conversations: readonly ConversationRows[], sent: readonly SentEvent[], report: Report): void {
  const byConversation = groupBy(sent, ({ conversationId }) => conversationId);
  const types = new Set(sent.map(({ type }) => type));
  for (const { name, conversation, inbound } of conversations) {
    const events = byConversation.get(conversation.id) ?? [];
    byConversation.delete(conversation.id);
    const accepted = new Map(inbound.map((row) => [row.key, row]));
    for (const event of events) checkReceipts(name, event, accepted.get(event.key), report);
    checkOrder(name, events, report);
    const known = new Set(events.map(({ key }) => key));
    for (const { key, type, seq } of inbound) if (types.has(type) && !known.has(key)) report('no doubles', name, `inbound ${seq} (${key}) was sent by nobody`);
  }
  for (const [conversationId, events] of byConversation) report('nothing lost', conversationId, `the conversation is gone, with ${events.length} events`);
}

function checkReceipts(name: string, event: SentEvent, row: ConversationRows['inbound'][number] | undefined, report: Report): void {
  const where = `${name} ${event.key}`;
  const firsts = event.receipts.filter(({ duplicate }) => !duplicate).length;
  if (firsts > 1) report('no doubles', where, `accepted ${firsts} times`);
  if (event.acknowledgedAt === null) return;
  if (!row) return report('nothing lost', where, 'acknowledged and not there');
  if (row.type !== event.type || (JSON.parse(row.payload) as { text?: string }).text !== (event.text ?? undefined)) report('nothing lost', where, 'stored as something else');
  for (const { seq, at, outcome } of event.receipts) {
    if (seq !== row.seq || at !== row.receivedAt || !sameJson(outcome, row.outcome)) {
      report('the first answer again', where, `answered ${seq} at ${at} ${outcome}, stored ${row.seq} at ${row.receivedAt} ${row.outcome}`);
    }
  }
}

/** Whatever was acknowledged before another was first sent stands before it. */
function checkOrder(name: string, events: readonly SentEvent[], report: Report): void {
  const done = events.flatMap(({ key, firstSentAt, acknowledgedAt, receipts }) => (acknowledgedAt === null ? [] : [{ key, firstSentAt, acknowledgedAt, seq: receipts[0]?.seq ?? 0 }]));
  const byEnd = [...done].sort((a, b) => a.acknowledgedAt - b.acknowledgedAt);
  let highest = { key: '', seq: 0 };
  let next = 0;
  for (const event of [...done].sort((a, b) => a.firstSentAt - b.firstSentAt)) {
    for (let earlier = byEnd[next]; earlier && earlier.acknowledgedAt < event.firstSentAt; earlier = byEnd[next]) {
      if (earlier.seq > highest.seq) highest = earlier;
      next += 1;
    }
    if (event.seq <= highest.seq) report('order', `${name} ${event.key}`, `stands at ${event.seq}, and ${highest.key}, acknowledged before it was sent, at ${highest.seq}`);
  }
}

function sameJson(a: string, b: string | null): boolean {
  return b !== null && JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
}
