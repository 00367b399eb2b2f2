import type pg from 'pg';
import type { Committed, ConversationKey, OpenConversation } from '@/lib/runtime/runtime-types';
import { UnknownConversationError, type NewIds } from '../turn-store';
import { createOneAfterAnother } from './one-after-another';
import { rowOf } from './queryable';

/** The customer's side besides turns. */
export interface Customers {
  find(customer: Pick<OpenConversation, 'workspaceId' | 'connectionId' | 'externalId'>): Promise<string | null>;
  open(input: OpenConversation, ids: NewIds, now: number): Promise<{ conversationId: string; created: boolean }>;
  mark(key: ConversationKey, upTo: { delivered?: number; read?: number }, now: number): Promise<Committed[]>;
  markSeen(key: ConversationKey, agentId: string): Promise<Committed[]>;
}

const FIND = {
  name: 'find-conversation',
  text: `SELECT c."id", c."language", c."profileId" FROM "Identity" i
    JOIN "Conversation" c ON c."workspaceId" = i."workspaceId" AND c."identityId" = i."id" AND c."threadKey" = ''
    WHERE i."workspaceId" = $1 AND i."connectionId" = $2 AND i."externalId" = $3`,
};
/** Two processes may open at once: the identity's unique key lets one of them. The three rows are one statement. */
const OPEN = {
  name: 'open-conversation',
  text: `WITH i AS (INSERT INTO "Identity" ("workspaceId", "id", "profileId", "connectionId", "externalId", "createdAt")
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("workspaceId", "connectionId", "externalId") DO NOTHING RETURNING 1),
    p AS (INSERT INTO "Profile" ("workspaceId", "id", "name", "email", "phone", "locale", "createdAt", "updatedAt") SELECT $1::text, $3::text, $7::text, $8::text, $9::text, $10::text, $6::bigint, $6::bigint FROM i),
    c AS (INSERT INTO "Conversation" ("workspaceId", "id", "connectionId", "identityId", "profileId", "language", "owner", "createdAt", "updatedAt")
      SELECT $1::text, $11::text, $4::text, $2::text, $3::text, $10::text, 'bot', $6::bigint, $6::bigint FROM i)
    SELECT count(*)::int FROM i`,
};
const MEET = {
  name: 'meet-again',
  text: `WITH c AS (UPDATE "Conversation" SET "version" = "version" + 1, "language" = $3, "updatedAt" = $4 WHERE "workspaceId" = $1 AND "id" = $2 AND "language" <> $3)
    UPDATE "Profile" SET "name" = coalesce("name", $6), "email" = coalesce("email", $7), "phone" = coalesce("phone", $8), "locale" = $3, "updatedAt" = $4
    WHERE "workspaceId" = $1 AND "id" = $5`,
};
const MARK = {
  name: 'mark-messages',
  text: `WITH was AS (SELECT "deliveredSeq" AS "d", "readSeq" AS "r", greatest("readSeq", least($4::int, "messageSeq")) AS "read",
        greatest("deliveredSeq", "readSeq", least($3::int, "messageSeq"), least($4::int, "messageSeq")) AS "delivered"
      FROM "Conversation" WHERE "workspaceId" = $1 AND "id" = $2 FOR NO KEY UPDATE),
    c AS (UPDATE "Conversation" SET "version" = "version" + 1, "deliveredSeq" = was."delivered", "readSeq" = was."read"
      FROM was WHERE "workspaceId" = $1 AND "id" = $2 AND (was."delivered" > was."d" OR was."read" > was."r") RETURNING was.*),
    m AS (UPDATE "Message" m SET
        "deliveredAt" = CASE WHEN m."seq" > c."d" AND m."seq" <= c."delivered" THEN coalesce(m."deliveredAt", $5::bigint) ELSE m."deliveredAt" END,
        "readAt" = CASE WHEN m."seq" > c."r" AND m."seq" <= c."read" THEN coalesce(m."readAt", $5::bigint) ELSE m."readAt" END
      FROM c WHERE m."workspaceId" = $1 AND m."conversationId" = $2 AND m."seq" > least(c."d", c."r") AND m."seq" <= c."delivered" AND m."author" IN ('bot', 'agent', 'system'))
    SELECT was."delivered", was."read", (SELECT count(*)::int FROM c) FROM was`,
};
const SEEN = {
  name: 'mark-seen',
  text: `UPDATE "Conversation" SET "version" = "version" + 1, "unread" = 0 WHERE "workspaceId" = $1 AND "id" = $2 AND "agentId" = $3 AND "unread" > 0 RETURNING 1`,
};

export function createCustomers(pool: pg.Pool): Customers {
  const openings = createOneAfterAnother();
  async function open(input: OpenConversation, ids: NewIds, now: number): Promise<{ conversationId: string; created: boolean }> {
    const { workspaceId, connectionId, externalId, language, contact } = input;
    const who = [contact?.name ?? null, contact?.email ?? null, contact?.phone ?? null];
    let found = await rowOf(pool, FIND, [workspaceId, connectionId, externalId]);
    if (!found) {
      const made = await rowOf(pool, OPEN, [workspaceId, ids.identityId, ids.profileId, connectionId, externalId, now, ...who, language, ids.conversationId]);
      if (made?.[0] === 1) return { conversationId: ids.conversationId, created: true };
      found = await rowOf(pool, FIND, [workspaceId, connectionId, externalId]);
      if (!found) throw new Error('an identity without a conversation');
    }
    const [conversationId, spoken, profileId] = found as unknown as [string, string, string];
    if (spoken !== language || contact) await rowOf(pool, MEET, [workspaceId, conversationId, language, now, profileId, ...who]);
    return { conversationId, created: false };
  }

  return {
    find: async ({ workspaceId, connectionId, externalId }) => ((await rowOf(pool, FIND, [workspaceId, connectionId, externalId]))?.[0] ?? null) as string | null,
    open: (input, ids, now) => openings.run(`${input.workspaceId}\n${input.connectionId}\n${input.externalId}`, () => open(input, ids, now)),
    async mark({ workspaceId, conversationId }, upTo, now) {
      const row = await rowOf(pool, MARK, [workspaceId, conversationId, upTo.delivered ?? 0, upTo.read ?? 0, now]);
      if (!row) throw new UnknownConversationError(`no conversation ${conversationId}`);
      const [delivered, read, changed] = row as unknown as [number, number, number];
      return changed === 0 ? [] : [{ kind: 'receipts', workspaceId, conversationId, delivered, read }];
    },
    async markSeen({ workspaceId, conversationId }, agentId) {
      return (await rowOf(pool, SEEN, [workspaceId, conversationId, agentId])) ? [{ kind: 'conversation', workspaceId, conversationId }] : [];
    },
  };
}
