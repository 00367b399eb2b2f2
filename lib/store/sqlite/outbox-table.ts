import type { JsonObject } from '@/flows/document/json';
import type { OutboxItem, OutboxResult } from '../turn-store';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';

/** Effects that leave; synchronous, to be called inside a unit of the write lane. */
export interface OutboxTable {
  claim(now: number, limit: number, except: readonly string[]): OutboxItem[];
  finish(item: OutboxItem, result: OutboxResult, now: number): void;
  release(): void;
}

/** Messages of one conversation leave in order, one at a time; other effects do not wait for them, nor they for those. */
const READY = `SELECT o."workspaceId", o."conversationId", o."id", o."seq", o."kind", o."payload", o."attempts", o."epoch", c."epoch", c."owner"
  FROM "Outbox" o JOIN "Conversation" c ON c."workspaceId" = o."workspaceId" AND c."id" = o."conversationId"
  WHERE o."state" = 'pending' AND o."nextAttemptAt" <= ? AND o."kind" NOT IN (SELECT "value" FROM json_each(?))
    AND (o."kind" <> 'message.send' OR NOT EXISTS (
      SELECT 1 FROM "Outbox" e WHERE e."workspaceId" = o."workspaceId" AND e."conversationId" = o."conversationId"
        AND e."kind" = 'message.send' AND e."seq" < o."seq" AND e."state" IN ('pending', 'sending')))
  ORDER BY o."nextAttemptAt", o."seq" LIMIT ?`;

export function createOutboxTable(db: SqliteDatabase): OutboxTable {
  const ready = prepareStatement(db, READY);
  const mark = prepareStatement(
    db,
    `UPDATE "Outbox" SET "state" = 'sending', "markedAt" = ?, "attempts" = "attempts" + 1 WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const end = prepareStatement(
    db,
    'UPDATE "Outbox" SET "state" = ?, "doneAt" = ?, "lastError" = ? WHERE "workspaceId" = ? AND "id" = ?',
  );
  const again = prepareStatement(
    db,
    `UPDATE "Outbox" SET "state" = 'pending', "nextAttemptAt" = ?, "lastError" = ? WHERE "workspaceId" = ? AND "id" = ? AND "state" = 'sending'`,
  );
  const later = prepareStatement(
    db,
    `UPDATE "Outbox" SET "state" = 'pending', "nextAttemptAt" = ?, "attempts" = "attempts" - 1 WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const note = prepareStatement(
    db,
    `INSERT INTO "ConversationEvent" ("workspaceId", "id", "conversationId", "seq", "caseNumber", "messageSeq", "type", "epoch", "params", "at")
     SELECT "workspaceId", "id" || '.e' || ("eventSeq" + 1), "id", "eventSeq" + 1, "caseNumber", "messageSeq", 'message-dropped', "epoch", ?, ?
     FROM "Conversation" WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const noted = prepareStatement(db, 'UPDATE "Conversation" SET "version" = "version" + 1, "eventSeq" = "eventSeq" + 1 WHERE "workspaceId" = ? AND "id" = ?');
  // An attempt that a crash interrupted is not counted, or a process that dies often gives up what nobody refused; but the next one is a repeat.
  const release = prepareStatement(db, `UPDATE "Outbox" SET "state" = 'pending', "attempts" = max(1, "attempts" - 1) WHERE "state" = 'sending'`);

  return {
    claim(now, limit, except) {
      const claimed: OutboxItem[] = [];
      for (const row of ready.all(now, JSON.stringify(except), limit)) {
        const [workspaceId, conversationId, id, seq, kind] = row as unknown as [string, string, string, number, string];
        const payload = JSON.parse(row[5] as string) as JsonObject;
        if (payload.author === 'bot' && (row[7] as number) < (row[8] as number)) {
          end.run('dropped', now, null, workspaceId, id);
          note.run(JSON.stringify({ effectId: id, epoch: row[7] }), now, workspaceId, conversationId);
          noted.run(workspaceId, conversationId);
          continue;
        }
        mark.run(now, workspaceId, id);
        claimed.push({ workspaceId, conversationId, id, seq, kind, payload, attempts: (row[6] as number) + 1 });
      }
      return claimed;
    },
    finish({ workspaceId, id }, result, now) {
      if (result.kind === 'later') later.run(result.at, workspaceId, id);
      else if (result.kind === 'retry') again.run(result.at, result.error, workspaceId, id);
      else end.run(result.kind, now, result.kind === 'dead' ? result.error : null, workspaceId, id);
    },
    release() {
      release.run();
    },
  };
}
