import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { JsonObject } from '@/flows/document/json';
import type { OutboxItem, OutboxResult } from '../turn-store';
import { rowOf, rowsOf } from './queryable';

/** Effects that leave, sent by any number of processes. */
export interface OutboxTable {
  claim(now: number, limit: number, except?: readonly string[]): Promise<OutboxItem[]>;
  finish(item: OutboxItem, result: OutboxResult, now: number): Promise<void>;
  release(): Promise<void>;
  next(): Promise<number | null>;
  /** Ends the renewing. */
  close(): void;
}

/** Signs of life within one lease. */
const RENEWALS = 3;

/**
 * One statement: what may leave, its conversation's row locked so that the epoch it is compared with is the last one
 * (and skipped while a turn has it); marked, or dropped with a note.
 */
const CLAIM = {
  name: 'claim-outbox',
  text: `WITH ready AS (
    SELECT o."workspaceId", o."conversationId", o."id", o."seq", o."epoch", ((o."payload"::json ->> 'author') IS NOT DISTINCT FROM 'bot' AND o."epoch" < c."epoch") AS "old"
    FROM "Outbox" o JOIN "Conversation" c ON c."workspaceId" = o."workspaceId" AND c."id" = o."conversationId"
    WHERE ((o."state" = 'pending' AND o."nextAttemptAt" <= $1) OR (o."state" = 'sending' AND o."claimedUntil" <= $1))
      AND o."kind" <> ALL($4::text[])
      AND (o."kind" <> 'message.send' OR NOT EXISTS (
        SELECT 1 FROM "Outbox" e WHERE e."workspaceId" = o."workspaceId" AND e."conversationId" = o."conversationId"
          AND e."kind" = 'message.send' AND e."seq" < o."seq" AND e."state" IN ('pending', 'sending')))
    ORDER BY o."nextAttemptAt", o."seq" LIMIT $2 FOR NO KEY UPDATE OF c, o SKIP LOCKED),
  dropped AS (UPDATE "Outbox" o SET "state" = 'dropped', "doneAt" = $1 FROM ready r WHERE r."old" AND o."workspaceId" = r."workspaceId" AND o."id" = r."id"),
  numbered AS (SELECT *, row_number() OVER (PARTITION BY "workspaceId", "conversationId" ORDER BY "seq")::int AS "nth" FROM ready WHERE "old"),
  noted AS (INSERT INTO "ConversationEvent" ("workspaceId", "id", "conversationId", "seq", "caseNumber", "messageSeq", "type", "epoch", "params", "at")
    SELECT c."workspaceId", c."id" || '.e' || (c."eventSeq" + n."nth"), c."id", c."eventSeq" + n."nth", c."caseNumber", c."messageSeq", 'message-dropped', c."epoch",
      json_build_object('effectId', n."id", 'epoch', n."epoch")::text, $1
    FROM numbered n JOIN "Conversation" c ON c."workspaceId" = n."workspaceId" AND c."id" = n."conversationId"),
  counted AS (UPDATE "Conversation" c SET "version" = c."version" + 1, "eventSeq" = c."eventSeq" + n."count"
    FROM (SELECT "workspaceId", "conversationId", count(*)::int AS "count" FROM numbered GROUP BY 1, 2) n WHERE c."workspaceId" = n."workspaceId" AND c."id" = n."conversationId"),
  claimed AS (UPDATE "Outbox" o SET "state" = 'sending', "markedAt" = $1, "attempts" = CASE WHEN o."state" = 'sending' THEN greatest(2, o."attempts") ELSE o."attempts" + 1 END, "claimedBy" = $3, "claimedUntil" = $1 + $5::bigint
    FROM ready r WHERE NOT r."old" AND o."workspaceId" = r."workspaceId" AND o."id" = r."id"
    RETURNING o."workspaceId", o."conversationId", o."id", o."seq", o."kind", o."payload", o."attempts", o."nextAttemptAt")
  SELECT "workspaceId", "conversationId", "id", "seq", "kind", "payload", "attempts" FROM claimed ORDER BY "nextAttemptAt", "seq"`,
};
const END = {
  name: 'end-outbox',
  text: 'UPDATE "Outbox" SET "state" = $3, "doneAt" = $4, "lastError" = $5, "claimedBy" = NULL, "claimedUntil" = NULL WHERE "workspaceId" = $1 AND "id" = $2 AND "state" = \'sending\'',
};
const AGAIN = {
  name: 'retry-outbox',
  text: `UPDATE "Outbox" SET "state" = 'pending', "nextAttemptAt" = $3, "lastError" = $4, "claimedBy" = NULL, "claimedUntil" = NULL
    WHERE "workspaceId" = $1 AND "id" = $2 AND "state" = 'sending' AND "claimedBy" = $5`,
};
const LATER = {
  name: 'later-outbox',
  text: `UPDATE "Outbox" SET "state" = 'pending', "nextAttemptAt" = $3, "attempts" = "attempts" - 1, "claimedBy" = NULL, "claimedUntil" = NULL
    WHERE "workspaceId" = $1 AND "id" = $2 AND "state" = 'sending' AND "claimedBy" = $4`,
};
const RENEW = { name: 'renew-outbox', text: `UPDATE "Outbox" SET "claimedUntil" = "claimedUntil" + $2 WHERE "state" = 'sending' AND "claimedBy" = $1 AND "id" = ANY($3::text[])` };
// An attempt that a crash interrupted is not counted, or a process that dies often gives up what nobody refused; but the next one is a repeat.
const RELEASE = { name: 'release-outbox', text: `UPDATE "Outbox" SET "state" = 'pending', "attempts" = greatest(1, "attempts" - 1), "claimedBy" = NULL, "claimedUntil" = NULL WHERE "state" = 'sending' AND "claimedBy" = $1` };
const NEXT = {
  name: 'next-outbox',
  text: `SELECT least((SELECT min("nextAttemptAt") FROM "Outbox" WHERE "state" = 'pending'), (SELECT min("claimedUntil") FROM "Outbox" WHERE "state" = 'sending'))`,
};

/** @param leaseMs a claim is believed so long without a sign of life; then another process sends it, under the same key */
export function createOutboxTable(pool: pg.Pool, leaseMs: number): OutboxTable {
  /** Tells this store's claims from all others, also from those of an earlier run. */
  const me = randomUUID();
  const underway = new Set<string>();
  const renewMs = Math.round(leaseMs / RENEWALS);
  // A slow provider must not look like a dead process. What is marked and not underway was lost on its way here or back, and its lease ends.
  const renewing = setInterval(() => {
    if (underway.size > 0) void rowOf(pool, RENEW, [me, renewMs, [...underway]]).catch(() => undefined);
  }, renewMs);
  renewing.unref();

  return {
    async claim(now, limit, except = []) {
      const rows = await rowsOf(pool, CLAIM, [now, limit, me, [...except], leaseMs]);
      for (const [, , id] of rows) underway.add(String(id));
      return rows.map(([workspaceId, conversationId, id, seq, kind, payload, attempts]) =>
        ({ workspaceId, conversationId, id, seq, kind, payload: JSON.parse(payload as string) as JsonObject, attempts }) as unknown as OutboxItem);
    },
    async finish({ workspaceId, id }, result, now) {
      underway.delete(id);
      if (result.kind === 'later') await rowOf(pool, LATER, [workspaceId, id, result.at, me]);
      else if (result.kind === 'retry') await rowOf(pool, AGAIN, [workspaceId, id, result.at, result.error, me]);
      else await rowOf(pool, END, [workspaceId, id, result.kind, now, result.kind === 'dead' ? result.error : null]);
    },
    async release() {
      underway.clear();
      await rowOf(pool, RELEASE, [me]);
    },
    next: async () => ((await rowOf(pool, NEXT, []))?.[0] ?? null) as number | null,
    close: () => clearInterval(renewing),
  };
}
