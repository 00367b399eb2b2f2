import type { ConversationKey, StoredMessage } from '@/lib/runtime/runtime-types';
import { CONVERSATION_COLUMNS, conversationValues } from '../conversation-row';
import { effectEnd } from '../effect-end';
import { messageContent } from '../message-content';
import type { TimerWrite, TurnInput, TurnWrites } from '../turn-records';
import type { SqliteDatabase } from './open-database';
import { prepareStatement, type Statement } from './statement';

export interface TurnWriter {
  write(input: TurnInput, writes: TurnWrites): void;
}

const insert = (table: string, columns: readonly string[]): string =>
  `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const upsert = (table: string, keys: readonly string[], columns: readonly string[]): string =>
  `${insert(table, [...keys, ...columns])} ON CONFLICT (${keys.map((name) => `"${name}"`).join(', ')}) DO UPDATE SET ${columns
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(', ')}`;

/** Asked again, it counts once more and is open again; that an answer did not help only says how it ended. */
const KEEP_QUESTION = `INSERT INTO "UnansweredQuestion" ("workspaceId", "language", "words", "text", "outcome", "times", "firstAskedAt", "lastAskedAt", "conversationId")
  VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?6, ?7)
  ON CONFLICT ("workspaceId", "language", "words") DO UPDATE SET
    "outcome" = excluded."outcome",
    "times" = "times" + ?8,
    "lastAskedAt" = excluded."lastAskedAt",
    "conversationId" = excluded."conversationId",
    "settledAt" = CASE WHEN ?8 = 1 THEN NULL ELSE "settledAt" END,
    "settledBy" = CASE WHEN ?8 = 1 THEN NULL ELSE "settledBy" END`;

/** Writes what a turn decided, in an order that satisfies the foreign keys. */
export function createTurnWriter(db: SqliteDatabase): TurnWriter {
  const updateConversation = prepareStatement(
    db,
    `UPDATE "Conversation" SET "version" = "version" + 1, ${CONVERSATION_COLUMNS.map((name) => `"${name}" = ?`).join(', ')} WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const saveCase = prepareStatement(
    db,
    upsert('Case', ['workspaceId', 'conversationId', 'number'], [
      'openedAt', 'firstReplyAt', 'firstAgentAt', 'handedOffAt', 'closedAt', 'handledBy', 'closedBy', 'disposition', 'flowVersionId',
    ]),
  );
  const saveSession = prepareStatement(
    db,
    upsert('FlowSession', ['workspaceId', 'id'], [
      'conversationId', 'caseNumber', 'flowVersionId', 'compiler', 'state', 'status', 'startedAt', 'updatedAt', 'endedAt',
    ]),
  );
  const addStep = prepareStatement(
    db,
    insert('StepLog', [
      'workspaceId', 'sessionId', 'seq', 'conversationId', 'inboundSeq', 'flowVersionId', 'compiler', 'rng', 'event', 'facts', 'effects', 'trace', 'at',
    ]),
  );
  const addMessage = prepareStatement(
    db,
    insert('Message', ['workspaceId', 'conversationId', 'seq', 'id', 'caseNumber', 'author', 'authorId', 'content', 'epoch', 'sentAt']),
  );
  const addEvent = prepareStatement(
    db,
    insert('ConversationEvent', [
      'workspaceId', 'id', 'conversationId', 'seq', 'caseNumber', 'messageSeq', 'type', 'epoch', 'agentId', 'params', 'at',
    ]),
  );
  const endSegment = prepareStatement(
    db,
    'UPDATE "Segment" SET "endedAt" = ? WHERE "workspaceId" = ? AND "conversationId" = ? AND "number" = ?',
  );
  const addSegment = prepareStatement(
    db,
    insert('Segment', ['workspaceId', 'conversationId', 'number', 'caseNumber', 'owner', 'epoch', 'agentId', 'queueKey', 'startedAt', 'endedAt']),
  );
  const addOutbox = prepareStatement(
    db,
    insert('Outbox', ['workspaceId', 'id', 'conversationId', 'seq', 'kind', 'payload', 'epoch', 'nextAttemptAt', 'createdAt']),
  );
  // In the turn that hears it: a crash before the mark of its own would ask again for what has ended.
  const endEffect = prepareStatement(
    db,
    `UPDATE "Outbox" SET "state" = ?, "doneAt" = ?, "lastError" = ? WHERE "workspaceId" = ? AND "id" = ? AND "state" = 'sending'`,
  );
  const busy = prepareStatement(db, 'UPDATE "AgentProfile" SET "idleSince" = ? WHERE "workspaceId" = ? AND "userId" = ?');
  const setAttributes = prepareStatement(db, 'UPDATE "Profile" SET "attributes" = ?, "updatedAt" = ? WHERE "workspaceId" = ? AND "id" = ?');
  const timers = timerStatements(db);
  const keepQuestion = prepareStatement(db, KEEP_QUESTION);

  return {
    write({ key, now, seq, event }, writes) {
      const { workspaceId, conversationId } = key;
      updateConversation.run(...conversationValues(writes.conversation), workspaceId, conversationId);
      const open = writes.case;
      if (open) {
        saveCase.run(
          workspaceId, conversationId, open.number, open.openedAt, open.firstReplyAt, open.firstAgentAt, open.handedOffAt, open.closedAt,
          open.handledBy, open.closedBy, open.disposition, open.flowVersionId,
        );
      }
      const session = writes.session;
      if (session) {
        saveSession.run(
          workspaceId, session.id, conversationId, session.caseNumber, session.flowVersionId, session.compiler,
          JSON.stringify(session.state), session.state.status, session.startedAt, now, session.endedAt,
        );
      }
      for (const step of writes.steps) {
        addStep.run(
          workspaceId, step.sessionId, step.seq, conversationId, seq, step.flowVersionId, step.compiler, step.rng,
          JSON.stringify(step.event), JSON.stringify(step.facts), JSON.stringify(step.effects), JSON.stringify(step.trace), now,
        );
      }
      for (const message of writes.messages) addMessage.run(...messageValues(key, message));
      for (const event of writes.events) {
        addEvent.run(
          workspaceId, `${conversationId}.e${event.seq}`, conversationId, event.seq, event.caseNumber, event.messageSeq, event.type,
          event.epoch, event.agentId, JSON.stringify(event.params), event.at,
        );
      }
      if (writes.endedSegment) endSegment.run(writes.endedSegment.endedAt, workspaceId, conversationId, writes.endedSegment.number);
      for (const segment of writes.segments) {
        addSegment.run(
          workspaceId, conversationId, segment.number, segment.caseNumber, segment.owner, segment.epoch, segment.agentId,
          segment.queueKey, segment.startedAt, segment.endedAt,
        );
      }
      for (const timer of writes.timers) writeTimer(timers, key, timer);
      for (const item of writes.outbox) {
        addOutbox.run(workspaceId, item.id, conversationId, item.seq, item.kind, JSON.stringify(item.payload), item.epoch, now, now);
      }
      const ended = effectEnd(event);
      if (ended) endEffect.run(ended.state, now, ended.lastError, workspaceId, ended.id);
      for (const { language, words, text, outcome, asked } of writes.unanswered) {
        keepQuestion.run(workspaceId, language, words, text, outcome, now, conversationId, asked ? 1 : 0);
      }
      if (writes.attributes) setAttributes.run(JSON.stringify(writes.attributes), now, workspaceId, writes.conversation.profileId);
      for (const agentId of writes.busied) busy.run(now, workspaceId, agentId);
    },
  };
}

function messageValues(key: ConversationKey, message: StoredMessage): Parameters<Statement['run']> {
  return [
    key.workspaceId, key.conversationId, message.seq, message.id, message.caseNumber, message.author, message.authorId,
    messageContent(message), message.epoch, message.sentAt,
  ];
}

interface TimerStatements {
  set: Statement;
  cancel: Statement;
  cancelAll: Statement;
}

function timerStatements(db: SqliteDatabase): TimerStatements {
  return {
    set: prepareStatement(db, upsert('Timer', ['workspaceId', 'sessionId', 'timerId'], ['conversationId', 'generation', 'fireAt'])),
    cancel: prepareStatement(db, 'DELETE FROM "Timer" WHERE "workspaceId" = ? AND "sessionId" = ? AND "timerId" = ?'),
    cancelAll: prepareStatement(db, 'DELETE FROM "Timer" WHERE "workspaceId" = ? AND "sessionId" = ?'),
  };
}

function writeTimer(statements: TimerStatements, { workspaceId, conversationId }: ConversationKey, timer: TimerWrite): void {
  if ('set' in timer) {
    const { sessionId, timerId, generation, fireAt } = timer.set;
    statements.set.run(workspaceId, sessionId, timerId, conversationId, generation, fireAt);
  } else if ('cancel' in timer) {
    statements.cancel.run(workspaceId, timer.cancel.sessionId, timer.cancel.timerId);
  } else {
    statements.cancelAll.run(workspaceId, timer.cancelAll.sessionId);
  }
}
