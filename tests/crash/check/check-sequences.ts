import type { ConversationRows } from './database';
import type { Report } from './problems';

/** Nothing missing, nothing twice: every list of a conversation counts from 1 to what the conversation says. */
export function checkSequences(rows: ConversationRows, report: Report): void {
  const { conversation, name } = rows;
  const counted: [string, readonly number[], number][] = [
    ['inbound events', rows.inbound.map(({ seq }) => seq), conversation.inboundSeq],
    ['messages', rows.messages.map(({ seq }) => seq), conversation.messageSeq],
    ['events', rows.events.map(({ seq }) => seq), conversation.eventSeq],
    ['outbox', rows.outbox.map(({ seq }) => seq), conversation.outboxSeq],
    ['cases', rows.cases.map(({ number }) => number), conversation.caseNumber],
    ['segments', rows.segments.map(({ number }) => number), conversation.segmentNumber],
  ];
  for (const [list, numbers, last] of counted) {
    const gap = numbers.findIndex((number, at) => number !== at + 1);
    if (gap >= 0) report('no gaps', name, `${list}: ${numbers[gap]} stands in place ${gap + 1}`);
    if (numbers.length !== last) report('no gaps', name, `${list}: ${numbers.length} rows, the conversation says ${last}`);
  }
  if (rows.sessions.length !== conversation.sessionNumber) report('no gaps', name, `${rows.sessions.length} sessions, the conversation says ${conversation.sessionNumber}`);
  for (const { session, steps } of rows.sessions) {
    const gap = steps.findIndex(({ seq }, at) => seq !== at + 1);
    if (gap >= 0) report('no gaps', name, `steps of ${session.id}: ${steps[gap]?.seq} stands in place ${gap + 1}`);
    const { seq } = JSON.parse(session.state) as { seq: number };
    if (steps.length !== seq) report('no gaps', name, `${steps.length} steps of ${session.id}, its state says ${seq}`);
  }
}
