import type { ConversationRows } from './database';
import type { Report } from './problems';

interface Payload {
  text?: string;
}
type Outcome = { ok: true; messageSeq?: number } | { ok: false; code: string };

const WRITES: Readonly<Record<string, string>> = { 'customer.message': 'customer', 'agent.replied': 'agent' };

/** Every accepted event was processed once, in order, and what it wrote is there once. */
export function checkInbound({ name, inbound, messages, conversation, sessions }: ConversationRows, report: Report): void {
  if (conversation.drainedSeq !== conversation.inboundSeq) report('processed', name, `processed up to ${conversation.drainedSeq} of ${conversation.inboundSeq}`);
  const byId = new Map(messages.map((message) => [message.id, message]));
  if (byId.size !== messages.length) report('no doubles', name, `${messages.length} messages have ${byId.size} ids`);
  const keys = new Set(inbound.map(({ key }) => key));
  if (keys.size !== inbound.length) report('no doubles', name, `${inbound.length} inbound events have ${keys.size} keys`);

  let lastMessage = 0;
  let lastAt = 0;
  const wrote = new Set<string>();
  for (const { seq, key, type, payload, processedAt, receivedAt, outcome, quarantinedAt } of inbound) {
    const where = `${name} inbound ${seq}`;
    if (processedAt === null || outcome === null) {
      report('processed', where, 'accepted and never processed');
      continue;
    }
    if (quarantinedAt !== null) report('processed', where, 'its turn failed and was quarantined');
    if (receivedAt < lastAt || processedAt < receivedAt) report('order', where, 'came or was processed before the one before it');
    lastAt = receivedAt;
    const result = JSON.parse(outcome) as Outcome;
    const author = WRITES[type];
    const message = byId.get(key);
    if (author === undefined || !result.ok) {
      if (message) report('no doubles', where, `wrote message ${message.seq} although it ${author === undefined ? 'writes none' : 'was refused'}`);
      continue;
    }
    wrote.add(key);
    if (message?.author !== author || message.seq !== result.messageSeq) {
      report('nothing lost', where, `its message should be ${result.messageSeq} of the ${author}, and is ${message ? `${message.seq} of the ${message.author}` : 'missing'}`);
      continue;
    }
    if (message.seq <= lastMessage) report('order', where, `its message ${message.seq} stands before message ${lastMessage} of an earlier event`);
    lastMessage = message.seq;
    if (textOf(message.content) !== (JSON.parse(payload) as Payload).text) report('nothing lost', where, `message ${message.seq} has another text`);
  }
  for (const { id, seq, author } of messages) {
    if ((author === 'customer' || author === 'agent') && !wrote.has(id)) report('no doubles', name, `message ${seq} of the ${author} came from nowhere`);
  }

  const processed = new Map(inbound.map(({ seq, processedAt }) => [seq, processedAt]));
  let lastInbound = 0;
  for (const step of sessions.flatMap(({ steps }) => steps)) {
    if (processed.get(step.inboundSeq) !== step.at) report('processed', `${name} step ${step.sessionId}/${step.seq}`, `belongs to no turn of inbound ${step.inboundSeq}`);
    if (step.inboundSeq < lastInbound) report('order', `${name} step ${step.sessionId}/${step.seq}`, `of inbound ${step.inboundSeq} after a step of ${lastInbound}`);
    lastInbound = step.inboundSeq;
  }
}

function textOf(content: string): string {
  return (JSON.parse(content) as { parts: { text: string }[] }).parts.map(({ text }) => text).join(' ');
}
