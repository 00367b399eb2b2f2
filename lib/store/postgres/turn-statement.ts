import { CONVERSATION_COLUMNS, conversationValues } from '../conversation-row';
import { quarantine } from '../delivered';
import { effectEnd } from '../effect-end';
import { messageContent } from '../message-content';
import type { TurnInput, TurnWrites } from '../turn-records';
import type { NamedStatement } from './queryable';
import { foldQuestions } from './fold-questions';
import { foldTimers } from './fold-timers';
import { isInteger, StatementParts, type Records } from './statement-parts';

/** Whether the event is new (its row is written with the turn) or was accepted earlier (its row is completed). */
export type Acceptance = 'accept' | 'process';

/**
 * Everything a turn decided, as one statement that writes all of it or nothing: nothing at all when the conversation's
 * row is not of that version any more. Only the parts this turn has are in its text; there are few different ones,
 * each prepared under its own name. One row comes back: how often the conversation was written, 1 or 0.
 */
export function turnStatement(input: TurnInput, version: number, writes: TurnWrites, acceptance: Acceptance): { statement: NamedStatement; values: unknown[] } {
  const { key, now, seq, event } = input;
  const parts = new StatementParts([key.workspaceId, key.conversationId, version, ...conversationValues(writes.conversation)]);
  const [quarantinedAt, error] = quarantine(writes, now);
  const inbound = { seq, processedAt: now, outcome: JSON.stringify(writes.outcome), quarantinedAt, error };
  if (acceptance === 'accept') parts.insert('InboundEvent', [{ ...inbound, key: event.key, type: event.type, payload: JSON.stringify(event), receivedAt: now }]);
  else parts.update('InboundEvent', ['seq'], [inbound]);
  if (writes.case) parts.upsert('Case', ['number'], [{ ...writes.case }]);
  const session = writes.session;
  if (session) {
    const { id, caseNumber, flowVersionId, compiler, state, startedAt, endedAt } = session;
    parts.upsert('FlowSession', ['id'], [{ id, caseNumber, flowVersionId, compiler, state: JSON.stringify(state), status: state.status, startedAt, updatedAt: now, endedAt }], false);
  }
  parts.insert('StepLog', writes.steps.map((step) => ({
    ...step, inboundSeq: seq, event: JSON.stringify(step.event), facts: JSON.stringify(step.facts), effects: JSON.stringify(step.effects), trace: JSON.stringify(step.trace), at: now,
  })));
  parts.insert('Message', writes.messages.map((message) => {
    const { seq: place, id, caseNumber, author, authorId, epoch, sentAt } = message;
    return { seq: place, id, caseNumber, author, authorId, content: messageContent(message), epoch, sentAt };
  }));
  parts.insert('ConversationEvent', writes.events.map((entry) => ({ ...entry, id: `${key.conversationId}.e${entry.seq}`, params: JSON.stringify(entry.params) })));
  if (writes.endedSegment) parts.update('Segment', ['number'], [{ ...writes.endedSegment }]);
  parts.insert('Segment', writes.segments.map((segment) => ({ ...segment })));
  parts.insert('Outbox', writes.outbox.map((item) => ({ ...item, payload: JSON.stringify(item.payload), nextAttemptAt: now, createdAt: now })));
  const over = effectEnd(event);
  if (over) {
    const [state, at, error, id] = [over.state, now, over.lastError, over.id].map((value) => parts.value(value));
    // In the turn that hears it: a crash before the mark of its own would ask again for what has ended.
    parts.add('over', `UPDATE "Outbox" t SET "state" = ${state}::text, "doneAt" = ${at}::bigint, "lastError" = ${error}::text, "claimedBy" = NULL, "claimedUntil" = NULL
      FROM c WHERE t."workspaceId" = $1 AND t."id" = ${id} AND t."state" = 'sending'`);
  }
  const timers = foldTimers(writes.timers);
  parts.upsert('Timer', ['sessionId', 'timerId'], timers.set.map((timer) => ({ ...timer, claimedUntil: null })), false);
  cancelTimers(parts, timers);
  keepQuestions(parts, foldQuestions(writes.unanswered).map((question) => ({ ...question, at: now })));
  if (writes.attributes) {
    const [attributes, profileId] = [parts.value(JSON.stringify(writes.attributes)), parts.value(writes.conversation.profileId)];
    parts.add('profile', `UPDATE "Profile" SET "attributes" = ${attributes}, "updatedAt" = ${parts.value(now)}::bigint FROM c WHERE "workspaceId" = $1 AND "id" = ${profileId}`);
  }
  if (writes.busied.length > 0) {
    const agents = parts.value([...new Set(writes.busied)].sort());
    parts.add('busied', `UPDATE "AgentProfile" SET "idleSince" = ${parts.value(now)}::bigint FROM c WHERE "workspaceId" = $1 AND "userId" = ANY(${agents}::text[])`);
  }
  return parts.statement(UPDATE);
}

const UPDATE = `UPDATE "Conversation" SET "version" = "version" + 1, ${CONVERSATION_COLUMNS.map((name, index) => `"${name}" = $${index + 4}${isInteger(name) ? '' : '::text'}`).join(', ')}
  WHERE "workspaceId" = $1 AND "id" = $2 AND "version" = $3 RETURNING 1`;

function cancelTimers(parts: StatementParts, { cancelled, ended, set }: ReturnType<typeof foldTimers>): void {
  if (cancelled.length > 0) {
    const [source, columns] = parts.records(cancelled);
    parts.add('cancelled', `DELETE FROM "Timer" t USING c, ${source} AS r(${columns}) WHERE t."workspaceId" = $1 AND t."sessionId" = r."sessionId" AND t."timerId" = r."timerId"`);
  }
  if (ended.length > 0) {
    // What is set anew in the same turn is written by the other part: one row must not be written by two.
    const [sessions, kept] = [parts.value(ended), parts.value(set.map(({ sessionId, timerId }) => `${sessionId}\n${timerId}`))];
    parts.add('ended', `DELETE FROM "Timer" t USING c WHERE t."workspaceId" = $1 AND t."sessionId" = ANY(${sessions}::text[]) AND NOT (t."sessionId" || chr(10) || t."timerId" = ANY(${kept}::text[]))`);
  }
}

/** Asked again, it counts once more and is open again; that an answer did not help only says how it ended. */
function keepQuestions(parts: StatementParts, questions: Records): void {
  if (questions.length === 0) return;
  const [source, columns] = parts.records(questions);
  // Who is there already counts what was asked; who is new was asked once even so.
  parts.add('questions', `INSERT INTO "UnansweredQuestion" AS u ("workspaceId", "language", "words", "text", "outcome", "times", "firstAskedAt", "lastAskedAt", "conversationId")
    SELECT $1::text, r."language", r."words", r."text", r."outcome", r."first", r."at", r."at", $2::text FROM c, ${source} AS r(${columns})
    ON CONFLICT ("workspaceId", "language", "words") DO UPDATE SET "outcome" = excluded."outcome", "lastAskedAt" = excluded."lastAskedAt", "conversationId" = excluded."conversationId",
      "times" = u."times" + (SELECT r."again" FROM ${source} AS r(${columns}) WHERE r."language" = u."language" AND r."words" = u."words"),
      "settledAt" = CASE WHEN (SELECT r."again" FROM ${source} AS r(${columns}) WHERE r."language" = u."language" AND r."words" = u."words") > 0 THEN NULL ELSE u."settledAt" END,
      "settledBy" = CASE WHEN (SELECT r."again" FROM ${source} AS r(${columns}) WHERE r."language" = u."language" AND r."words" = u."words") > 0 THEN NULL ELSE u."settledBy" END`);
}
